"""What is said of hours and the papers about them."""

from datetime import date

from handlers.context import Here
from handlers.duty.outcomes import hours as found
from handlers.duty.texts.words import day, hours
from handlers.outcomes import says
from storage.duty.hours import Entry

HOURS_HEAD = "您的服务时长：本月 {month}，今年 {year}。"
HOURS_LINE = "{day}　{what}　{minutes}"
SOURCE = {"shift": "值班", "campaign": "活动", "patrol": "巡楼", "correction": "更正"}
NO_HOURS = "您今年还没有服务时长。值班签退、活动和巡楼会自动记。"
CORRECT_HOW = "更正工时请写：班次号、姓名、应计时长、原因，例如：更正工时 {n} 张三 60分钟 提前离岗"
CORRECTED = "已更正：{name}在班次 {n} 的时长由 {before} 改为 {after}，原因：{reason}。原记录保留。"
CORRECT_SAME = "{name}在班次 {n} 的时长本来就是 {after}，没有改动。"
CORRECT_NOT_ON = "{name}没有在班次 {n} 上。"
CORRECT_SELF = "不能更正自己的时长，请社区书记来办。"
CREDIT_HOW = "补记时长请写：姓名、时长、事由，例如：补记 张三 60分钟 帮忙搬家具"
CREDITED = "已给{name}补记 {minutes}：{reason}。"
CREDIT_TOO_MUCH = "一次最多补记 24 小时，不能是负数；要扣减请用“更正工时”。"
HOURS_CONFIRMED = "已确认班次 {n} {count} 人的时长：{listed}"
NOTHING_TO_CONFIRM = "班次 {n} 没有等确认的时长。"
CERTIFICATE = "服务证明（{span}，{hours}）：\n{url}\n点开可保存 PDF，上面的二维码可查验真伪。"
SPAN = "{first:%Y年%m月%d日}至{last:%m月%d日}"
CERTIFICATE_NONE = "{span}没有服务时长，开不了证明。"
FEED = "您的值班日历地址（加到手机日历的“订阅”里，只给自己用）：\n{url}\n再要一次会换新地址，旧的作废。"

CONFIRMED_LINE, EXAMPLE_NUMBER, MOST = "{name} {hours}", 12, 8


@says
def hours_shown(of: found.HoursShown, here: Here) -> str:
    """The sums, and the newest entries."""
    if not of.entries:
        return NO_HOURS
    head = HOURS_HEAD.format(month=hours(of.month), year=hours(of.year))
    return "\n".join([head, *(_line(each, here) for each in of.entries[-MOST:])])


@says
def how_to_correct(of: found.HowToCorrect, _here: Here) -> str:
    """What is needed."""
    return CORRECT_HOW.format(n=of.number or EXAMPLE_NUMBER)


@says
def not_oneself(_found: found.NotOneself, _here: Here) -> str:
    """Who does it."""
    return CORRECT_SELF


@says
def was_not_there(of: found.WasNotThere, _here: Here) -> str:
    """They had no place there."""
    return CORRECT_NOT_ON.format(name=of.name, n=of.shift)


@says
def as_they_were(of: found.HoursAsTheyWere, _here: Here) -> str:
    """Nothing was changed."""
    return CORRECT_SAME.format(name=of.name, n=of.shift, after=hours(of.minutes))


@says
def corrected(of: found.HoursCorrected, _here: Here) -> str:
    """From what to what."""
    return CORRECTED.format(name=of.name, n=of.shift, before=hours(of.before), after=hours(of.after), reason=of.reason)


@says
def how_to_credit(_found: found.HowToCredit, _here: Here) -> str:
    """What is needed."""
    return CREDIT_HOW


@says
def too_much(_found: found.TooMuchToCredit, _here: Here) -> str:
    """How much may be added at once."""
    return CREDIT_TOO_MUCH


@says
def credited(of: found.HoursCredited, _here: Here) -> str:
    """Who got how much."""
    return CREDITED.format(name=of.name, minutes=hours(of.minutes), reason=of.reason)


@says
def confirmed(of: found.HoursConfirmed, _here: Here) -> str:
    """Whose hours count."""
    listed = "、".join(CONFIRMED_LINE.format(name=name, hours=hours(minutes)) for name, minutes in of.people)
    return HOURS_CONFIRMED.format(n=of.shift, count=len(of.people), listed=listed)


@says
def nothing_to_confirm(of: found.NothingToConfirm, _here: Here) -> str:
    """There is nothing."""
    return NOTHING_TO_CONFIRM.format(n=of.shift)


@says
def certificate(of: found.CertificateWritten, _here: Here) -> str:
    """Where it lies."""
    return CERTIFICATE.format(span=_span(of.first, of.last), hours=hours(of.minutes), url=of.url)


@says
def nothing_to_certify(of: found.NothingToCertify, _here: Here) -> str:
    """There are no hours then."""
    return CERTIFICATE_NONE.format(span=_span(of.first, of.last))


@says
def feed(of: found.FeedOpened, _here: Here) -> str:
    """The new address."""
    return FEED.format(url=of.url)


def _line(entry: Entry, here: Here) -> str:
    known = entry.place_id is not None and entry.place_id in here.places.nodes
    place = here.places.full_name(entry.place_id) if known and entry.place_id is not None else ""
    about = " ".join(filter(None, (SOURCE[entry.source], place, entry.reason)))
    return HOURS_LINE.format(day=day(entry.day), what=about, minutes=hours(entry.minutes))


def _span(first: date, last: date) -> str:
    return SPAN.format(first=first, last=last)
