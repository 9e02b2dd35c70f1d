"""The clock of a call for help: who is called when, and that nothing comes twice or too soon."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from governance.projects.take_on import Stage, clock_of, next_instant, stages_due
from governance.rules import Rules

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
CLOCK = clock_of(AT, Rules())


def test_it_runs_for_two_hours_and_goes_to_all_after_one():
    assert CLOCK.due_at - AT == timedelta(hours=2)
    assert stages_due(CLOCK, 0, AT) == (Stage.FIRST,)
    assert stages_due(CLOCK, 1, AT + timedelta(minutes=59)) == ()
    assert stages_due(CLOCK, 1, AT + timedelta(minutes=60)) == (Stage.WIDER,)
    assert stages_due(CLOCK, 2, AT + timedelta(minutes=119)) == ()
    assert stages_due(CLOCK, 2, AT + timedelta(minutes=120)) == (Stage.LATE,)
    assert [next_instant(CLOCK, done) for done in (1, 2, 3)] == [AT + timedelta(hours=1), AT + timedelta(hours=2), None]


def test_the_length_is_a_rule():
    assert clock_of(AT, Rules(take_on_minutes=60)).due_at - AT == timedelta(hours=1)


@given(st.lists(st.integers(0, 300)))
def test_however_often_it_is_looked_at_each_stage_comes_once_and_in_time(minutes):
    done: list[Stage] = []
    for minute in sorted(minutes):
        now = AT + timedelta(minutes=minute)
        found = stages_due(CLOCK, len(done), now)
        assert all(CLOCK.at(stage) <= now for stage in found)
        done += found
    assert done == list(Stage)[: len(done)]
