"""Quarters of a year, by their first day."""

from datetime import date, timedelta


def quarter_of(day: date) -> date:
    """The first day of the quarter in which the day lies."""
    return date(day.year, day.month - (day.month - 1) % 3, 1)


def last_day_of(quarter: date) -> date:
    """The last day of the quarter that begins then."""
    month = quarter.month + 3
    following = date(quarter.year + 1, 1, 1) if month > 12 else date(quarter.year, month, 1)
    return following - timedelta(days=1)
