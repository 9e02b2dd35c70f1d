"""The rota as a calendar: its weeks, its open places, its collisions."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.clock import SHANGHAI
from governance.duty.rota import Standing, View, collisions, open_places, turned, weeks_of
from governance.duty.shifts import Shift
from governance.rules import Rules

RULES = Rules()
NOON = datetime(2026, 11, 25, 4, tzinfo=UTC)


def shift(number, begins, lasts=2, capacity=1):
    start = NOON + timedelta(hours=begins)
    return Shift(number, start, start + timedelta(hours=lasts), capacity)


@pytest.mark.parametrize(
    ("view", "day", "first", "last", "weeks"),
    [
        (View.WEEK, date(2026, 11, 25), date(2026, 11, 23), date(2026, 11, 29), 1),
        (View.WEEK, date(2026, 11, 23), date(2026, 11, 23), date(2026, 11, 29), 1),
        (View.MONTH, date(2026, 12, 31), date(2026, 11, 30), date(2027, 1, 3), 5),
        (View.MONTH, date(2027, 2, 1), date(2027, 2, 1), date(2027, 2, 28), 4),
        (View.MONTH, date(2026, 8, 9), date(2026, 7, 27), date(2026, 9, 6), 6),
    ],
)
def test_weeks_are_whole_and_cover_the_span(view, day, first, last, weeks):
    found = weeks_of(view, day)
    assert (found[0][0], found[-1][-1], len(found)) == (first, last, weeks)


@given(st.dates(date(2002, 1, 1), date(2097, 1, 1)), st.sampled_from(View))
def test_turning_forward_and_back_leaves_out_no_day_and_shows_its_own(day, view):
    later = turned(view, day, forward=True)
    assert later is not None
    assert any(day in week for week in weeks_of(view, day))
    assert weeks_of(view, later)[0][0] <= weeks_of(view, day)[-1][-1] + timedelta(days=1)
    back = turned(view, later, forward=False)
    assert back is not None
    assert weeks_of(view, back) == weeks_of(view, day)


def test_the_calendar_ends_somewhere():
    assert turned(View.MONTH, date(2098, 12, 3), forward=True) is None
    assert turned(View.WEEK, date(2001, 1, 3), forward=False) is None


@pytest.mark.parametrize(
    ("capacity", "taken", "proposed", "missing"), [(2, 0, 0, 2), (2, 1, 1, 0), (2, 3, 0, 0), (1, 1, 1, 0)]
)
def test_a_place_is_open_while_nobody_has_it_and_nobody_is_proposed(capacity, taken, proposed, missing):
    assert open_places(shift(1, 0, capacity=capacity), taken, proposed) == missing


@pytest.mark.parametrize(
    ("first", "second", "clashes"),
    [
        (shift(1, 0), shift(2, 1), True),
        (shift(1, 0), shift(2, 2), False),
        (shift(1, 0), shift(1, 0), False),
        (shift(1, 10, 8), shift(2, 20), True),
        (shift(1, 10, 8), shift(2, 26), False),
    ],
)
def test_two_shifts_of_one_person_collide_where_they_overlap_or_leave_no_rest(first, second, clashes):
    found = collisions([Standing(7, first), Standing(7, second)], SHANGHAI, RULES)
    assert found == (frozenset({(7, first.id), (7, second.id)}) if clashes else frozenset())
    assert collisions([Standing(7, first), Standing(8, second)], SHANGHAI, RULES) == frozenset()
