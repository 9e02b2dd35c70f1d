"""How many places a unit may book, until when it may give some back, and when it is noted how many came."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from governance.clock import local_day
from governance.duty.attendance import opens_at
from governance.duty.shifts import Shift
from governance.rules import Rules

RECORDED_FOR = timedelta(hours=24)
"""So long after the end it may still be said how many came."""


class Refusal(StrEnum):
    """Why a unit can't have its way."""

    STARTED = "started"
    TOO_MANY = "too_many"
    TOO_LATE = "too_late"
    """Places are given back up to the day before."""
    ENROLMENT_OVER = "enrolment_over"
    TAKEN = "taken"
    """A coaching time is one unit's, and another has it."""
    ONE_EACH = "one_each"
    """Of the times of a coaching a unit has one."""


@dataclass(frozen=True)
class Booked:
    """The unit holds so many places now; `before`: so many it held."""

    people: int
    before: int


@dataclass(frozen=True)
class Refused:
    """It stays as it was; `most`: so many it could have; of a coaching the number of the time that it has."""

    reason: Refusal
    most: int = 0


def places_left(capacity: int, taken: int, waiting: int) -> int:
    """How many places are free for who comes now: none while somebody waits for one."""
    return 0 if waiting else max(0, capacity - taken)


def may_give_back(starts_at: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """Whether it is at least the day before, by the local calendar."""
    return local_day(now, zone) < local_day(starts_at, zone)


def book(wanted: int, held: int, left: int, starts_at: datetime, now: datetime, zone: ZoneInfo) -> Booked | Refused:
    """The unit wants `wanted` places in all and holds `held`; `left` are free besides."""
    if starts_at <= now:
        return Refused(Refusal.STARTED)
    if wanted > held + left:
        return Refused(Refusal.TOO_MANY, held + left)
    if wanted < held and not may_give_back(starts_at, now, zone):
        return Refused(Refusal.TOO_LATE, held)
    return Booked(wanted, held)


def coached(wanted: int, unit: int, held: Collection[tuple[int, int]]) -> Refused | None:
    """Whether a unit may not have this time of a coaching. `held`: time and unit of all that is held of it."""
    for time, holder in held:
        if time == wanted and holder != unit:
            return Refused(Refusal.TAKEN)
    other = next((time for time, holder in held if holder == unit and time != wanted), None)
    return None if other is None else Refused(Refusal.ONE_EACH, other)


def may_record(shift: Shift, now: datetime, rules: Rules) -> bool:
    """Whether it may be noted now how many of a unit came: from when one may check in until a day after the end."""
    return opens_at(shift, rules) <= now <= shift.ends_at + RECORDED_FOR
