"""When a meeting may be entered, and until when its minutes are due."""

from datetime import datetime, timedelta
from enum import StrEnum

DOORS = timedelta(hours=1)
"""So long before it begins members may say that they have come."""
LASTS = timedelta(hours=3)
"""So long a meeting lasts of which nobody says that it is over."""
REMINDED = timedelta(hours=6)
"""So long before its minutes are due the secretary is reminded."""


class MeetingState(StrEnum):
    """Where a meeting stands."""

    CALLED = "called"
    CLOSED = "closed"
    CANCELLED = "cancelled"


def doors_open(starts_at: datetime, state: MeetingState, now: datetime) -> bool:
    """Whether members may come in now; late ones until it is closed."""
    return state is MeetingState.CALLED and now >= starts_at - DOORS


def minutes_due(starts_at: datetime, closed_at: datetime | None, hours: int) -> datetime:
    """When the approved minutes have to be out: so many hours after the meeting."""
    return (closed_at or starts_at + LASTS) + timedelta(hours=hours)
