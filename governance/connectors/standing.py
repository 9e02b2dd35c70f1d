"""Where a matter stands in words that both sides know, and what is done when both sides say something about it."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from governance.tickets.states import TicketState as S


class Standing(StrEnum):
    """What every platform has a code for; our own states are finer."""

    OPEN = "open"
    WORKING = "working"
    DONE = "done"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    REOPENED = "reopened"


OF_STATE: dict[S, Standing] = {
    S.REPORTED: Standing.OPEN,
    S.ACCEPTED: Standing.OPEN,
    S.DISPATCHED: Standing.OPEN,
    S.RETURNED: Standing.OPEN,
    S.TRANSFERRED: Standing.OPEN,
    S.IN_PROGRESS: Standing.WORKING,
    S.SUSPENDED: Standing.WORKING,
    S.ESCALATED: Standing.WORKING,
    S.HANDLED: Standing.WORKING,
    S.VERIFIED: Standing.DONE,
    S.CLOSED: Standing.CLOSED,
    S.WITHDRAWN: Standing.WITHDRAWN,
    S.REOPENED: Standing.REOPENED,
    S.MERGED: Standing.WORKING,
}
"""Handled is not done before somebody else has looked; of a merged ticket the one that it went into counts."""


class Owner(StrEnum):
    """Whose word counts for a state."""

    OURS = "ours"
    THEIRS = "theirs"


THEIRS_TO_SAY = frozenset({Standing.CLOSED, Standing.WITHDRAWN, Standing.REOPENED})
"""What a mapping may leave to the other side: who gave a matter ends it or opens it again; the work is ours to tell of."""


class Meeting(StrEnum):
    """What is done when a record comes in."""

    SAME = "same"
    GIVE = "give"
    """They do not know yet what we know: it is given out again."""
    TAKE = "take"
    CONFLICT = "conflict"
    """Both have changed since they last agreed, to different things: a person settles it."""


def meet(agreed: Standing, ours: Standing, theirs: Standing, owners: Mapping[Standing, Owner]) -> Meeting:
    """`agreed`: what both last knew of each other."""
    if theirs is ours:
        return Meeting.SAME
    if theirs is agreed:
        return Meeting.GIVE
    if ours is agreed:
        return Meeting.TAKE if owners.get(theirs) is Owner.THEIRS else Meeting.GIVE
    return Meeting.CONFLICT


def earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    """Of two promises the one that comes first; None where neither is set."""
    return min((each for each in (one, other) if each is not None), default=None)
