"""Matters that were handled and whose reporters were content."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from governance.tickets.satisfaction import Score
from governance.tickets.states import TicketState
from storage.models import Ticket
from storage.ticket_counts import FOR_ALL
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class SolvedCase:
    """A closed ticket. Instants are UTC."""

    category: str | None
    place_id: int | None
    summary: str
    opened_at: datetime
    handled_at: datetime


def solved_cases(uow: UnitOfWork, first: datetime, end: datetime) -> list[SolvedCase]:
    """Those reported from `first` until before `end`."""
    content = (
        Ticket.state == TicketState.CLOSED.value, Ticket.score.in_([Score.SATISFIED.value, Score.FAIRLY.value]),
        Ticket.handled_at.is_not(None), Ticket.reopened == 0, Ticket.opened_at >= first, Ticket.opened_at < end, FOR_ALL,
    )  # fmt: skip
    columns = (Ticket.category, Ticket.place_id, Ticket.summary, Ticket.opened_at, Ticket.handled_at)
    return [SolvedCase(*tuple(row)) for row in uow.execute(select(*columns).where(*content).order_by(Ticket.number))]
