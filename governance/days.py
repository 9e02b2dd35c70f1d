"""Terms in days of the subdistrict, last day included, as instants, and back."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """The instant (UTC) at which the day begins."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


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
