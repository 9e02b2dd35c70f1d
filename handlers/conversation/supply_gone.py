"""Whoever says words of a supply that is gone tells of it, although something else is likeliest."""

from governance.roles import Role
from handlers.catalogue import intent_of
from understanding.command_names import CommandName
from understanding.intents import Intent
from understanding.situation import Situation
from understanding.trouble import CUT_OFF, trouble_in

_AWAITS = frozenset({CommandName.URGE_REPORT, CommandName.SHOW_PROGRESS})
"""Of nothing of one's own that could be meant: 怎么还不来电."""
_NOT_RESIDENTS = frozenset({
    Intent.NOMINATE, Intent.OBJECT, Intent.SHIFTS, Intent.MY_SHIFTS, Intent.SWAP, Intent.ALLIANCE, Intent.PROJECT, Intent.VISIT,
})  # fmt: skip
"""No resident without power speaks of stars and shifts: 为什么没得电哦."""


def tells_of_it(command: CommandName, situation: Situation, words: str) -> bool:
    """Whether the words are such ones, and the command that is likeliest is not what is meant beside them."""
    if trouble_in(words) not in CUT_OFF:
        return False
    if command in _AWAITS:
        return not situation.tickets
    return situation.role == Role.RESIDENT and intent_of(command) in _NOT_RESIDENTS
