"""Spans in steps: where each ends, and that none is lost."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.spread import STEPS, spread, step_of


@pytest.mark.parametrize(
    ("span", "step"),
    [
        (timedelta(minutes=-5), 0),
        (timedelta(), 0),
        (timedelta(minutes=30), 0),
        (timedelta(minutes=30, seconds=1), 1),
        (timedelta(hours=8), 2),
        (timedelta(days=5), 5),
        (timedelta(days=5, seconds=1), 6),
    ],
)
def test_a_span_as_long_as_a_step_s_end_is_still_in_it(span, step):
    assert step_of(span) == step


@given(st.lists(st.timedeltas(min_value=timedelta(), max_value=timedelta(days=400))))
def test_every_span_is_in_one_step(spans):
    counts = spread(spans)
    assert sum(counts) == len(spans)
    assert len(counts) == len(STEPS) + 1
