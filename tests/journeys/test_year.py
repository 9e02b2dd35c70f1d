"""A year walked by everybody, from the pairing to the booklet: each date is told once, whether the clock runs or sleeps."""

import pytest

from tests.journeys.year_kept import kept_once, read_once
from tests.journeys.year_rest import REST
from tests.journeys.year_spring import SPRING
from tests.journeys.year_town import BEGIN, Year, clock_runs


def walked(chat, clock, *, sleeps):
    clock.now = BEGIN.astimezone(clock.now.tzinfo)
    found = Year(chat, clock, sleeps, clock_runs)
    found.settles()
    for step in (*SPRING, *REST):
        step(found)
    return found


@pytest.mark.parametrize("sleeps", [False, True], ids=["awake", "asleep"])
def test_a_year(chat, clock, quota, sleeps):
    year = walked(chat, clock, sleeps=sleeps)
    assert year.ticket(year.remembered["stuck"]).state == "closed"
    kept_once(year)
    read_once(year)
