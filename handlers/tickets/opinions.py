"""What is kept of a reporter's opinion, and offered when there is nothing more to rate."""

from governance.notices import NoticeKind
from handlers.context import Context
from handlers.texts import work as words
from handlers.tickets.finding import head_of
from handlers.tickets.moving import note_event
from handlers.tickets.notify import notify_staff
from handlers.tickets.rating_outcomes import (
    ClosedAlready,
    ReasonKept,
)
from storage.work_tickets import WorkTicket, work_ticket


def keep_reason(ctx: Context, number: str, reason: str) -> ReasonKept:
    """Why somebody is dissatisfied: told to whoever has it now."""
    ticket = work_ticket(ctx.uow, number)
    note_event(ctx, ticket, "remark", reason)
    text = words.WHY_DISSATISFIED.format(note=reason)
    notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.REASON, f"{head_of(ticket)}\n{text}")
    return ReasonKept(number)


def closed_offer(ctx: Context, ticket: WorkTicket) -> ClosedAlready:
    """What is answered about a closed ticket: when it was closed, and that it can be opened again."""
    return ClosedAlready(ticket.number, ticket.summary, ticket.ended_at or ctx.now)
