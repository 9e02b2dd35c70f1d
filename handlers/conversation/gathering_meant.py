"""Who runs activities says in own words that one is to be held: that is no shift, and no list of activities."""

from typing import Any

from governance.permissions import PERMISSIONS, Act
from handlers.context import Context
from handlers.conversation.completing import read_as
from handlers.conversation.interpreting import Interpreted
from understanding.command_names import CommandName
from understanding.gathering_told import gathering_told, holds_gathering, of_duty
from understanding.meaning import Meaning

HOLD = PERMISSIONS[Act.RUN_DUTY]
_MAY_BE = frozenset({CommandName.OPEN_CAMPAIGN, CommandName.ADD_SHIFT})


def gathering_meant(ctx: Context, found: Interpreted) -> Any | None:
    """The activity that is to be opened; None where the words tell of none."""
    if found.situation.role not in HOLD or found.reading.hazard is not None:
        return None
    if not holds_gathering(found.words) and not _all_of_one(ctx, found):
        return None
    return read_as(found, Meaning(CommandName.OPEN_CAMPAIGN, None, found.words, free=True), ctx.here)


def _all_of_one(ctx: Context, found: Interpreted) -> bool:
    """亲子剪窗花，12月5号两点半到四点，15个人: nothing says that it is to be held, and all of it is there."""
    if found.interpretation.best.command not in _MAY_BE or of_duty(found.words):
        return False
    told = gathering_told(found.words, ctx.here.local, ctx.config.calendar)
    return bool(told.title and told.people) and told.start is not None and told.end is not None
