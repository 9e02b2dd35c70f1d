"""A year walked by everybody, from the pairing to the booklet: each date is told once, whether the clock runs or sleeps."""

import pytest

from tests.journeys.year_kept import kept_once, read_once
from tests.journeys.year_rest import REST
from tests.journeys.year_spring import SPRING
from tests.journeys.year_town import begun_at, clock_runs


@pytest.mark.parametrize("sleeps", [False, True], ids=["awake", "asleep"])
def test_a_year(chat, clock, quota, sleeps):
    year = begun_at(chat, clock, sleeps=sleeps, tick=clock_runs)
    for step in (*SPRING, *REST):
        step(year)
    assert year.ticket(year.remembered["stuck"]).state == "closed"
    kept_once(year)
    read_once(year)
