"""Steps that can be planned lie between today and the project's end, and are few."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.projects.milestones import MOST_STEPS, Planned, Unfit, unfit

TODAY, UNTIL = date(2026, 11, 27), date(2026, 12, 20)


def step(days):
    return Planned("清场", TODAY + timedelta(days=days))


@pytest.mark.parametrize(
    ("steps", "until", "standing", "wrong"),
    [
        ([step(0)], UNTIL, 0, None),
        ([step(23)], UNTIL, 0, None),
        ([step(24)], UNTIL, 0, (Unfit.AFTER_END, step(24))),
        ([step(24)], None, 0, None),
        ([step(1), step(-1)], UNTIL, 0, (Unfit.PAST, step(-1))),
        ([], UNTIL, 0, (Unfit.NONE, None)),
        ([step(1)] * MOST_STEPS, UNTIL, 0, None),
        ([step(1)] * MOST_STEPS, UNTIL, 1, (Unfit.MANY, None)),
        ([step(1)] * (MOST_STEPS + 1), UNTIL, 0, (Unfit.MANY, None)),
    ],
)
def test_what_is_wrong_with_steps(steps, until, standing, wrong):
    assert unfit(steps, until, TODAY, standing) == wrong


@given(st.lists(st.integers(-30, 60), min_size=1, max_size=MOST_STEPS))
def test_what_fits_lies_wholly_between_today_and_the_end(days):
    fits = unfit([step(each) for each in days], UNTIL, TODAY) is None
    assert fits == all(0 <= each <= (UNTIL - TODAY).days for each in days)
