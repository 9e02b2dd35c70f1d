"""Terms in days of the subdistrict, last day included, as instants, and back; and which years and days there are."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import NewType
from zoneinfo import ZoneInfo

Year = NewType("Year", int)
"""A year that somebody named; made by `year_read` and `checked_year` only."""
FIRST_YEAR, LAST_YEAR = 2000, 2099
"""Of the years that may be named: far enough that nobody needs others, near enough that every clock can reckon with them."""


def year_read(said: str) -> Year:
    """A year as four digits; raises ValueError for anything else, and for a year that nobody needs."""
    if not re.fullmatch(r"[0-9]{4}", said):
        raise ValueError(said)
    return checked_year(int(said))


def checked_year(year: int) -> Year:
    """The same year; raises ValueError for one that nobody needs."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(year)
    return Year(year)


def within_reach(found: date) -> date:
    """The same day; raises ValueError for one in a year that nobody needs."""
    checked_year(found.year)
    return found


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """The instant (UTC) at which the day begins."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def last_evening(now: datetime, zone: ZoneInfo) -> datetime:
    """Yesterday at six, when the day's work ended: what came since then is what a morning looks through."""
    yesterday = now.astimezone(zone).date() - timedelta(days=1)
    return datetime.combine(yesterday, time(18), zone).astimezone(UTC)


def end_of(last_day: date, zone: ZoneInfo) -> datetime:
    """The instant (UTC) at which the day is over: a term until then includes the whole day."""
    return start_of(last_day + timedelta(days=1), zone)


def last_day(until: datetime, zone: ZoneInfo) -> date:
    """The last day of a term that ends at `until`."""
    return (until.astimezone(zone) - timedelta(microseconds=1)).date()


def month_of(day: date) -> date:
    """The first day of the day's month."""
    return day.replace(day=1)


def next_month(day: date) -> date:
    """The first day of the month after the day's."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def month_before(day: date) -> date:
    """The first day of the month before the day's."""
    return month_of(month_of(day) - timedelta(days=1))
