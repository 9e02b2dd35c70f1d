"""What of a ticket or event is told to other systems."""

from typing import Any

from sqlalchemy import select

from storage.models import Event, Ticket, TicketEvent
from storage.unit_of_work import UnitOfWork


def ticket_row(uow: UnitOfWork, number: str) -> Any | None:
    """Category, urgency, place and days of a ticket."""
    columns = (Ticket.category, Ticket.urgency, Ticket.place_id, Ticket.opened_at, Ticket.handle_due)
    return uow.execute(select(*columns).where(Ticket.number == number)).first()


def result_of(uow: UnitOfWork, number: str) -> str | None:
    """What was said when it was handled last."""
    said = (TicketEvent.number == number, TicketEvent.kind.in_(("handle", "answer")))
    found: str | None = uow.execute(
        select(TicketEvent.note).where(*said).order_by(TicketEvent.id.desc()).limit(1)
    ).scalar()
    return found


def event_row(uow: UnitOfWork, number: str) -> Any | None:
    """Kind, state and the estimate of an event."""
    return uow.execute(select(Event.kind, Event.state, Event.estimate_at).where(Event.number == number)).first()
