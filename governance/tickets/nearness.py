"""How near a promise is to its time, in the steps in which people look at a list."""

from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

SOON = timedelta(hours=1)


class Near(StrEnum):
    """From what is past to what has time."""

    LATE = "late"
    SOON = "soon"
    TODAY = "today"
    LATER = "later"


def nearness(due: datetime, now: datetime, zone: ZoneInfo) -> Near:
    """Of an open promise; today ends with the local day."""
    if due < now:
        return Near.LATE
    if due - now <= SOON:
        return Near.SOON
    return Near.TODAY if due.astimezone(zone).date() == now.astimezone(zone).date() else Near.LATER
