"""At the shift: when one may check in, how late or early one was, and the minutes that count."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from governance.clock import local_day
from governance.days import next_month, start_of
from governance.duty.shifts import Shift
from governance.rules import Rules


@dataclass(frozen=True)
class Presence:
    """When somebody came and went (UTC); `late` and `early` in minutes, 0 within the grace."""

    came_at: datetime
    left_at: datetime
    late: int
    early: int


def opens_at(shift: Shift, rules: Rules) -> datetime:
    """From when one may check in."""
    return shift.starts_at - timedelta(minutes=rules.duty_early_minutes)


def late_minutes(shift: Shift, came_at: datetime, rules: Rules) -> int:
    """Minutes after the start, 0 within the grace."""
    return _beyond(came_at - shift.starts_at, rules.duty_late_minutes)


def early_minutes(shift: Shift, left_at: datetime, rules: Rules) -> int:
    """Minutes before the end, 0 within the grace."""
    return _beyond(shift.ends_at - left_at, rules.duty_late_minutes)


def presence(shift: Shift, came_at: datetime, left_at: datetime, rules: Rules) -> Presence:
    """What counts of a stay: the whole shift, save what one came late or left early beyond the grace."""
    late, early = late_minutes(shift, came_at, rules), early_minutes(shift, left_at, rules)
    begin = came_at if late else shift.starts_at
    return Presence(begin, max(begin, left_at if early else shift.ends_at), late, early)


def by_month(begin: datetime, end: datetime, zone: ZoneInfo) -> list[tuple[date, int]]:
    """The whole minutes from `begin` to `end` by local day of their beginning, cut where a month ends.

    A night over the end of a month counts in both, so that each month's table adds up.
    """
    parts: list[tuple[date, int]] = []
    while begin < end:
        day = local_day(begin, zone)
        until = min(end, start_of(next_month(day), zone))
        parts.append((day, int((until - begin).total_seconds() // 60)))
        begin = until
    return [(day, minutes) for day, minutes in parts if minutes]


def _beyond(span: timedelta, grace: int) -> int:
    minutes = int(span.total_seconds() // 60)
    return minutes if span > timedelta(minutes=grace) else 0
