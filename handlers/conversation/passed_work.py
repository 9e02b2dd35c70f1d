"""Who looks over work says at the end of a sentence that it stands: of the finished work that is named."""

from handlers.conversation.interpreting import Interpreted
from handlers.tickets.commands import VerifyTicket
from understanding.command_names import CommandName
from understanding.this_not_that import matter_named
from understanding.verdict import verdict_at_end

_LOOKS_LIKE = frozenset({
    CommandName.VERIFY_TICKET, CommandName.RATE_TICKET, CommandName.APPROVE_REQUEST, CommandName.DISPATCH_TICKET,
    CommandName.UNDO_DISPATCH, CommandName.HANDLE_TICKET, CommandName.CALL_BACK, CommandName.HEAR_TALK, None,
    CommandName.SHOW_PROGRESS, CommandName.ADD_REMARK, CommandName.REFUSE_REQUEST,
})  # fmt: skip
"""What such a sentence is taken for."""


def passed_work(found: Interpreted) -> VerifyTicket | None:
    """None where no verdict is given, or the words name no finished work that waits for the sender, or several."""
    verdict = verdict_at_end(found.words)
    if verdict is None or found.interpretation.best.command not in _LOOKS_LIKE:
        return None
    finished = [each for each in found.situation.work if each.mine == "verifier" and each.state == "handled"]
    named = matter_named(found.words, finished)
    if named is None:
        just = [each for each in finished if each.number == found.situation.just]
        others = matter_named(found.words, found.situation.work)
        named = next(iter(just), None) if others is None else None
    return None if named is None else VerifyTicket(named.number, verdict.good, verdict.why)
