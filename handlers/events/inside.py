"""The reports inside an event: dangers first, which keep their own clock."""

from collections.abc import Sequence

from handlers.context import Context
from handlers.events.finding import ref
from handlers.events.outcomes import EventLine
from storage.event_reports import Counts, members_of
from storage.events import EventRow
from storage.work_tickets import HAZARD, WorkTicket, work_tickets


def reports_in(ctx: Context, number: str) -> list[WorkTicket]:
    """The tickets of an event, dangers first, then as they came."""
    tickets = work_tickets(ctx.uow, [each.number for each in members_of(ctx.uow, number)])
    return sorted(tickets, key=lambda ticket: (not is_danger(ticket), ticket.opened_at, ticket.number))


def dangers_in(ctx: Context, number: str) -> tuple[str, ...]:
    """The numbers of those that are dangers and not over."""
    return dangers_of(reports_in(ctx, number))


def dangers_of(tickets: Sequence[WorkTicket]) -> tuple[str, ...]:
    """Those of them that are dangers and not over."""
    return tuple(ticket.number for ticket in tickets if is_danger(ticket))


def is_danger(ticket: WorkTicket) -> bool:
    """Whether it is a danger that still runs."""
    return ticket.urgency == HAZARD and ticket.ended_at is None


def line_of(event: EventRow, counts: Counts, dangers: tuple[str, ...] = ()) -> EventLine:
    """An event as a line of a list."""
    return EventLine(ref(event), event.state, counts.people, counts.still, event.estimate_at, dangers)
