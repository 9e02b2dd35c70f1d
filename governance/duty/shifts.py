"""A shift, and what may not stand beside it in one person's plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from governance.clock import local_day
from governance.days import start_of
from governance.rules import Rules


@dataclass(frozen=True)
class Shift:
    """A time that people stand in for; instants are UTC. `qualification`: what one must have, None: nothing.

    `joined_late`: one may still come once it has begun (a call-up).
    """

    id: int
    starts_at: datetime
    ends_at: datetime
    capacity: int
    qualification: str | None = None
    joined_late: bool = False

    @property
    def closes_at(self) -> datetime:
        """Until when one may sign up."""
        return self.ends_at if self.joined_late else self.starts_at


class Clash(StrEnum):
    """Why two shifts can't be one person's."""

    OVERLAP = "overlap"
    REST = "rest"
    """Too little rest before or after a night."""


def clash(shift: Shift, others: Iterable[Shift], zone: ZoneInfo, rules: Rules) -> tuple[Clash, Shift] | None:
    """The first of a person's other shifts that this one can't stand beside. Source: design, section 5 (8 h rest)."""
    rest = timedelta(hours=rules.rest_hours)
    for other in others:
        if shift.starts_at < other.ends_at and other.starts_at < shift.ends_at:
            return Clash.OVERLAP, other
        gap = max(shift.starts_at - other.ends_at, other.starts_at - shift.ends_at)
        if gap < rest and (is_night(shift, zone, rules) or is_night(other, zone, rules)):
            return Clash.REST, other
    return None


def is_night(shift: Shift, zone: ZoneInfo, rules: Rules) -> bool:
    """Whether any of it lies in the night hours of the subdistrict."""
    midnight = start_of(local_day(shift.starts_at, zone), zone)
    for day in (-1, 0):  # a shift that sees a later night begin has seen the one of its first day
        night = midnight + timedelta(days=day, hours=rules.night_from_hour)
        morning = midnight + timedelta(days=day + 1, hours=rules.night_until_hour)
        if shift.starts_at < morning and night < shift.ends_at:
            return True
    return False
