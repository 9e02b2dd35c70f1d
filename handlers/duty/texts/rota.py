"""What is said to who changes a rota that stands."""

from governance.duty.planner import Keeps
from handlers.context import Here
from handlers.duty.outcomes import rota as found
from handlers.duty.texts.swaps import why_not
from handlers.duty.texts.words import what
from handlers.outcomes import says

NOT_STANDING = "{name}不在班次 {n} 上，可能刚被别人改动过，没有改。请看最新的排班再试。"
SEVERAL = "班次 {n} 上叫{name}的有好几位，没有改。请写编号：{codes}"
CANNOT = "{name}不能值班次 {n}（{what}）：{why}。没有改。"
BEGUN = "班次 {n}（{what}）已经开始或结束，不能再改。工时不对请用“更正工时 {n}”。"
TAKEN_OFF, TAKEN_OFF_TOLD = "已去掉{name}在班次 {n} 的建议。", "已撤下{name}的班次 {n}（{what}），已通知本人。"
MOVED, MOVED_TOLD = (
    "{name}的建议已从班次 {a} 改到班次 {b}（{what}）。",
    "{name}已从班次 {a} 调到班次 {b}（{what}），已通知本人。",
)
EXCHANGED = "已对换：{name}值班次 {b}，{other}值班次 {a}。"
PROPOSED = "{month}月排班建议已生成 {count} 条，还没有通知本人；看过后点“发布”。"
PROPOSED_FULL = "{month}月没有空班要排。"
PROPOSED_NONE = "{month}月一个空位也没有排上：{missing} 个空位没有人能来。原因："
PROPOSED_MISSING = "另有 {missing} 个空位没有人能来。原因："
NOBODY_SERVES = (
    "{where}：{shifts} 个班缺 {places} 人，还没有人在这里报到。"
    "请想来的人在微信里回复“报到 {where}”，或在下面直接写姓名安排。"
)
KEPT = "{where}：{shifts} 个班缺 {places} 人。在这里报到的 {count} 人里，{why}。"
EACH = "{names}{why}"
WHY = {
    Keeps.ON: "已在这些班上", Keeps.LEAVE: "那时请假", Keeps.UNQUALIFIED: "没有“{need}”资格", Keeps.OVERLAP: "那时已有别的班",
    Keeps.REST: "值夜班前后休息不够 {hours} 小时", Keeps.STARTED: "赶不上，班已开始",
}  # fmt: skip
MOST_LINES, MOST_NAMES = 6, 4
MORE_LINES = "还有 {count} 种情况没有列出。"
MORE_NAMES = "{names}等 {count} 人"
WHICH_MONTH = "请写明月份，例如 2026-12-01。"


@says
def not_standing(of: found.NotStanding, _here: Here) -> str:
    """They are not there."""
    return NOT_STANDING.format(name=of.name, n=of.row.id)


@says
def several(of: found.SeveralStand, _here: Here) -> str:
    """By what to tell them apart."""
    return SEVERAL.format(name=of.name, n=of.row.id, codes="、".join(of.codes))


@says
def cannot(of: found.CannotMove, here: Here) -> str:
    """Why not."""
    return CANNOT.format(name=of.name, n=of.row.id, what=what(here, of.row), why=why_not(of.why, of.row, here))


@says
def begun(of: found.AlreadyBegun, here: Here) -> str:
    """What is possible still."""
    return BEGUN.format(n=of.row.id, what=what(here, of.row))


@says
def taken_off(of: found.TakenOff, here: Here) -> str:
    """Who is off what."""
    return (TAKEN_OFF_TOLD if of.told else TAKEN_OFF).format(name=of.name, n=of.row.id, what=what(here, of.row))


@says
def moved(of: found.Moved, here: Here) -> str:
    """From where to where."""
    form = MOVED_TOLD if of.told else MOVED
    return form.format(name=of.name, a=of.here.id, b=of.there.id, what=what(here, of.there))


@says
def exchanged(of: found.Exchanged, _here: Here) -> str:
    """Who stands where."""
    return EXCHANGED.format(name=of.name, other=of.other, a=of.here.id, b=of.there.id)


@says
def proposed(of: found.PlanProposed, here: Here) -> str:
    """How many, what stays open, and why."""
    numbers = {"month": of.month.month, "count": of.count, "missing": of.missing}
    if not of.missing:
        return (PROPOSED if of.count else PROPOSED_FULL).format(**numbers)
    first = (PROPOSED + PROPOSED_MISSING if of.count else PROPOSED_NONE).format(**numbers)
    lines = [_stays_open(each, here) for each in of.open[:MOST_LINES]]
    more = [MORE_LINES.format(count=len(of.open) - MOST_LINES)] if len(of.open) > MOST_LINES else []
    return "\n".join([first, *lines, *more])


def _stays_open(of: found.StaysOpen, here: Here) -> str:
    where = here.places.full_name(of.place_id)
    if not of.kept:
        return NOBODY_SERVES.format(where=where, shifts=of.shifts, places=of.places)
    names: dict[Keeps, list[str]] = {}
    for why, name in of.kept:
        names.setdefault(why, []).append(name)
    said = {"need": of.need or "", "hours": here.config.rules.rest_hours}
    reasons = "，".join(EACH.format(names=_some(each), why=WHY[key].format(**said)) for key, each in names.items())
    return KEPT.format(where=where, shifts=of.shifts, places=of.places, count=len(of.kept), why=reasons)


def _some(names: list[str]) -> str:
    if len(names) <= MOST_NAMES:
        return "、".join(names)
    return MORE_NAMES.format(names="、".join(names[:MOST_NAMES]), count=len(names))


@says
def which_month(_found: found.WhichMonth, _here: Here) -> str:
    """How to say it."""
    return WHICH_MONTH
