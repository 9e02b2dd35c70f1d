from datetime import date

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
