"""Whoever says a ticket's number is asked about that ticket: neither about another one, nor about what concerns none."""

import re
from dataclasses import replace

from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.fitting_ticket import can_be_meant
from understanding.mentions import without_number
from understanding.named import numbered_alone
from understanding.put_straight import says_slip
from understanding.situation import Situation

_OF_THINGS_BESIDE = frozenset({
    CommandName.UNBIND_ACCOUNT, CommandName.ASSIGN_SHIFT, CommandName.SIGN_UP, CommandName.ADD_SHIFT,
    CommandName.SHOW_SHIFT, CommandName.CANCEL_SHIFT, CommandName.STOP_SHIFT, CommandName.AGREE_TO_SWAP,
    CommandName.OFFER_SWAP, CommandName.TAKE_OUT_OF_EVENT, CommandName.BIND_ACCOUNT, CommandName.SHOW_IDENTITY,
})  # fmt: skip
"""What nobody means who speaks of a ticket by its number."""
_NONE_OFFERED = re.compile(r"(?:哪个|一个|上面)?(?:都|全)?不是[,，\s]")
"""None of what was offered is meant: that is no slip, and what follows is what is meant."""
_ENDS = frozenset({
    CommandName.HANDLE_TICKET, CommandName.VERIFY_TICKET, CommandName.STAND_DOWN, CommandName.RATE_TICKET,
    CommandName.TAKE_TO_COUNCIL,
})  # fmt: skip
"""What others act on at once: with words of a mistake it is asked about first."""


def of_the_named(candidates: tuple[Candidate, ...], situation: Situation, words: str) -> tuple[Candidate, ...]:
    """The candidates, each of the ticket whose number is said, where it can be meant of it; all as they are without a number."""
    named = numbered_alone(words, situation.work)
    if named is None:
        return candidates
    found = []
    for each in candidates:
        aimed = replace(each, ticket=named.number, sure_of_target=1.0) if each.ticket else each
        beside = each.command in _OF_THINGS_BESIDE or each.shift is not None
        if not beside and (aimed.ticket is None or can_be_meant(aimed, situation)):
            found.append(aimed)
    return tuple(found) if any(each.ticket for each in found) else candidates


def ends_by_slip(best: Candidate, situation: Situation, words: str, named: bool) -> bool:
    """Whether what others act on at once is only guessed from words of a mistake, or takes a ticket away that nobody spoke of."""
    if best.command is CommandName.TAKE_TO_COUNCIL and not named and best.ticket != situation.just:
        return True
    if best.command is CommandName.TAKE_OUT_OF_EVENT and without_number(words, best.ticket) == words:
        return True  # what a report says of itself (请通知居民) names it in any sentence about such a thing
    return best.command in _ENDS and says_slip(words) and _NONE_OFFERED.match(words) is None
