"""Somebody says in their own words that a possible danger is none: who reported it, or who looks at it on site."""

from collections.abc import Sequence

from governance.tickets.lifecycle import UNHANDLED
from governance.tickets.urgency import Urgency
from handlers.context import Context
from handlers.conversation.interpreting import Interpreted
from handlers.reporting.commands import ConfirmDanger
from handlers.tickets.commands import StandDown
from handlers.tickets.danger_doubts import may_be_none
from storage.work_tickets import work_tickets
from understanding.danger import says_harmless
from understanding.named import named_alone
from understanding.reading import is_complete
from understanding.situation import OwnTicket


def harmless_in(ctx: Context, found: Interpreted) -> ConfirmDanger | StandDown | None:
    """The one ticket that is meant is no danger; None where the words say no such thing, or of a danger that is certain."""
    if not says_harmless(found.words):
        return None
    work = found.situation.work
    mine = _doubtful(ctx, [ticket for ticket in work if ticket.mine == "assignee"])
    meant = _one(found.words, mine)
    if meant is not None:
        return StandDown(meant.number, found.text)
    if is_complete(found.reading):
        return None  # it tells of something new that is none
    reported = _one(found.words, _doubtful(ctx, [ticket for ticket in work if ticket.mine == "reporter"]))
    return None if reported is None else ConfirmDanger(reported.number, danger=False)


def _doubtful(ctx: Context, tickets: Sequence[OwnTicket]) -> list[OwnTicket]:
    dangers = {
        ticket.number
        for ticket in work_tickets(ctx.uow, [each.number for each in tickets])
        if ticket.urgency == Urgency.HAZARD and ticket.state in UNHANDLED and may_be_none(ctx, ticket.number)
    }
    return [ticket for ticket in tickets if ticket.number in dangers]


def _one(words: str, tickets: Sequence[OwnTicket]) -> OwnTicket | None:
    return tickets[0] if len(tickets) == 1 else named_alone(words, tickets)
