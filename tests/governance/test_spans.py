"""Since when people count, by their words and the subdistrict's days."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from governance.clock import SHANGHAI
from governance.spans import since_when
from understanding.overseeing import Span

NOW = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)
"""Wednesday, 9:30 in Shanghai."""


@pytest.mark.parametrize(
    ("span", "first", "end"),
    [
        (Span.HOURS, "2026-11-25 03:30", None),
        (Span.DAY, "2026-11-24 09:30", None),
        (Span.TODAY, "2026-11-25 00:00", None),
        (Span.NIGHT, "2026-11-24 18:00", None),
        (Span.YESTERDAY, "2026-11-24 00:00", "2026-11-25 00:00"),
        (Span.WEEK, "2026-11-23 00:00", None),
        (Span.LAST_WEEK, "2026-11-16 00:00", "2026-11-23 00:00"),
        (Span.MONTH, "2026-11-01 00:00", None),
        (Span.LAST_MONTH, "2026-10-01 00:00", "2026-11-01 00:00"),
    ],
)
def test_since_when_and_until(span, first, end):
    since, until = (each.astimezone(SHANGHAI) for each in since_when(span, NOW, SHANGHAI))
    assert f"{since:%Y-%m-%d %H:%M}" == first
    assert f"{until:%Y-%m-%d %H:%M}" == (end or "2026-11-25 09:30")


def test_the_night_of_somebody_who_asks_in_the_evening_is_this_one():
    evening = datetime(2026, 11, 25, 13, 0, tzinfo=UTC)
    assert since_when(Span.NIGHT, evening, SHANGHAI)[0] == datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


def test_every_span_is_known():
    assert all(since_when(span, NOW, SHANGHAI)[0] < NOW for span in Span)


def test_the_evening_begins_at_six_and_what_runs_ends_with_the_present_second():
    six = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
    assert since_when(Span.NIGHT, six, SHANGHAI) == (six, six + timedelta(seconds=1))
    just_before = six - timedelta(seconds=1)
    assert since_when(Span.NIGHT, just_before, SHANGHAI)[0] == six - timedelta(days=1)


def test_days_are_those_of_the_zone():
    zone = ZoneInfo("America/New_York")
    midnight = datetime(2026, 11, 24, 0, 0, tzinfo=zone)
    assert since_when(Span.TODAY, NOW, zone)[0] == midnight
    assert since_when(Span.YESTERDAY, NOW, zone) == (midnight - timedelta(days=1), midnight)
