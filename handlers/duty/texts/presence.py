"""What is said of being there: check-ins, check-outs, scans, positions, patrols."""

from collections.abc import Collection
from datetime import date, timedelta

from governance.days import month_of, next_month
from governance.duty.check_ins import Method, Streak
from handlers.context import Here
from handlers.duty.outcomes import presence as found
from handlers.duty.texts.words import distance, hours, said_of, what, when
from handlers.outcomes import in_words, says

ON_MAP = "已打开：后台地图会显示您当天最近一次打卡的地点，只到地点，只给能派单的人看。不想显示了请回复：地图上不显示我"
OFF_MAP = "已关闭：后台地图不显示您的打卡地点。想打开请回复：地图上显示我"
HERE = "已到岗打卡：{what}{late}。走时请回复“签退”。"
LATE = "，晚到 {minutes} 分钟"
HERE_ALREADY = "您已经到岗打卡了：{what}。走时请回复“签退”。"
SHOW_THERE = "值班打卡要证明在现场：请扫站点二维码，或发个位置{code}。\n班次：{what}"
OR_CODE = "，或回复“打卡”加站长给的 6 位打卡码"
TOO_EARLY = "还没到打卡时间：{what}，{opens} 起可以打卡。"
NO_SHIFT_NOW = "您现在{place}没有排班，没有记打卡。"
YOUR_NEXT = "您的下一班：{what}，{opens} 起可以打卡。"
COULD_SIGN_UP = "今天这里还缺人：{what}，想站这班回复：报名 {id}"
COUNT_ALL_THE_SAME = "不是值班、只记一次到站的话，回复：打卡 {place}"
AT = "在{place}"
TOO_FAR = "您的位置离{place}约 {distance}，要在 {most} 米以内才能打卡。到了再发一次位置，或扫现场的二维码。"
SCAN_NEEDS_MORE = "这里的二维码可能被拍照转发，还请发个位置，或回复“打卡”加现场的 6 位打卡码。"
WRONG_CODE = "打卡码不对或已过期，请问站长要现在的 6 位打卡码。"
CHECKED_OUT = "已签退：{what}{early}，计时长 {hours}。辛苦了！本月累计 {total}。"
EARLY = "，早走 {minutes} 分钟"
NOT_CHECKED_IN = "您现在没有到岗打卡的值班，不用签退。"
CHECKED_IN = "已打卡：{place}（{day}）。{streak}"
CHECKED_IN_THERE = "已打卡：{place}（{day}，位置相距 {distance}）。{streak}"
CHECKED_IN_QR = "已扫码打卡：{place}（{day}）。{streak}"
SHOW_BY_POSITION = "\n再发个位置，可作到场证明。"
STREAK = "连续 {days} 天，本月 {month} 天。"
ALREADY = "{place} {day}已经打过卡了，一天一处只计一次。{streak}"
PROVED = "位置已记下，离{place} {distance}，算到场打卡。"
NOT_PROVED = "您的位置离{place}约 {distance}，超过 {most} 米，不能算到场。"
FAR = "您的位置离{place}约 {distance}，要在 {most} 米以内才能打卡，没有记打卡。到了再发一次位置，或扫现场的二维码。"
WHERE_CHECK_IN = "在哪里打卡？请回复地点，例如：{example}。"
EXAMPLE_PLACE = "3幢"
NOT_YESTERDAY = "补昨天的打卡要在早上 {hour} 点前，现在已经过了。"
YESTERDAY_WHO = "只有楼栋长可以补昨天的打卡。"
BESIDE_WHO = "只有楼栋长可以替身边的人打卡。"
BESIDE_NOBODY = "名册里没有叫{name}的人，不能替他打卡。"
BESIDE = "已替{name}打卡：{place}（{day}），记为您当面代打。"
BESIDE_ALREADY = "{name}在{place} {day}已经打过卡了。"
CALENDAR_HEAD = "{month}月打卡 {count} 天，连续 {streak} 天"
CALENDAR_KEY = "√ 打过卡　· 没打卡"
TODAY, YESTERDAY = "今天", "昨天"
PATROL_WHERE = "巡的是哪栋楼？请回复楼栋和情况，例如：3幢 无异常"
PATROL_HOW = "巡楼看这几样：{items}。\n看完回复“无异常”，或直接说发现了什么（可先发照片）。"
PATROLLED = "已记巡楼：{place}，无异常。{credit}"
PATROLLED_FINDING = "已记巡楼：{place}，发现问题并登记上报。{credit}"
VISITED = "已记走访：{place}，{note}。{credit}"
PATROL_AGAIN = "{place}今天已经巡过，只计一次。"
PATROL_AGAIN_FINDING = "{place}今天已经巡过，只计一次；发现的问题照常登记。"
CREDIT = "计服务时长 {minutes} 分钟。"
PATROL_ITEMS = {
    "always": "楼道堆物、飞线充电、消防栓和灭火器、楼道灯、独居老人",
    "summer": "空调外机和花盆、积水点、用电过载",
    "winter": "水管防冻、结冰路面、取暖用电用气",
    "flood": "雨水口、地下车库、围墙树木",
}
UNPATROLLED_WHO = "这份名单给网格长和社区书记看。"

SEASONS = {6: "flood", 7: "flood", 8: "summer", 9: "summer", 12: "winter", 1: "winter", 2: "winter"}
"""What of PATROL_ITEMS is looked at besides, by month."""


@says
def came(of: found.CameToShift, here: Here) -> str:
    """Present, and how late."""
    return HERE.format(what=what(here, of.row), late=LATE.format(minutes=of.late) if of.late else "")


@says
def already_there(of: found.AlreadyThere, here: Here) -> str:
    """Once is enough."""
    return HERE_ALREADY.format(what=what(here, of.row))


@says
def show_you_are_there(of: found.ShowYouAreThere, here: Here) -> str:
    """What counts as a proof."""
    return said_of(SHOW_THERE, of.row).format(what=what(here, of.row), code=OR_CODE if of.row.station_id else "")


@says
def scan_is_not_enough(_found: found.ScanIsNotEnough, _here: Here) -> str:
    """What counts here."""
    return SCAN_NEEDS_MORE


@says
def wrong_code(_found: found.WrongCode, _here: Here) -> str:
    """Whom to ask."""
    return WRONG_CODE


@says
def too_far_from_shift(of: found.TooFarFromShift, here: Here) -> str:
    """How far it is."""
    most = here.config.rules.check_in_metres
    return TOO_FAR.format(place=here.places.full_name(of.place), distance=distance(of.metres), most=most)


@says
def too_early(of: found.TooEarly, here: Here) -> str:
    """From when."""
    zone = here.config.zone
    return TOO_EARLY.format(what=when(of.row.shift, zone), opens=f"{of.opens.astimezone(zone):%m月%d日 %H:%M}")


@says
def no_shift_there(of: found.NoShiftThere, here: Here) -> str:
    """Nothing was counted; when their own shift is, and what they could do now."""
    place = "" if of.place is None else AT.format(place=here.places.full_name(of.place))
    said = [NO_SHIFT_NOW.format(place=place)]
    if of.next is not None:
        row, opens = of.next
        said.append(
            YOUR_NEXT.format(what=what(here, row), opens=f"{opens.astimezone(here.config.zone):%m月%d日 %H:%M}")
        )
    if of.free is not None:
        said.append(COULD_SIGN_UP.format(what=what(here, of.free), id=of.free.id))
    if of.place is not None:
        said.append(COUNT_ALL_THE_SAME.format(place=here.places.nodes[of.place].name))
    return "\n".join(said)


@says
def checked_out(of: found.CheckedOut, here: Here) -> str:
    """What counts."""
    early = EARLY.format(minutes=of.early) if of.early else ""
    return CHECKED_OUT.format(what=what(here, of.row), early=early, hours=hours(of.minutes), total=hours(of.total))


@says
def not_checked_in(_found: found.NotCheckedIn, _here: Here) -> str:
    """There is nothing to end."""
    return NOT_CHECKED_IN


@says
def checked_in(of: found.CheckedIn, here: Here) -> str:
    """Where, and how many days in a row."""
    about = _about(here, of.place, of.streak, of.yesterday)
    if of.method is Method.QR:
        return CHECKED_IN_QR.format(**about)
    if of.metres is not None:
        return CHECKED_IN_THERE.format(**about, distance=distance(of.metres))
    return CHECKED_IN.format(**about) + (SHOW_BY_POSITION if of.asks else "")


@says
def already_checked_in(of: found.AlreadyCheckedIn, here: Here) -> str:
    """Once a day and place."""
    return ALREADY.format(**_about(here, of.place, of.streak, of.yesterday))


@says
def too_far_away(of: found.TooFarAway, here: Here) -> str:
    """How far it is."""
    most = here.config.rules.check_in_metres
    return FAR.format(place=here.places.full_name(of.place), distance=distance(of.metres), most=most)


@says
def where_is_it(of: found.CheckInWhere, here: Here) -> str:
    """Where?"""
    example = EXAMPLE_PLACE if of.example is None else here.places.full_name(of.example)
    return WHERE_CHECK_IN.format(example=example)


@says
def only_for_leaders(of: found.OnlyForLeaders, _here: Here) -> str:
    """Who may."""
    return BESIDE_WHO if of.beside else YESTERDAY_WHO


@says
def too_late_for_yesterday(_found: found.TooLateForYesterday, here: Here) -> str:
    """Until when one may."""
    return NOT_YESTERDAY.format(hour=here.config.rules.yesterday_until_hour)


@says
def who_is_beside(of: found.WhoIsBeside, _here: Here) -> str:
    """Nobody."""
    return BESIDE_NOBODY.format(name=of.name)


@says
def checked_in_beside(of: found.CheckedInBeside, here: Here) -> str:
    """Who was checked in."""
    text = BESIDE if of.new else BESIDE_ALREADY
    return text.format(name=of.name, place=here.places.full_name(of.place), day=TODAY)


@says
def check_in_calendar(of: found.CheckInCalendar, _here: Here) -> str:
    """The month as a calendar."""
    head = CALENDAR_HEAD.format(month=of.today.month, count=of.streak.this_month, streak=of.streak.days)
    return f"{head}\n{calendar(of.today, of.days)}"


@says
def shown_on_map(of: found.ShownOnMap, _here: Here) -> str:
    """What is shown to whom, and how it is taken back."""
    return ON_MAP if of.shown else OFF_MAP


@says
def proved(of: found.Proved, here: Here) -> str:
    """How near it is."""
    return PROVED.format(place=here.places.full_name(of.place), distance=distance(of.metres))


@says
def proves_nothing(of: found.ProvesNothing, here: Here) -> str:
    """How far it is."""
    most = here.config.rules.check_in_metres
    return NOT_PROVED.format(place=here.places.full_name(of.place), distance=distance(of.metres), most=most)


@says
def patrolled(of: found.Patrolled, here: Here) -> str:
    """What was noted, and the report of what was found."""
    credit = CREDIT.format(minutes=of.minutes) if of.minutes else ""
    place = here.places.full_name(of.place)
    if of.report is None:
        return (PATROLLED if of.new else PATROL_AGAIN).format(place=place, credit=credit)
    head = (PATROLLED_FINDING if of.new else PATROL_AGAIN_FINDING).format(place=place, credit=credit)
    return f"{head}\n{in_words(of.report, here)}"


@says
def visited(of: found.Visited, here: Here) -> str:
    """Whose building, what was said of them, and the report of a trouble told with it."""
    credit = CREDIT.format(minutes=of.minutes) if of.minutes else ""
    said = VISITED.format(place=here.places.full_name(of.place), note=of.note.rstrip("。.!！"), credit=credit)
    return said if of.report is None else f"{said}\n{in_words(of.report, here)}"


@says
def patrol_how(_found: found.PatrolHow, here: Here) -> str:
    """What to look at in this season."""
    season = PATROL_ITEMS.get(SEASONS.get(here.local.month, ""), "")
    return PATROL_HOW.format(items="、".join(filter(None, (PATROL_ITEMS["always"], season))))


@says
def patrol_where(_found: found.PatrolWhere, _here: Here) -> str:
    """Which building?"""
    return PATROL_WHERE


@says
def list_is_not_yours(_found: found.ListIsNotYours, _here: Here) -> str:
    """Who may see it."""
    return UNPATROLLED_WHO


def calendar(today: date, days: Collection[date]) -> str:
    """The month as weeks, Monday first, up to today."""
    first = month_of(today)
    lines, line = [], ["　　"] * first.weekday()
    for ahead in range((next_month(first) - first).days):
        day = first + timedelta(days=ahead)
        mark = "√" if day in days else "·" if day <= today else " "
        line.append(f"{day.day:02d}{mark}")
        if day.weekday() == 6:
            lines.append(" ".join(line))
            line = []
    return "\n".join([*lines, *([" ".join(line)] if line else []), CALENDAR_KEY])


def _about(here: Here, place: int, days: Streak, yesterday: bool) -> dict[str, str]:
    """The place, the day in a word, and the days in a row."""
    said = STREAK.format(days=days.days, month=days.this_month)
    return {"place": here.places.full_name(place), "day": YESTERDAY if yesterday else TODAY, "streak": said}
