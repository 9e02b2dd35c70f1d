"""Who has a ticket in hand says in so many words to whom it goes on: 电线还是转给沈假设."""

import re

from understanding.candidate import SETTLED, Candidate
from understanding.command_names import CommandName
from understanding.denied import denies
from understanding.named import named_alone
from understanding.situation import Situation
from understanding.whom import whom_anywhere

_HANDS_ON = re.compile(r"(?<![没不别])(?:转|移交)(?:办|交|派)?(?:给|到)(?!了|的是|谁|哪)")
_ASKS = re.compile(r"[?？]|吗|能不能|可不可以|要不要|行不行|谁|没有$|了没")
_MAY = frozenset({
    CommandName.TRANSFER_TICKET, CommandName.RETURN_TICKET, CommandName.HANDLE_TICKET, CommandName.ADD_REMARK,
    CommandName.ASK_QUESTION, CommandName.RELAY_TO_REPORTER, CommandName.DISPATCH_TICKET,
})  # fmt: skip


def handed_on(words: str, best: Candidate, situation: Situation) -> tuple[Candidate, ...]:
    """The handing on of the one ticket that is meant; empty where the words do not say that, or not of which."""
    mine = [ticket for ticket in situation.tickets if ticket.mine == "assignee" and ticket.state != "handled"]
    if not mine or best.command not in _MAY or _HANDS_ON.search(words) is None or _ASKS.search(words):
        return ()
    if denies(CommandName.TRANSFER_TICKET, words) or whom_anywhere(words) is None:
        return ()
    named = named_alone(words, mine) or (mine[0] if len(mine) == 1 else None)
    just = next((ticket for ticket in mine if ticket.number == situation.just), None)
    meant = named or just
    if meant is None or (best.ticket not in (None, meant.number) and named is None):
        return ()
    return (Candidate(CommandName.TRANSFER_TICKET, SETTLED, ticket=meant.number, sure_of_target=1.0),)
