"""The type of the clock that every part is handed, and the two ways a day is read."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]
"""Answers the present instant, timezone-aware, UTC."""

SHANGHAI = ZoneInfo("Asia/Shanghai")


def local_day(instant: datetime, zone: ZoneInfo = SHANGHAI) -> date:
    """The calendar day of an instant at the subdistrict; `instant` is timezone-aware."""
    return instant.astimezone(zone).date()


def from_epoch(seconds: int) -> datetime:
    """A Unix time as an aware UTC instant; raises ValueError outside years 1 to 9999."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError) as error:
        raise ValueError(f"not a Unix time: {seconds}") from error
