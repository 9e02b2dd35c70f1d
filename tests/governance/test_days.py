from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.days import (
    checked_year,
    end_of,
    last_day,
    month_before,
    month_of,
    next_month,
    start_of,
    within_reach,
    year_read,
)

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@given(DAYS)
def test_months_follow_each_other_without_a_gap(day):
    first, following = month_of(day), next_month(day)
    assert first <= day < following
    assert (following - timedelta(days=1)).month == day.month
    assert month_before(following) == first
    assert next_month(month_before(day)) == first


def test_a_term_until_a_day_includes_the_whole_day():
    day, zone = date(2026, 11, 24), ZoneInfo("Asia/Shanghai")
    assert (start_of(day, zone), end_of(day, zone)) == (
        datetime(2026, 11, 23, 16, tzinfo=UTC), datetime(2026, 11, 24, 16, tzinfo=UTC),
    )  # fmt: skip
    assert start_of(day, zone).tzinfo is end_of(day, zone).tzinfo is UTC
    assert last_day(end_of(day, zone), zone) == day
    assert last_day(end_of(day, zone) + timedelta(microseconds=1), zone) == date(2026, 11, 25)
    assert last_day(datetime(2026, 11, 23, 17, tzinfo=UTC), zone) == day


@pytest.mark.parametrize(
    ("day", "before"), [("2026-01-31", "2025-12-01"), ("2026-03-31", "2026-02-01"), ("2026-03-01", "2026-02-01")]
)
def test_the_month_before(day, before):
    assert month_before(date.fromisoformat(day)) == date.fromisoformat(before)


@pytest.mark.parametrize("said", ["2000", "2026", "2099"])
def test_a_year_is_read_from_four_plain_digits(said):
    assert year_read(said) == checked_year(int(said)) == int(said)
    assert within_reach(date(int(said), 12, 31)).year == int(said)


@pytest.mark.parametrize(
    "said", ["0", "", "1999", "2100", "99999", "02026", "226", "+2026", " 2026", "2026\n", "2026.0", "٢٠٢٦", "２０２６"]
)
def test_other_years_are_refused(said):
    with pytest.raises(ValueError) as refused:  # noqa: PT011
        year_read(said)
    assert said in str(refused.value)


@pytest.mark.parametrize("day", [date(1999, 12, 31), date(2100, 1, 1)])
def test_a_day_of_a_year_that_nobody_needs_is_refused(day):
    with pytest.raises(ValueError, match=str(day.year)):
        within_reach(day)
