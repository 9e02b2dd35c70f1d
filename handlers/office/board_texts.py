"""What is said of kept views and of how the board is set up."""

from handlers.context import Here
from handlers.office import board_outcomes as found
from handlers.outcomes import says

KEPT, DROPPED = "已存为视图“{name}”。", "已删除视图“{name}”。"
HOW = "视图要有名称，最多 {most} 个字；给角色用的要选一个角色。"
TOO_MANY = "最多存 {most} 个视图，请先删掉一个。"
NO_SUCH = "没有这个视图，可能刚被删掉了。"
OPENS_WITH, OPENS_PLAIN = "以后打开工单先看“{name}”。", "以后打开工单先看全部未办结。"
SET = "已保存，换一台电脑也是这样。"


@says
def kept(of: found.ViewKept, _here: Here) -> str:
    """Under which name."""
    return KEPT.format(name=of.name)


@says
def how(of: found.ViewHow, _here: Here) -> str:
    """What is needed."""
    return HOW.format(most=of.most)


@says
def too_many(of: found.TooManyViews, _here: Here) -> str:
    """How many there may be."""
    return TOO_MANY.format(most=of.most)


@says
def dropped(of: found.ViewDropped, _here: Here) -> str:
    """Which."""
    return DROPPED.format(name=of.name)


@says
def no_such(_found: found.NoSuchView, _here: Here) -> str:
    """There is none."""
    return NO_SUCH


@says
def opens_with(of: found.OpensWith, _here: Here) -> str:
    """How the board opens."""
    return OPENS_PLAIN if of.name is None else OPENS_WITH.format(name=of.name)


@says
def wishes_set(_found: found.WishesSet, _here: Here) -> str:
    """It is so."""
    return SET
