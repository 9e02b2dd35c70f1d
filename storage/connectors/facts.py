"""What of a ticket or event is told to other systems."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from governance.tickets.states import TicketState
from storage.models import Event, Ticket, TicketEvent
from storage.ticket_counts import FOR_ALL
from storage.unit_of_work import UnitOfWork


def ticket_row(uow: UnitOfWork, number: str) -> Any | None:
    """Category, urgency, place and days of a ticket."""
    columns = (
        Ticket.category, Ticket.urgency, Ticket.place_id, Ticket.opened_at, Ticket.handle_due, Ticket.closed_as,
    )  # fmt: skip
    return uow.execute(select(*columns).where(Ticket.number == number)).first()


def result_of(uow: UnitOfWork, number: str, kinds: Sequence[str] = ("handle", "answer")) -> str | None:
    """What was said when it was handled last, or in another step."""
    said = (TicketEvent.number == number, TicketEvent.kind.in_(kinds))
    found: str | None = uow.execute(
        select(TicketEvent.note).where(*said).order_by(TicketEvent.id.desc()).limit(1)
    ).scalar()
    return found


def event_row(uow: UnitOfWork, number: str) -> Any | None:
    """Kind, state and the estimate of an event."""
    return uow.execute(select(Event.kind, Event.state, Event.estimate_at).where(Event.number == number)).first()


@dataclass(frozen=True)
class TicketFacts:
    """A ticket as other systems may know it."""

    number: str
    state: TicketState
    category: str | None
    urgency: str
    place_id: int | None
    opened_at: datetime
    due_at: datetime | None
    handled_at: datetime | None
    ended_at: datetime | None


def ticket_facts_after(
    uow: UnitOfWork, since: datetime | None, after: str, most: int, number: str | None = None
) -> list[TicketFacts]:
    """Tickets behind a number, opened since an instant, by number; or the one that is named. None about a person in danger."""
    into = aliased(Ticket)
    columns = (
        Ticket.number, func.coalesce(into.state, Ticket.state).label("state"), Ticket.category, Ticket.urgency, Ticket.place_id,
        Ticket.opened_at, Ticket.handle_due.label("due_at"), Ticket.handled_at, Ticket.ended_at,
    )  # fmt: skip
    where = [FOR_ALL, Ticket.number > after if number is None else Ticket.number == number]
    if since is not None:
        where.append(Ticket.opened_at >= since)
    statement = select(*columns).join(into, into.number == Ticket.merged_into, isouter=True).where(*where)
    rows = uow.execute(statement.order_by(Ticket.number).limit(most))
    return [TicketFacts(**{**row._mapping, "state": TicketState(row.state)}) for row in rows]
