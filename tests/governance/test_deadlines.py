"""Promises by urgency, on working days; stages that come once, whatever the clock does."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.clock import SHANGHAI
from governance.rules import Rules
from governance.tickets.deadlines import Deadline, DeadlineKind, handle_by, promises, take_by
from governance.tickets.escalation import STAGES, EscalationAction, instant_of, loudest, next_instant, stages_due
from governance.tickets.urgency import Urgency
from governance.working_calendar import WorkingCalendar
from governance.working_time import WorkingTime

TIMES = WorkingTime(WorkingCalendar(), SHANGHAI, Rules())


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).astimezone(UTC)


def due(urgency, kind, since):
    return next(d for d in promises(urgency, since, TIMES) if d.kind is kind).due_at


@pytest.mark.parametrize(
    ("reported", "handled"),
    [
        ("2026-11-24 10:00", "2026-11-25 00:00"),
        ("2026-11-24 17:59", "2026-11-25 00:00"),
        ("2026-11-24 18:00", "2026-11-25 12:00"),
        ("2026-11-24 23:59", "2026-11-25 12:00"),
        ("2026-11-25 00:01", "2026-11-26 00:00"),
    ],
)
def test_the_urgent_is_handled_the_same_day_and_the_late_by_noon(reported, handled):
    assert due(Urgency.URGENT, DeadlineKind.HANDLE, at(reported)) == at(handled)
    assert due(Urgency.URGENT, DeadlineKind.ACCEPT, at(reported)) == at(reported) + timedelta(minutes=30)


@pytest.mark.parametrize(
    ("reported", "accepted", "handled"),
    [
        ("2026-11-24 10:00", "2026-11-24 14:00", "2026-12-01 18:00"),
        ("2026-11-27 16:00", "2026-11-30 11:00", "2026-12-04 18:00"),  # a Friday
        ("2026-09-30 17:00", "2026-10-08 12:00", "2026-10-13 18:00"),  # before the National Day; the 10th is made up
        ("2026-09-20 09:00", "2026-09-20 13:00", "2026-09-28 18:00"),  # a Sunday that is made up; 25 to 27 are free
    ],
)
def test_the_normal_runs_on_working_days_with_make_up_workdays(reported, accepted, handled):
    assert due(Urgency.NORMAL, DeadlineKind.ACCEPT, at(reported)) == at(accepted)
    assert due(Urgency.NORMAL, DeadlineKind.HANDLE, at(reported)) == at(handled)


def test_a_danger_has_three_promises_of_two_hours_at_any_hour():
    since = at("2026-10-01 03:00")
    kinds = {d.kind: d.due_at for d in promises(Urgency.HAZARD, since, TIMES)}
    for kind in (DeadlineKind.SURVEY, DeadlineKind.PLAN, DeadlineKind.CREW):
        assert kinds[kind] == since + timedelta(hours=2)
    assert take_by(Urgency.HAZARD, since, TIMES).due_at == since + timedelta(minutes=10)
    assert handle_by(Urgency.HAZARD, since, TIMES).due_at == since + timedelta(hours=24)


def test_a_year_without_published_arrangements_runs_on_the_plain_week():
    since = at("2029-03-05 10:00")  # a Monday
    assert due(Urgency.NORMAL, DeadlineKind.HANDLE, since) == at("2029-03-12 18:00")
    assert not TIMES.known(since)


def test_a_calendar_on_which_nobody_ever_works_ends_nothing_in_a_loop():
    days = {date(2026, 1, 1) + timedelta(days=n): False for n in range(1200)}
    idle = WorkingTime(WorkingCalendar(days), SHANGHAI, Rules())
    assert idle.days_later(at("2026-11-24 10:00"), 5) > at("2026-11-24 10:00")
    assert idle.add(at("2026-11-24 10:00"), timedelta(hours=4)) > at("2026-11-24 10:00")


EARLY, LATE = date(2025, 1, 1), 3 * 365
INSTANTS = st.integers(0, LATE * 24 * 60).map(lambda m: at(EARLY.isoformat()) + timedelta(minutes=m, seconds=m % 60))


@given(INSTANTS, st.integers(0, 200))
def test_added_working_time_is_the_working_time_between(start, minutes):
    span = timedelta(minutes=minutes)
    assert TIMES.between(start, TIMES.add(start, span)) == span


@given(INSTANTS, st.sampled_from(Urgency))
def test_every_promise_lies_after_the_report(start, urgency):
    assert all(d.due_at > start for d in promises(urgency, start, TIMES))


@given(INSTANTS, st.sampled_from(DeadlineKind), st.booleans(), st.lists(st.integers(-900, 3000), max_size=12))
def test_each_stage_comes_once_however_the_clock_jumps(start, kind, working, minutes):
    end = TIMES.add(start, timedelta(hours=8)) if working else start + timedelta(hours=8)
    deadline, done, seen, now = Deadline(kind, start, end, working), 0, [], start
    for jump in minutes:
        now += timedelta(minutes=jump)
        stages = stages_due(deadline, done, now, TIMES)
        seen += stages
        done += len(stages)
        coming = next_instant(deadline, done, TIMES)
        assert coming is None or coming > now
    assert seen == list(STAGES[kind][: len(seen)])


@given(INSTANTS, st.sampled_from(DeadlineKind))
def test_the_stages_of_a_working_deadline_before_it_is_due_fall_into_working_hours(start, kind):
    deadline = Deadline(kind, start, TIMES.days_later(start, 2), working=True)
    for stage in STAGES[kind]:
        instant = instant_of(stage, deadline, TIMES)
        assert TIMES.working(instant - timedelta(microseconds=1))


def test_after_a_stop_nobody_is_reminded_twice_of_one_thing():
    start = at("2026-11-24 10:00")
    deadline = Deadline(DeadlineKind.HANDLE, start, start + timedelta(hours=10))
    stages = loudest(stages_due(deadline, 0, start + timedelta(hours=30), TIMES))
    assert [(s.percent, s.action) for s in stages] == [
        (80, EscalationAction.REMIND), (100, EscalationAction.WARN_HEADS), (150, EscalationAction.WARN_LEAD),
    ]  # fmt: skip
