"""Promises by urgency, on working days; stages that come once, whatever the clock does."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.clock import SHANGHAI
from governance.rules import Rules
from governance.tickets.deadlines import Deadline, DeadlineKind, handle_by, hours, promises, take_by, working_days
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


SINCE = at("2026-11-24 10:00")
HANDLE = DeadlineKind.HANDLE


@pytest.mark.parametrize(
    ("urgency", "kept"),
    [
        (Urgency.HAZARD, [
            ("accept", "2026-11-24 10:10", False), ("handle", "2026-11-25 10:00", False),
            ("survey", "2026-11-24 12:01", False), ("plan", "2026-11-24 12:02", False), ("crew", "2026-11-24 12:03", False),
        ]),
        (Urgency.URGENT, [("accept", "2026-11-24 10:30", False), ("handle", "2026-11-25 00:00", False)]),
        (Urgency.NORMAL, [("accept", "2026-11-24 14:00", True), ("handle", "2026-12-01 18:00", True)]),
        (Urgency.ENQUIRY, [("accept", "2026-11-24 14:00", True), ("handle", "2026-11-25 18:00", True)]),
    ],
)  # fmt: skip
def test_what_a_report_is_promised_and_which_of_it_runs_in_working_time(urgency, kept):
    times = WorkingTime(WorkingCalendar(), SHANGHAI, Rules(survey_minutes=121, plan_minutes=122, crew_minutes=123))
    promised = [Deadline(DeadlineKind(kind), SINCE, at(due), working) for kind, due, working in kept]
    assert list(promises(urgency, SINCE, times)) == promised
    assert handle_by(urgency, SINCE, times) == promised[1]
    assert take_by(urgency, SINCE, times) == replace(promised[0], kind=DeadlineKind.TAKE)


def test_terms_in_working_days_and_in_hours_by_the_clock():
    assert working_days(DeadlineKind.VERIFY, SINCE, 2, TIMES) == Deadline(
        DeadlineKind.VERIFY, SINCE, at("2026-11-26 18:00"), working=True
    )
    assert hours(DeadlineKind.RATE, SINCE, 72) == Deadline(DeadlineKind.RATE, SINCE, at("2026-11-27 10:00"))


def test_when_the_next_stage_comes():
    plain = Deadline(HANDLE, SINCE, SINCE + timedelta(hours=10))
    assert [next_instant(plain, done, TIMES) for done in range(5)] == [
        SINCE + timedelta(hours=5), SINCE + timedelta(hours=8), SINCE + timedelta(hours=10), SINCE + timedelta(hours=15), None,
    ]  # fmt: skip
    working = replace(plain, due_at=at("2026-11-25 12:00"), working=True)
    assert [next_instant(working, done, TIMES) for done in range(4)] == [
        at("2026-11-24 15:30"), at("2026-11-25 09:48"), at("2026-11-25 12:00"), at("2026-11-25 17:30"),
    ]  # fmt: skip
    odd = replace(working, due_at=at("2026-11-25 08:00"))
    assert next_instant(odd, 2, TIMES) == odd.due_at, "at a hundred percent it is due, whatever the hour"


def test_a_stage_comes_at_its_instant_and_not_before():
    plain = Deadline(HANDLE, SINCE, SINCE + timedelta(hours=10))
    half = SINCE + timedelta(hours=5)
    assert stages_due(plain, 0, half - timedelta(microseconds=1), TIMES) == ()
    assert stages_due(plain, 0, half, TIMES) == STAGES[HANDLE][:1]
    assert stages_due(plain, 1, half, TIMES) == ()


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("2026-11-24 10:00", "2026-11-24 10:00", 0),
        ("2026-11-24 11:00", "2026-11-24 10:00", 0),
        ("2026-11-24 20:00", "2026-11-24 21:00", 0),
        ("2026-11-24 18:00", "2026-11-25 09:00", 0),
        ("2026-11-24 17:59", "2026-11-25 09:01", 2),
        ("2026-11-24 08:00", "2026-11-24 20:00", 540),
        ("2026-11-27 12:00", "2026-11-30 12:00", 540),
        ("2026-11-28 00:00", "2026-11-29 23:00", 0),
    ],
)
def test_working_time_between(start, end, minutes):
    assert TIMES.between(at(start), at(end)) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        ("2026-11-24 10:00", 0, "2026-11-24 10:00"),
        ("2026-11-24 17:00", 60, "2026-11-24 18:00"),
        ("2026-11-24 17:00", 61, "2026-11-25 09:01"),
        ("2026-11-24 18:00", 0, "2026-11-25 09:00"),
        ("2026-11-24 08:00", 1, "2026-11-24 09:01"),
        ("2026-11-27 17:59", 2, "2026-11-30 09:01"),
    ],
)
def test_working_time_added(start, minutes, end):
    found = TIMES.add(at(start), timedelta(minutes=minutes))
    assert (found, found.tzinfo) == (at(end), UTC)


@pytest.mark.parametrize(
    ("instant", "at_work"),
    [
        ("2026-11-24 08:59", False), ("2026-11-24 09:00", True), ("2026-11-24 17:59", True), ("2026-11-24 18:00", False),
        ("2026-11-28 10:00", False), ("2026-10-10 10:00", True),
    ],
)  # fmt: skip
def test_when_people_are_at_work(instant, at_work):
    assert TIMES.working(at(instant)) is at_work


def test_working_time_is_that_of_its_zone():
    zone = ZoneInfo("America/New_York")
    there = WorkingTime(WorkingCalendar({date(2026, 11, 25): False}), zone, Rules())
    evening = datetime(2026, 11, 24, 20, 0, tzinfo=zone)  # the 25th in Shanghai
    morning = datetime(2026, 11, 24, 10, 0, tzinfo=zone)
    assert there.working(morning)
    afternoon = datetime(2026, 11, 24, 14, 0, tzinfo=zone)  # already the 25th in Shanghai
    assert there.working(afternoon)
    assert there.between(afternoon, evening) == timedelta(hours=4)
    assert there.add(afternoon, timedelta(hours=1)) == datetime(2026, 11, 24, 15, 0, tzinfo=zone)
    assert not there.working(evening)
    assert there.days_later(evening, 1) == datetime(2026, 11, 26, 18, 0, tzinfo=zone)
    assert there.days_later(evening, 0) == datetime(2026, 11, 24, 18, 0, tzinfo=zone)
    assert there.add(evening, timedelta(hours=1)) == datetime(2026, 11, 26, 10, 0, tzinfo=zone)
    assert there.between(morning, evening) == timedelta(hours=8)
    assert there.between(evening, evening + timedelta(hours=1)) == timedelta()
    known = WorkingTime(WorkingCalendar(), zone, Rules())
    assert known.known(datetime(2026, 12, 31, 20, 0, tzinfo=zone))
    assert not known.known(datetime(2027, 1, 1, 1, 0, tzinfo=zone))


def test_the_edges_of_a_day_of_business():
    day = date(2026, 11, 24)
    assert (TIMES.start_of_day(day), TIMES.end_of_day(day)) == (at("2026-11-24 09:00"), at("2026-11-24 18:00"))
    assert TIMES.start_of_day(day).tzinfo is TIMES.end_of_day(day).tzinfo is UTC
    late = WorkingTime(WorkingCalendar(), SHANGHAI, Rules(work_until_hour=24))
    assert late.end_of_day(day) == at("2026-11-25 00:00")


def test_after_four_hundred_days_without_work_the_next_day_is_one():
    idle = WorkingTime(
        WorkingCalendar({date(2026, 1, 1) + timedelta(days=n): False for n in range(1200)}), SHANGHAI, Rules()
    )
    assert idle.days_later(SINCE, 1) == at("2026-11-25 18:00")
    assert idle.days_later(SINCE, 2) == at("2026-11-26 18:00")
    late = idle.add(SINCE, timedelta(hours=4))
    assert (late, late.tzinfo) == (at("2027-12-29 13:00"), UTC)
    assert idle.between(SINCE, at("2028-01-01 00:00")) == timedelta()
    nearly = WorkingTime(
        WorkingCalendar({date(2026, 11, 25) + timedelta(days=n): False for n in range(399)}), SHANGHAI, Rules()
    )
    assert nearly.days_later(SINCE, 1) == at("2027-12-29 18:00")
