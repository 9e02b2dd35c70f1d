"""A year or a month of the past that a text names, up to today: 2025年, 11月, 去年, 上个月; else this year."""

import re
from datetime import date, timedelta

_YEAR = re.compile(r"(20[0-9]{2})\s*年?")
_MONTH = re.compile(r"(?<![0-9])(1[0-2]|[1-9])\s*月")
_THIS_MONTH = re.compile(r"这个月|本月|当月")
_LAST_MONTH = re.compile(r"上个?月")


def period_in(text: str, today: date) -> tuple[date, date]:
    """First and last day: a month, else a year, up to today."""
    first = _month(text, today)
    if first is not None:
        return first, min(_last_of(first), max(today, first))
    year = _YEAR.search(text)
    of = int(year[1]) if year else today.year - ("去年" in text)
    return date(of, 1, 1), min(date(of, 12, 31), max(today, date(of, 1, 1)))


def _month(text: str, today: date) -> date | None:
    this = today.replace(day=1)
    if _THIS_MONTH.search(text):
        return this
    if _LAST_MONTH.search(text):
        return (this - timedelta(days=1)).replace(day=1)
    year, month = _YEAR.search(text), _MONTH.search(text)
    if month is None:
        return None
    first = date(int(year[1]) if year else today.year - ("去年" in text), int(month[1]), 1)
    return first.replace(year=first.year - 1) if not year and first > this else first


def _last_of(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
