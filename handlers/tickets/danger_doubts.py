"""A danger that no rule is sure of and that nobody has confirmed: noted when it is told, and as what it goes on if it is none."""

from governance.tickets.danger_doubts import DangerNote, is_doubtful, ordinary
from governance.tickets.states import TicketState
from governance.tickets.urgency import Urgency
from handlers.context import Context
from storage.console.ticket_page import text_of
from storage.ticket_events import last_done
from storage.tickets import record
from storage.work_tickets import WorkTicket
from understanding.hazard import Hazard
from understanding.normalise import normalise
from understanding.urgency import urgency_of


def note_doubt(ctx: Context, number: str, hazard: Hazard | None, state: TicketState = TicketState.REPORTED) -> None:
    """Keeps with a ticket that the danger in its words may be none; of a sure one nothing."""
    if hazard is not None and not hazard.sure:
        _note(ctx, number, DangerNote.POSSIBLE, state)


def note_confirmed(ctx: Context, number: str, state: TicketState) -> None:
    """Somebody says that it is one: from now on it keeps all its proofs. Noted where it was in doubt."""
    if may_be_none(ctx, number):
        _note(ctx, number, DangerNote.CONFIRMED, state)


def may_be_none(ctx: Context, number: str) -> bool:
    """Whether the ticket's danger is a possible one that nobody has confirmed."""
    last = last_done(ctx.uow, number, list(DangerNote))
    return is_doubtful(None if last is None else last.kind)


def ordinary_urgency(ctx: Context, ticket: WorkTicket) -> Urgency:
    """As what a ticket goes on that is no danger, by its words and its category."""
    words = normalise(text_of(ctx.uow, ticket.number))
    return ordinary(Urgency(urgency_of(words, ctx.config.category(ticket.category), None)))


def _note(ctx: Context, number: str, kind: DangerNote, state: TicketState) -> None:
    record(ctx.uow, number, ctx.account_id, kind.value, state, state, ctx.now, None, ctx.person_id)
