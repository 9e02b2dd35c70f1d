from datetime import date

import pytest

from governance.working_calendar import WorkingCalendar

CALENDAR = WorkingCalendar()


def test_statutory_days_and_make_up_workdays():
    assert not CALENDAR.is_workday(date(2026, 10, 1))
    assert CALENDAR.is_workday(date(2026, 10, 10))  # a Saturday that is worked
    assert CALENDAR.next_workday(date(2026, 9, 30)) == date(2026, 10, 8)


def test_beyond_the_published_years_the_statutory_days_still_count_and_it_says_so():
    assert not CALENDAR.is_workday(date(2027, 10, 1))
    assert CALENDAR.is_workday(date(2027, 10, 11))
    assert not CALENDAR.known(date(2027, 10, 1))
    assert CALENDAR.known(date(2026, 10, 1))


def test_the_subdistricts_own_list_comes_first():
    own = WorkingCalendar({date(2027, 10, 9): True, date(2026, 11, 24): False})
    assert own.is_workday(date(2027, 10, 9))
    assert not own.is_workday(date(2026, 11, 24))
    assert own.known(date(2027, 10, 9))


def test_holidays_by_the_names_people_use():
    assert CALENDAR.holiday("国庆", date(2026, 9, 1)) == (date(2026, 10, 1), date(2026, 10, 7))
    assert CALENDAR.holiday("过年", date(2026, 11, 24))[0] == date(2027, 2, 6)
    assert CALENDAR.holiday("双十一", date(2026, 11, 24)) is None


@pytest.mark.parametrize(
    ("name", "today", "first", "last"),
    [
        ("国庆", "2026-10-01", "2026-10-01", "2026-10-07"),
        ("国庆", "2026-10-03", "2026-10-03", "2026-10-07"),
        ("春节", "2025-01-01", "2025-01-28", "2025-02-04"),
        ("元旦", "2025-12-31", "2026-01-01", "2026-01-03"),
        ("清明", "2026-03-01", "2026-04-04", "2026-04-06"),
    ],
)
def test_the_first_and_the_last_day_of_the_coming_holiday(name, today, first, last):
    assert CALENDAR.holiday(name, date.fromisoformat(today)) == (date.fromisoformat(first), date.fromisoformat(last))


def test_the_next_workday_is_never_the_day_itself():
    assert CALENDAR.next_workday(date(2026, 11, 24)) == date(2026, 11, 25)
    assert CALENDAR.next_workday(date(2026, 11, 27)) == date(2026, 11, 30)
    assert CALENDAR.next_workday(date(2026, 11, 28)) == date(2026, 11, 30)


@pytest.mark.parametrize(("day", "works"), [("2035-03-02", True), ("2035-03-03", False), ("2035-10-01", False)])
def test_far_years_have_the_plain_week_and_the_statutory_days(day, works):
    assert CALENDAR.is_workday(date.fromisoformat(day)) is works
