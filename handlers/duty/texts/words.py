"""A shift, a day, a span of time in words."""

from datetime import date
from zoneinfo import ZoneInfo

from governance.activities.texts import KIND
from governance.duty.shifts import Shift
from governance.texts import WEEKDAYS
from handlers.context import Context, Here
from storage.duty.shifts import ShiftRow

LEAD_OF_STATION, LEAD_OF_COMMUNITY = "站长{name}", "社区工作人员"


_OF_ACTIVITY = (
    ("不能来请尽快找人顶：换班 {n}", "不能来请回复：取消报名 {n}"),
    ("可以找人顶：换班 {n} 给 姓名；或联系{lead}", "请联系{lead}说明"),
    ("取消值班 {n}", "取消报名 {n}"),
    ("转为值班", "转为报上名"),
    ("到岗请扫站点二维码或发位置打卡", "到了现场请发位置打卡"),
    ("值班打卡", "活动签到"),
    ("不能同时值", "不能同时参加"),
    ("您的另一个班", "您的另一个安排"),
    ("已停班：班次", "已取消：活动"),
    ("您的值班取消了", "您报名的活动取消了"),
    ("明天值班提醒", "明天活动提醒"),
    ("今天值班提醒", "今天活动提醒"),
    ("值班快开始了", "活动快开始了"),
    ("安排您值班", "给您报了名"),
    ("安排{name}值班次", "给{name}报名活动"),
    ("确认全程在岗请回复", "确认全程参加请回复"),
    ("已记缺勤", "已记没到"),
    ("到岗", "到场"),
    ("班次号", "活动号"),
    ("班次", "活动"),
    ("值班（", "已报名（"),
)
"""What is said of a shift, and what is said of an activity in its place."""


def said_of(form: str, row: ShiftRow) -> str:
    """A form of words about a shift, in the words of an activity where it is one."""
    if row.activity is None:
        return form
    for of_shift, of_activity in _OF_ACTIVITY:
        form = form.replace(of_shift, of_activity)
    return form


def day(of: date) -> str:
    """12月5日 周六."""
    return f"{of.month}月{of.day}日 周{WEEKDAYS[of.weekday()]}"


def when(shift: Shift, zone: ZoneInfo) -> str:
    """12月5日 周六 09:00-11:00, or 22:00-次日06:00."""
    begin, end = shift.starts_at.astimezone(zone), shift.ends_at.astimezone(zone)
    next_day = "" if end.date() == begin.date() else "次日"
    return f"{day(begin.date())} {begin:%H:%M}-{next_day}{end:%H:%M}"


def where(here: Here | Context, row: ShiftRow) -> str:
    """The name of its station, or the title of its campaign (with what an activity is) and where it is."""
    index = here.places
    place = row.spot or (index.full_name(row.place_id) if row.place_id in index.nodes else "")
    if not row.title:
        return place
    kind = "" if row.activity is None else KIND[row.activity]
    called = row.title if kind in row.title else f"{kind}《{row.title}》"
    return called if not place or place in row.title else f"{called}（{place}）"


def what(here: Here | Context, row: ShiftRow) -> str:
    """When and where."""
    return f"{when(row.shift, here.config.zone)} {where(here, row)}"


def title(here: Here | Context, row: ShiftRow) -> str:
    """梧桐驿站 12月5日(周六) 09:00-11:00, as the corpus writes shifts (understanding.model.which_shift reads it)."""
    begin, end = row.starts_at.astimezone(here.config.zone), row.ends_at.astimezone(here.config.zone)
    weekday = WEEKDAYS[begin.weekday()]
    return f"{where(here, row)} {begin.month}月{begin.day}日(周{weekday}) {begin:%H:%M}-{end:%H:%M}"


def line(here: Here | Context, row: ShiftRow, end: str = "") -> str:
    """Number, when, where."""
    return f"{row.id}　{when(row.shift, here.config.zone)}　{where(here, row)}{end}"


def lead_called(name: str | None) -> str:
    """站长张三; where nobody leads, the community."""
    return LEAD_OF_STATION.format(name=name) if name else LEAD_OF_COMMUNITY


def hours(minutes: int) -> str:
    """2小时30分."""
    sign, minutes = ("-" if minutes < 0 else ""), abs(minutes)
    whole, rest = divmod(minutes, 60)
    if not whole:
        return f"{sign}{rest}分钟"
    return f"{sign}{whole}小时" + (f"{rest}分" if rest else "")


def distance(metres: float) -> str:
    """320 米, 5.0 公里."""
    return f"{metres:.0f} 米" if metres < 1000 else f"{metres / 1000:.1f} 公里"
