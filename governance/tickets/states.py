"""States of a ticket and what the reporter may still do in each."""

from datetime import datetime
from enum import StrEnum

from governance.rules import Rules


class TicketState(StrEnum):
    """Where a ticket stands. Order and names: design, section 5 (GB/T 34300's loop)."""

    REPORTED = "reported"
    ACCEPTED = "accepted"
    DISPATCHED = "dispatched"
    IN_PROGRESS = "in_progress"
    HANDLED = "handled"
    VERIFIED = "verified"
    CLOSED = "closed"
    RETURNED = "returned"
    TRANSFERRED = "transferred"
    SUSPENDED = "suspended"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    REOPENED = "reopened"
    ESCALATED = "escalated"


WITHDRAWABLE = frozenset(
    {TicketState.REPORTED, TicketState.ACCEPTED, TicketState.DISPATCHED, TicketState.RETURNED, TicketState.TRANSFERRED}
)
"""A reporter may take a report back until somebody works on it."""

ENDED = frozenset({TicketState.CLOSED, TicketState.MERGED, TicketState.WITHDRAWN})
"""Nothing more is owed to the reporter in these."""


def joins(opened_at: datetime, state: TicketState, now: datetime, rules: Rules) -> bool:
    """Whether what a person sends at `now` still belongs to the report they opened at `opened_at`."""
    return state not in ENDED and now - opened_at <= rules.join_window
