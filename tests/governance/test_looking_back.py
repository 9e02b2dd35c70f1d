"""When a year is looked back at, and what opens a matter again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.rules import Rules
from governance.visits.looking_back import reopens, year_looked_at


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 12, 31), None),
        (date(2027, 1, 1), 2026),
        (date(2027, 1, 31), 2026),
        (date(2027, 3, 31), 2026),
        (date(2027, 4, 1), None),
    ],
)
def test_it_is_held_in_january_of_the_year_before_and_what_was_overslept_until_march(day, year):
    assert year_looked_at(day, Rules()) == year


@pytest.mark.parametrize(
    ("asked", "against", "opens"),
    [
        (1, 0, False),
        (1, 1, True),
        (2, 1, False),
        (3, 2, True),
        (4, 2, False),
        (50, 2, False),
        (50, 3, True),
        (0, 0, False),
    ],
)
def test_three_or_more_than_half_open_it(asked, against, opens):
    assert reopens(asked, against) is opens


@given(st.integers(0, 200), st.integers(0, 200))
def test_one_more_word_against_it_never_closes_it(asked, against):
    assert not reopens(asked, against) or reopens(asked, against + 1)
