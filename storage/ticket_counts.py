"""What is open, late, a danger, waiting: one definition for whoever counts tickets or lists them."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, select

from governance.tickets.lifecycle import WAITING
from governance.tickets.states import TicketState
from governance.tickets.urgency import Urgency
from storage.models import Deadline, Ticket

RUNNING: ColumnElement[bool] = Ticket.ended_at.is_(None)
DANGERS: ColumnElement[bool] = and_(RUNNING, Ticket.urgency == Urgency.HAZARD.value)
TO_VERIFY: ColumnElement[bool] = and_(RUNNING, Ticket.state == TicketState.HANDLED.value)
TO_DISPATCH: ColumnElement[bool] = and_(
    RUNNING,
    Ticket.state.in_([
        TicketState.REPORTED.value, TicketState.ACCEPTED.value, TicketState.RETURNED.value, TicketState.REOPENED.value,
    ]),
)  # fmt: skip
UNTAKEN: ColumnElement[bool] = and_(
    RUNNING, Ticket.state.in_(sorted(state.value for state in WAITING - {TicketState.ESCALATED}))
)
"""Nobody has taken it: not dispatched yet, or dispatched to somebody who has not said yes."""
OPEN_PROMISE: ColumnElement[bool] = and_(Deadline.met_at.is_(None), Deadline.dropped_at.is_(None))


def late(now: datetime) -> ColumnElement[bool]:
    """Any promise on it is past its time."""
    missed = select(Deadline.id).where(Deadline.number == Ticket.number, OPEN_PROMISE, Deadline.due_at < now)
    return and_(RUNNING, missed.exists())


def within(places: Collection[int] | None) -> list[Any]:
    """Where it lies; None: anywhere, also where no place is known."""
    return [] if places is None else [Ticket.place_id.in_(sorted(places))]
