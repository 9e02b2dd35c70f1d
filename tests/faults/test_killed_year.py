"""A worker killed outright at the commits of the year's own jobs: each date of a whole year is told once all the same."""

import pytest

from tests.faults.killing import NEVER, until_done, worker_of
from tests.journeys.year_kept import kept_once, read_once
from tests.journeys.year_rest import REST
from tests.journeys.year_spring import SPRING
from tests.journeys.year_town import begun_at, clock_runs

OF_THE_YEAR = (
    "evaluation_draft", "evaluation_publish", "milestones", "project_days", "project_milestones", "project_stuck", "project_units",
    "resolutions", "minutes", "case_votes", "case_news", "booking_units", "visit_round", "year_looks",
)  # fmt: skip
ONCE, EACH, SECOND = (1, NEVER), (1, 2, 3, 4, 5), (2, 1, 1, 3)


@pytest.mark.parametrize(
    ("sleeps", "plan"),
    [
        (True, ONCE),
        pytest.param(False, ONCE, marks=pytest.mark.soak),
        pytest.param(False, EACH, marks=pytest.mark.soak),
        pytest.param(True, EACH, marks=pytest.mark.soak),
        pytest.param(False, SECOND, marks=pytest.mark.soak),
    ],
)
def test_a_year_with_a_worker_that_is_killed_again_and_again(
    chat, clock, quota, database_url, tmp_path, valkey_url, sleeps, plan
):
    kills = 0

    def tick(chat):
        nonlocal kills
        kills += until_done(worker_of(chat, database_url, tmp_path, valkey_url), OF_THE_YEAR, plan)
        clock_runs(chat)

    year = begun_at(chat, clock, sleeps=sleeps, tick=tick)
    for step in (*SPRING, *REST):
        step(year)
    assert kills >= 10, kills
    kept_once(year)
    read_once(year)
