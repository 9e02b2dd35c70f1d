"""Tickets that have waited so long that they may be a project."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists, select

from governance.tickets.lifecycle import UNHANDLED
from governance.tickets.states import TicketState
from governance.tickets.urgency import Urgency
from storage.models import Ticket, TicketEvent
from storage.unit_of_work import UnitOfWork

PROPOSED = "propose_project"
"""The event that tells that it was proposed once."""
_WAITS = sorted(state.value for state in UNHANDLED - {TicketState.ESCALATED, TicketState.SUSPENDED})


def stuck_tickets(uow: UnitOfWork, before: datetime, most: int = 50) -> Sequence[str]:
    """Open tickets whose promise to be handled was over before then, no dangers, of which nobody was told so yet."""
    proposed = exists().where(TicketEvent.number == Ticket.number, TicketEvent.kind == PROPOSED)
    stuck = (
        Ticket.ended_at.is_(None), Ticket.handle_due < before, Ticket.state.in_(_WAITS),
        Ticket.urgency != Urgency.HAZARD.value, ~proposed,
    )  # fmt: skip
    return list(uow.execute(select(Ticket.number).where(*stuck).order_by(Ticket.handle_due).limit(most)).scalars())


def handle_due(uow: UnitOfWork, number: str) -> datetime | None:
    """Until when a ticket was to be handled."""
    found: datetime | None = uow.execute(select(Ticket.handle_due).where(Ticket.number == number)).scalar()
    return found
