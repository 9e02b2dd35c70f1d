from datetime import date

import pytest

from governance.evaluation.kinds import RoundTerm
from governance.evaluation.rounds import Planned, due_on, first_day, has_begun, is_late, last_day
from governance.rules import Rules

JULY, YEAR_END = RoundTerm.JULY, RoundTerm.YEAR_END


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2026, 6, 14), None),
        (date(2026, 6, 15), Planned(JULY, 2026, date(2026, 6, 15))),
        (date(2026, 8, 14), Planned(JULY, 2026, date(2026, 6, 15))),
        (date(2026, 8, 15), None),
        (date(2026, 11, 24), None),
        (date(2026, 12, 15), Planned(YEAR_END, 2026, date(2026, 12, 15))),
        (date(2027, 2, 13), Planned(YEAR_END, 2026, date(2026, 12, 15))),
        (date(2027, 2, 14), None),
    ],
)
def test_which_round_is_to_be_there(day, found):
    assert due_on(day, Rules()) == found


@pytest.mark.parametrize(
    ("day", "late"), [(date(2026, 6, 15), False), (date(2026, 6, 25), False), (date(2026, 6, 26), True)]
)
def test_when_it_is_so_late_that_only_what_was_there_counts(day, late):
    assert is_late(date(2026, 6, 15), day) is late


def test_which_days_a_round_covers():
    assert first_day(JULY, 2026) == date(2025, 7, 1)
    assert first_day(YEAR_END, 2026) == date(2026, 1, 1)
    assert last_day(JULY, 2026, date(2026, 6, 15)) == date(2026, 6, 15)
    assert last_day(JULY, 2026, date(2026, 8, 1)) == date(2026, 6, 30)
    assert last_day(YEAR_END, 2026, date(2027, 2, 1)) == date(2026, 12, 31)


def test_nothing_is_evaluated_that_has_not_begun():
    assert has_begun(YEAR_END, 2026, date(2026, 1, 1))
    assert not has_begun(YEAR_END, 2027, date(2026, 12, 31))
    assert has_begun(JULY, 2027, date(2026, 7, 1))


@pytest.mark.parametrize("term", RoundTerm)
@pytest.mark.parametrize("year", [-1, 0, 1, 1999, 2028, 9999, 11943, 10**30])
def test_a_year_far_off_or_of_no_calendar_has_no_facts(term, year):
    assert not has_begun(term, year, date(2026, 11, 27))


def test_a_year_has_begun_once_its_first_day_has_come():
    assert has_begun(RoundTerm.JULY, 2027, date(2026, 7, 1))
    assert not has_begun(RoundTerm.JULY, 2027, date(2026, 6, 30))
    assert has_begun(RoundTerm.YEAR_END, 2026, date(2026, 1, 1))
    assert not has_begun(RoundTerm.YEAR_END, 2027, date(2026, 12, 31))
