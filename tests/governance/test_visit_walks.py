from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from governance.visits.walks import plan
from governance.working_calendar import WorkingCalendar

CALENDAR = WorkingCalendar()
MONTHS = st.builds(lambda year, month: date(year, month, 1), st.integers(2025, 2028), st.integers(1, 12))


@given(st.integers(0, 80), MONTHS)
def test_every_building_is_visited_once_on_working_days_of_the_month(count, month):
    weeks = plan(range(count), month, CALENDAR)
    assert sorted(building for week in weeks for building in week.buildings) == list(range(count))
    assert all(week.first <= week.last and week.first.month == week.last.month == month.month for week in weeks)
    assert all(CALENDAR.is_workday(week.first) and CALENDAR.is_workday(week.last) for week in weeks)


def test_few_buildings_are_spread_and_many_are_even():
    weeks = plan(range(4), date(2026, 12, 1), CALENDAR)
    assert [len(week.buildings) for week in weeks] == [1, 1, 1, 1]
    sizes = [len(week.buildings) for week in plan(range(46), date(2026, 12, 1), CALENDAR)]
    assert sum(sizes) == 46
    assert max(sizes) <= 10 + 1


def test_a_month_without_working_days_has_no_plan():
    idle = WorkingCalendar({date(2026, 2, day): False for day in range(1, 29)})
    assert plan(range(5), date(2026, 2, 1), idle) == ()


def test_a_week_has_its_working_days_and_its_buildings_in_order():
    weeks = plan([11, 12, 13, 14], date(2026, 12, 1), CALENDAR)
    assert [(week.first.day, week.last.day, week.buildings) for week in weeks] == [
        (1, 4, (11,)), (7, 11, (12,)), (14, 18, (13,)), (21, 25, (14,)),
    ]  # fmt: skip
    (only,) = plan([11], date(2026, 12, 1), CALENDAR)
    assert (only.first.day, only.last.day) == (1, 4), "weeks without a visit are left out"


def test_more_buildings_than_days_are_several_a_day_in_their_order():
    one_day = WorkingCalendar({date(2026, 2, day): day == 28 for day in range(1, 29)})
    (week,) = plan([3, 1, 2], date(2026, 2, 1), one_day)
    assert (week.first, week.last, week.buildings) == (date(2026, 2, 28), date(2026, 2, 28), (3, 1, 2))
