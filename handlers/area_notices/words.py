"""What residents read of a notice: days by their date, for it may be read later than it was written."""

from datetime import datetime, timedelta

from governance.area_notices import AreaKind
from handlers.area_notices.outcomes import Told
from handlers.context import Here
from understanding.time_told import says_more, without_times

KIND = {
    AreaKind.WATER: "停水", AreaKind.POWER: "停电", AreaKind.GAS: "停气", AreaKind.HEATING: "停暖",
    AreaKind.ROAD: "道路封闭", AreaKind.LIFT: "电梯停用", AreaKind.OTHER: "通知",
}  # fmt: skip
MUTES = {**KIND, AreaKind.ROAD: "封路", AreaKind.LIFT: "电梯", AreaKind.OTHER: "其他"}
"""As a kind is named where one mutes it."""
CALLED_OFF = "【{kind}取消了】{area}：原定{when}，不进行了。"
HEAD = "【{kind}】{area}：{when}"
NUMBER = "编号 {number}。不想收这类通知，回复：退订{mute}通知"
FIRST = "{head}\n{text}{number}"
BEGINS = "【{kind}快开始了】{area}：{when}\n请提前做好准备。\n编号 {number}"
CHANGED = "【{kind}时间改了】{area}：改为{when}\n{text}编号 {number}"
OVER = "【{kind}按计划到点】{area}：{when}\n还没有恢复的，请直接回复告诉我们。\n编号 {number}"
CLEAR = "【{kind}结束了】{area}\n{note}编号 {number}"
CANCELLED = "【{kind}取消了】{area}：原定{when}，不进行了。\n{note}编号 {number}"
VOID = "【更正】{area}：编号 {number} 的通知作废，{stands}以编号 {other} 的为准：\n{announced}\n{note}编号 {number}"
STANDS = "{kind}没有取消，"
STILL_NOT = "还有问题的，请直接回复告诉我们。\n"
FROM_TO, FROM_ON, SAME_DAY = "{start} 至 {end}", "{start} 起", "{start}—{end}"
MOST_AREA = 4
LEAST_NAME = 4
"""梧桐里1号院 is also said as 1号院."""
AND_MORE = "等 {n} 处"


def first(notice: Told, here: Here) -> str:
    """What, where, from when to when; then the words of whoever sends it."""
    number = NUMBER.format(number=notice.number, mute=MUTES[notice.kind])
    return FIRST.format(head=head(notice, here), text=_line(body(notice)), number=number)


def begins(notice: Told, here: Here) -> str:
    """Shortly before it begins."""
    return BEGINS.format(**_named(notice, here))


def changed(notice: Told, here: Here) -> str:
    """The whole with its new time."""
    return CHANGED.format(**_named(notice, here), text=_line(without_times(body(notice))))


def should_be_over(notice: Told, here: Here) -> str:
    """Its time has passed; nobody said yet that it is over."""
    return OVER.format(**_named(notice, here))


def clear(notice: Told, note: str, *, cancelled: bool, here: Here) -> str:
    """It is over, or does not happen."""
    said = f"{note}\n" if note else "" if cancelled else STILL_NOT
    return (CANCELLED if cancelled else CLEAR).format(**_named(notice, here), note=said)


def void(notice: Told, other: Told, note: str, here: Here) -> str:
    """Only this one was wrong; the other one holds."""
    stands = "" if notice.kind is AreaKind.OTHER else STANDS.format(kind=KIND[notice.kind])
    return VOID.format(
        area=area(notice.area), number=notice.number, stands=stands, other=other.number, announced=announced(other, here),
        note=_line(note),
    )  # fmt: skip


def called_off(notice: Told, here: Here) -> str:
    """For who asks about what does not happen."""
    return CALLED_OFF.format(**_named(notice, here))


def head(notice: Told, here: Here) -> str:
    """The first line: what, where, when."""
    return HEAD.format(**{name: said for name, said in _named(notice, here).items() if name != "number"})


def body(notice: Told) -> str:
    """The words of whoever sends it, where they say more than the first line."""
    known = {KIND[notice.kind], *notice.area, *(place[-LEAST_NAME:] for place in notice.area)}
    return notice.text if says_more(notice.text, known) else ""


def announced(notice: Told, here: Here) -> str:
    """What is announced, for who asks or reports it again."""
    return "\n".join(filter(None, (head(notice, here), body(notice))))


def _line(text: str) -> str:
    return f"{text}\n" if text else ""


def area(names: tuple[str, ...]) -> str:
    """The first of many places, and how many they are."""
    more = AND_MORE.format(n=len(names)) if len(names) > MOST_AREA else ""
    return "、".join(names[:MOST_AREA]) + more


def when(starts_at: datetime, ends_at: datetime | None, here: Here) -> str:
    """11月25日 09:00—15:00; of several days both; without an end only the begin."""
    start = starts_at.astimezone(here.config.zone)
    if ends_at is None:
        return FROM_ON.format(start=_moment(start))
    end = ends_at.astimezone(here.config.zone)
    midnight = end.hour == end.minute == 0
    if (end - timedelta(minutes=1 if midnight else 0)).date() == start.date():
        return SAME_DAY.format(start=_moment(start), end="24:00" if midnight else f"{end:%H:%M}")
    return FROM_TO.format(start=_moment(start), end=_moment(end))


def _named(notice: Told, here: Here) -> dict[str, str]:
    return {
        "kind": KIND[notice.kind], "area": area(notice.area), "number": notice.number,
        "when": when(notice.starts_at, notice.ends_at, here),
    }  # fmt: skip


def _moment(local: datetime) -> str:
    return f"{local.month}月{local.day}日 {local:%H:%M}"
