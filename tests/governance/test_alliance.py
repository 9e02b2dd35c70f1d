"""Milestones: who has slept through a stage hears the last one, and nothing twice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.milestones import LATE, TODAY, Deadline, Standing, stage_due, stages, standing_of
from governance.rules import Rules

DUE = date(2026, 12, 10)


@pytest.mark.parametrize(
    ("today", "told", "stage"),
    [
        ("2026-12-02", None, None),
        ("2026-12-03", None, 7),
        ("2026-12-04", 7, None),
        ("2026-12-04", None, 7),
        ("2026-12-09", 7, 1),
        ("2026-12-09", 1, None),
        ("2026-12-10", 1, TODAY),
        ("2026-12-10", TODAY, None),
        ("2026-12-11", TODAY, LATE),
        ("2026-12-11", None, LATE),
        ("2026-12-31", LATE, None),
    ],
)
def test_the_stage_that_is_told(today, told, stage):
    assert stage_due(DUE, date.fromisoformat(today), told, Rules()) == stage


def test_the_days_before_are_those_of_the_rules_file():
    rules = Rules(milestone_remind_days=3, milestone_remind_again_days=14)
    assert stages(rules) == (14, 3, TODAY, LATE)
    assert stages(Rules(milestone_remind_days=1)) == (1, TODAY, LATE)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=40))
def test_whenever_the_clock_looks_each_stage_is_told_once_and_late_in_the_end(looks):
    told, said = None, []
    for ahead in [*sorted(looks), 41]:
        stage = stage_due(DUE, DUE - timedelta(days=20) + timedelta(days=ahead), told, Rules())
        if stage is not None:
            said.append(stage)
            told = stage
    assert len(said) == len(set(said))
    assert said == sorted(said, reverse=True)
    assert said[-1] == LATE


@pytest.mark.parametrize(
    ("milestone", "today", "standing"),
    [
        (Deadline(DUE), DUE, Standing.AHEAD),
        (Deadline(DUE), DUE + timedelta(days=1), Standing.LATE),
        (Deadline(DUE, DUE), DUE + timedelta(days=9), Standing.IN_TIME),
        (Deadline(DUE, DUE + timedelta(days=1)), DUE + timedelta(days=9), Standing.AFTERWARDS),
        (Deadline(DUE, dropped=True), DUE + timedelta(days=9), Standing.DROPPED),
        (Deadline(DUE, DUE, dropped=True), DUE, Standing.IN_TIME),
    ],
)
def test_how_it_stands(milestone, today, standing):
    assert standing_of(milestone, today) is standing
