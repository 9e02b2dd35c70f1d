"""What is done by the clock: on which days, at which instants, and what is owed after a stop."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from governance.clock import SHANGHAI
from governance.periods import Daily, instant_of, instants, next_instant, owed, period_of

DAWN = Daily(6, 30)


def at(text, zone=SHANGHAI):
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("schedule", "day", "falls"),
    [
        (Daily(6), "2026-11-24", True),
        (Daily(6, weekday=1), "2026-11-24", True),
        (Daily(6, weekday=1), "2026-11-25", False),
        (Daily(6, weekday=1, day=25), "2026-11-25", False),
        (Daily(6, weekday=0), "2026-11-24", False),
        (Daily(6, day=24), "2026-11-24", True),
        (Daily(6, day=24), "2026-11-25", False),
        (Daily(6, day=31), "2026-11-30", True),
        (Daily(6, day=31), "2026-11-29", False),
        (Daily(6, day=30), "2026-02-28", True),
        (Daily(6, day=31), "2026-12-30", False),
        (Daily(6, day=31), "2026-12-31", True),
    ],
)
def test_on_which_days(schedule, day, falls):
    assert schedule.falls_on(date.fromisoformat(day)) is falls


def test_at_its_hour_after_the_one_instant_and_up_to_the_other():
    first, last = at("2026-11-24 06:30"), at("2026-11-26 06:30")
    assert instants(DAWN, first, last, SHANGHAI) == [at("2026-11-25 06:30"), last]
    assert instants(DAWN, first - timedelta(seconds=1), last - timedelta(seconds=1), SHANGHAI) == [
        first, at("2026-11-25 06:30"),
    ]  # fmt: skip
    assert instants(DAWN, first, first, SHANGHAI) == []
    assert all(each.tzinfo is UTC for each in instants(DAWN, first, last, SHANGHAI))


def test_the_day_is_that_of_the_zone():
    zone = ZoneInfo("America/New_York")
    start = at("2026-11-24 06:30", zone)
    assert instants(DAWN, start, start + timedelta(days=1), zone) == [at("2026-11-25 06:30", zone)]
    late = Daily(23, 30)
    assert instants(late, at("2026-11-24 23:00", zone), at("2026-11-24 23:45", zone), zone) == [
        at("2026-11-24 23:30", zone)
    ]


def test_no_more_than_four_hundred_days_are_looked_at():
    until = at("2026-11-24 12:00")
    found = instants(DAWN, at("2020-01-01 00:00"), until, SHANGHAI)
    assert (len(found), found[0], found[-1]) == (401, at("2025-10-20 06:30"), at("2026-11-24 06:30"))


def test_the_next_instant_is_after_now_and_may_be_a_year_away():
    assert next_instant(DAWN, at("2026-11-24 06:29"), SHANGHAI) == at("2026-11-24 06:30")
    assert next_instant(DAWN, at("2026-11-24 06:30"), SHANGHAI) == at("2026-11-25 06:30")
    assert next_instant(Daily(6, day=1), at("2026-11-01 06:00"), SHANGHAI) == at("2026-12-01 06:00")


def test_of_what_was_missed_the_newest_are_owed():
    now = at("2026-11-24 12:00")
    due = [at(f"2026-11-{day} 06:30") for day in (21, 22, 23, 24)]
    assert owed(DAWN, at("2026-11-20 06:30"), now, SHANGHAI, 9) == due
    assert owed(DAWN, at("2026-11-20 06:30"), now, SHANGHAI, 2) == due[-2:]
    assert owed(DAWN, due[-1], now, SHANGHAI, 9) == []
    assert owed(DAWN, None, now, SHANGHAI, 9) == due[-1:]
    assert owed(DAWN, None, at("2026-11-24 06:00"), SHANGHAI, 9) == due[-2:-1]


def test_a_period_is_its_local_time_and_names_its_instant():
    instant = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
    assert period_of(instant, SHANGHAI) == "2026-11-24T06:30"
    assert instant_of("2026-11-24T06:30", SHANGHAI) == instant
    assert instant_of("2026-11-24T06:30", SHANGHAI).tzinfo is UTC


def test_the_day_is_that_of_a_zone_ahead_of_shanghai_too():
    zone = ZoneInfo("Pacific/Kiritimati")
    early = at("2026-11-24 00:30", zone)
    half = Daily(0, 30)
    assert instants(half, early - timedelta(hours=1), early, zone) == [early]
    found = instants(half, at("2020-01-01 00:00", zone), early, zone)
    assert (len(found), found[0]) == (401, at("2025-10-20 00:30", zone))
