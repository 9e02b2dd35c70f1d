"""What is said where one shift is taken in place of another, and of how a change with a colleague stands."""

from handlers.context import Here
from handlers.duty.outcomes import changes as found
from handlers.duty.outcomes.shifts import NotAdmitted
from handlers.duty.texts.shifts import MOST, refused, too_late_to_cancel
from handlers.duty.texts.words import line, said_of, what
from handlers.outcomes import says
from storage.duty.shifts import ShiftRow

CHANGED = (
    "报名成功：{what}，班次号 {n}；已取消您的班次 {before}（{what_before}）。\n"
    "开始前会提醒您；不能来请提前取消：取消值班 {n}"
)
STAYS = "没有改，您还在班次 {n}（{what}）。"
FULL = "班次 {n}（{what}）名额已满，要排候补请回复：报名 {n}"
NONE_THEN = "{said}没有可以报的班次。"
THERE_IS = "有这些，要改到哪个请回复班次号，例如：{n}\n{listed}"
NOTHING_THERE = "回复“值班表”看近期全部班次。"
WHICH = "要改到哪一个？请回复班次号，例如：{n}。没选之前您还在班次 {before}。\n{listed}"
SWAP_LINE = {
    "open": "班次 {n}（{what}）：已请{name}顶班，还没有答复，现在还是您值班。不换了请回复：取消换班 {n}",
    "done": "班次 {n}（{what}）：换成了，由{name}值班。",
    "refused": "班次 {n}（{what}）：{name}不方便，没有换成，还是您值班。再找人请回复：换班 {n} 给 姓名",
    "withdrawn": "班次 {n}（{what}）：换班请求已经撤回。",
}
ANYBODY = "同事"
NO_SWAPS = "您最近没有发出过换班请求。要换班请回复：换班 班次号 给 姓名"


@says
def changed(of: found.ShiftChanged, here: Here) -> str:
    """What was taken, and what was given back."""
    return said_of(CHANGED, of.row).format(
        n=of.row.id, what=what(here, of.row), before=of.before.id, what_before=what(here, of.before)
    )


@says
def hindered(of: found.ChangeHindered, here: Here) -> str:
    """Where one still stands, and why."""
    if isinstance(of.why, NotAdmitted):
        return f"{_stays(of.before, here)}\n{refused(here, of.why.row, of.why.why, of.why.lead)}"
    return f"{_stays(of.before, here)}\n{too_late_to_cancel(of.why, here)}"


@says
def full(of: found.ChangeFull, here: Here) -> str:
    """Where one still stands, and how to wait for the other."""
    return f"{_stays(of.before, here)}\n{said_of(FULL, of.row).format(n=of.row.id, what=what(here, of.row))}"


@says
def none_then(of: found.NoneToChangeTo, here: Here) -> str:
    """Where one still stands, and what there is."""
    more = THERE_IS.format(n=of.there[0].id, listed=_listed(of.there, here)) if of.there else NOTHING_THERE
    return f"{NONE_THEN.format(said=of.said)}{_stays(of.before, here)}\n{more}"


@says
def which(of: found.ChangeToWhich, here: Here) -> str:
    """Those that fit."""
    return WHICH.format(n=of.rows[0].id, before=of.before.id, listed=_listed(of.rows, here))


@says
def swaps(of: found.SwapsShown, here: Here) -> str:
    """Each, and who stands there."""
    if not of.swaps:
        return NO_SWAPS
    return "\n".join(
        said_of(SWAP_LINE[each.state], each.row).format(
            n=each.row.id, what=what(here, each.row), name=each.name or ANYBODY
        )
        for each in of.swaps
    )


def _stays(row: ShiftRow, here: Here) -> str:
    return said_of(STAYS, row).format(n=row.id, what=what(here, row))


def _listed(rows: tuple[ShiftRow, ...], here: Here) -> str:
    return "\n".join(line(here, row) for row in rows[:MOST])
