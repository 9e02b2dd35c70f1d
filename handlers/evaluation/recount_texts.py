"""What is said of a sum whose facts were taken anew from the books."""

from governance.evaluation.changes import FactChange
from governance.evaluation.kinds import FactKind
from handlers.context import Here
from handlers.duty.texts.words import hours
from handlers.evaluation import outcomes as found
from handlers.evaluation.words import FACT
from handlers.outcomes import says

RECOUNTED = (
    "评议{number} {name} 已按台账重新核算：{points:+d} 分，现在共 {total} 分，已告诉 {told} 位提异议的人。\n{lines}"
)
ADDED, DROPPED, OTHER = (
    "补上 {kind} {after}（{about}）",
    "去掉 {kind} {before}（{about}）",
    "{kind} {before} 改为 {after}（{about}）",
)
SAME = "评议{number} {name} 的事实和台账一致，没有可更正的。先更正台账再核算，或用“成立，改分”“不成立”处理。"
WHY = "评议{number} 请写说明，告诉提异议的人为什么更正。"
COUNTED = "{amount} {unit}"


@says
def recounted(of: found.EntryRecounted, _here: Here) -> str:
    """The new sum first, then what has changed."""
    lines = "\n".join(_line(each) for each in of.changes)
    return RECOUNTED.format(number=of.number, name=of.name, points=of.points, total=of.total, told=of.told, lines=lines)


@says
def same(of: found.BooksSayTheSame, _here: Here) -> str:
    """What else can be done."""
    return SAME.format(number=of.number, name=of.name)


@says
def why(of: found.RecountWhy, _here: Here) -> str:
    """What is missing."""
    return WHY.format(number=of.number)


def _line(change: FactChange) -> str:
    said = ADDED if change.before is None else DROPPED if change.after is None else OTHER
    return said.format(
        kind=FACT[change.kind][0], before=_amount(change.kind, change.before), after=_amount(change.kind, change.after),
        about=change.about,
    )  # fmt: skip


def _amount(kind: FactKind, amount: int | None) -> str:
    if amount is None:
        return ""
    return hours(amount) if kind is FactKind.HOURS else COUNTED.format(amount=amount, unit=FACT[kind][1])
