"""What is said to who changes a rota that stands."""

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
PROPOSED_NONE = "{month}月没有能排的空班。"
PROPOSED_MISSING = "另有 {missing} 个空位没有人能来。"
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
def proposed(of: found.PlanProposed, _here: Here) -> str:
    """How many, and what stays open."""
    text = (PROPOSED if of.count else PROPOSED_NONE).format(month=of.month.month, count=of.count)
    return text + (PROPOSED_MISSING.format(missing=of.missing) if of.missing else "")


@says
def which_month(_found: found.WhichMonth, _here: Here) -> str:
    """How to say it."""
    return WHICH_MONTH
