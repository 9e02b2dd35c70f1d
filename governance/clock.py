"""The type of the clock that every part is handed, and the subdistrict's day."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]
"""Answers the present instant, timezone-aware, UTC."""

SHANGHAI = ZoneInfo("Asia/Shanghai")


def local_day(instant: datetime, zone: ZoneInfo = SHANGHAI) -> date:
    """The calendar day of an instant at the subdistrict; `instant` is timezone-aware."""
    return instant.astimezone(zone).date()
