"""How long things took as a distribution, and what comes back again and again: counted in steps that people think in."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import timedelta

STEPS = (
    timedelta(minutes=30), timedelta(hours=2), timedelta(hours=8), timedelta(days=1), timedelta(days=3), timedelta(days=5),
)  # fmt: skip
"""The longest span of each step but the last, which has no end."""
REPEATED_FROM = 3
"""So many of one category at one place in a month come back."""


def step_of(span: timedelta) -> int:
    """In which step a span falls, from 0; one as long as a step's end is still in it."""
    return bisect_left(STEPS, max(span, timedelta()))


def spread(spans: Iterable[timedelta]) -> tuple[int, ...]:
    """How many spans fall in each step."""
    counts = [0] * (len(STEPS) + 1)
    for span in spans:
        counts[step_of(span)] += 1
    return tuple(counts)
