"""Tickets for the open interface: what everybody may know of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from governance.tickets.states import ENDED, TicketState
from storage.models import Deadline, Ticket, TicketEvent
from storage.ticket_counts import FOR_ALL
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class OpenRequest:
    """A ticket. Instants are UTC."""

    number: str
    state: TicketState
    category: str | None
    place_id: int | None
    opened_at: datetime
    updated_at: datetime
    due_at: datetime | None


def open_requests(
    uow: UnitOfWork, first: datetime, end: datetime, most: int, *, numbers: Sequence[str], codes: Sequence[str],
    states: Sequence[str],
) -> list[OpenRequest]:  # fmt: skip
    """Those opened in the span; merged and withdrawn ones are left out, unless they are asked for by number; those about
    a person in danger always.
    """
    updated = (
        select(func.max(TicketEvent.at)).where(TicketEvent.number == Ticket.number).correlate(Ticket).scalar_subquery()
    )
    due = (
        select(func.max(Deadline.due_at))
        .where(Deadline.number == Ticket.number, Deadline.kind == "handle", Deadline.dropped_at.is_(None))
        .correlate(Ticket)
        .scalar_subquery()
    )
    statement = select(
        Ticket.number, Ticket.state, Ticket.category, Ticket.place_id, Ticket.opened_at,
        func.coalesce(updated, Ticket.opened_at).label("updated_at"), due.label("due_at"),
    )  # fmt: skip
    ended = [state.value for state in ENDED]
    wanted: list[ColumnElement[bool]] = [Ticket.number.in_([number.upper() for number in numbers])] if numbers else [
        Ticket.opened_at >= first, Ticket.opened_at <= end, Ticket.state.not_in(["merged", "withdrawn"])]  # fmt: skip
    wanted += [Ticket.category.in_(codes)] if codes else []
    if set(states) == {"open"}:
        wanted.append(Ticket.state.not_in(ended))
    if set(states) == {"closed"}:
        wanted.append(Ticket.state.in_(ended))
    wanted.append(FOR_ALL)
    rows = uow.execute(statement.where(*wanted).order_by(Ticket.opened_at.desc(), Ticket.number.desc()).limit(most))
    return [OpenRequest(**{**row._mapping, "state": TicketState(row.state)}) for row in rows]
