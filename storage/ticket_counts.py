"""What is open, late, a danger, waiting: one definition for whoever counts tickets or lists them."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_

from governance.tickets.lifecycle import WAITING
from governance.tickets.satisfaction import ClosedAs
from governance.tickets.sensitive import SENSITIVE
from governance.tickets.states import TicketState
from governance.tickets.urgency import Urgency
from storage.models import Ticket

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

NOT_VOIDED: ColumnElement[bool] = func.coalesce(Ticket.closed_as, "") != ClosedAs.VOIDED.value
"""What was voided was never a matter: it neither came in nor was done."""
COUNTED: ColumnElement[bool] = and_(
    Ticket.state.not_in([TicketState.MERGED.value, TicketState.WITHDRAWN.value]), NOT_VOIDED
)
"""As the assessment counts: what was merged, withdrawn or voided is not in it."""

FOR_ALL: ColumnElement[bool] = func.coalesce(Ticket.category, "").not_in(sorted(SENSITIVE))
"""What may be told beyond those whom it concerns: given out, published, counted by place and kind, held against a thing."""


def late(now: datetime) -> ColumnElement[bool]:
    """Any promise on it is past its time."""
    return and_(RUNNING, Ticket.next_due < now)


def within(places: Collection[int] | None) -> list[Any]:
    """Where it lies; None: anywhere, also where no place is known."""
    return [] if places is None else [Ticket.place_id.in_(sorted(places))]


def without(categories: Collection[str], but_of: int | None = None) -> list[ColumnElement[bool]]:
    """Of none of these categories; `but_of`: save what this person has in hand."""
    if not categories:
        return []
    other = func.coalesce(Ticket.category, "").not_in(sorted(categories))
    return [other if but_of is None else or_(other, Ticket.assignee_id == but_of)]
