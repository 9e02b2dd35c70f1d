"""What is said to who settles or repeats something."""

from governance.connectors.standing import Owner
from handlers.connectors.outcomes import CannotSettle, NothingToReplay, Replayed, Settled, WhoseWord
from handlers.context import Here
from handlers.outcomes import says

SIDE = {Owner.OURS: "我方", Owner.THEIRS: "对方"}
SETTLED = "{number} 已裁定，以{side}为准"
CANNOT_SETTLE = "{number} 现在的状态改不成对方那样，请先在工单（或名册）里办好，再来裁定"
WHOSE = "以谁为准？请选我方或对方"
REPLAYED = "{what} 号已重新排队，几秒后看结果"
NOTHING = "{what} 号已经不在搁置或冲突里，可能别人刚处理过，请刷新"


@says
def settled(outcome: Settled, _here: Here) -> str:
    """Whose word counts."""
    return SETTLED.format(number=outcome.number, side=SIDE[outcome.side])


@says
def cannot_settle(outcome: CannotSettle, _here: Here) -> str:
    """What to do first."""
    return CANNOT_SETTLE.format(number=outcome.number)


@says
def whose(_outcome: WhoseWord, _here: Here) -> str:
    """Which sides there are."""
    return WHOSE


@says
def replayed(outcome: Replayed, _here: Here) -> str:
    """It goes on."""
    return REPLAYED.format(what=outcome.what)


@says
def nothing_to_replay(outcome: NothingToReplay, _here: Here) -> str:
    """Somebody was quicker."""
    return NOTHING.format(what=outcome.what)
