"""When members are free: a day's part of workdays or weekends, and whether a shift lies in it."""

from enum import StrEnum
from zoneinfo import ZoneInfo

from governance.duty.shifts import Shift


class Wish(StrEnum):
    """A time that a member would rather stand in."""

    WORKDAY_MORNING = "workday_morning"
    WORKDAY_AFTERNOON = "workday_afternoon"
    WORKDAY_EVENING = "workday_evening"
    WEEKEND_MORNING = "weekend_morning"
    WEEKEND_AFTERNOON = "weekend_afternoon"
    WEEKEND_EVENING = "weekend_evening"


NOON, EVENING = 12, 18


def slot_of(shift: Shift, zone: ZoneInfo) -> Wish:
    """The time of the week in which a shift begins."""
    local = shift.starts_at.astimezone(zone)
    days = "weekend" if local.weekday() >= 5 else "workday"
    part = "morning" if local.hour < NOON else "afternoon" if local.hour < EVENING else "evening"
    return Wish(f"{days}_{part}")
