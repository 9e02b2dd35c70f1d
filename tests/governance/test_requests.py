"""What is promised of an enterprise's request, whose it is, and the month's figures."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.clock import SHANGHAI
from governance.rates import Share
from governance.requests.clock import answered_by, contact_by, has_own_clock, promised
from governance.requests.figures import Promise, RequestFacts, figures
from governance.requests.kinds import RequestKind, category_of, request_kind
from governance.roles import Line, Role
from governance.rules import Rules
from governance.tickets.deadlines import DeadlineKind, promises
from governance.tickets.dispatching import Basis, Candidate, Choice, Doubt, choose_office
from governance.tickets.urgency import Urgency
from governance.working_calendar import WorkingCalendar
from governance.working_time import WorkingTime

TIMES = WorkingTime(WorkingCalendar(), SHANGHAI, Rules())
DESK = Role.DEPARTMENT_OFFICER


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("asked", "contacted"),
    [
        ("2026-11-24 10:00", "2026-11-24 18:00"),
        ("2026-11-24 15:59", "2026-11-24 18:00"),
        ("2026-11-24 16:00", "2026-11-25 18:00"),
        ("2026-11-24 07:00", "2026-11-24 18:00"),
        ("2026-11-27 16:00", "2026-11-30 18:00"),  # a Friday
        ("2026-11-28 10:00", "2026-11-30 18:00"),  # a Saturday
        ("2026-10-10 10:00", "2026-10-10 18:00"),  # a Saturday that is made up
    ],
)
def test_somebody_gets_in_touch_the_same_working_day(asked, contacted):
    assert contact_by(at(asked), TIMES) == at(contacted)


@pytest.mark.parametrize(
    ("kind", "answered"),
    [(kind, "2026-11-27 18:00") for kind in RequestKind if kind not in (RequestKind.PREMISES, RequestKind.FINANCE)]
    + [(RequestKind.PREMISES, "2026-12-01 18:00"), (RequestKind.FINANCE, "2026-12-01 18:00")],
)
def test_each_kind_has_its_days(kind, answered):
    found = {d.kind: d for d in promised(Urgency.ENQUIRY, kind, at("2026-11-24 10:00"), TIMES)}
    assert set(found) == {DeadlineKind.ACCEPT, DeadlineKind.CONTACT, DeadlineKind.HANDLE}
    assert found[DeadlineKind.HANDLE].due_at == at(answered)
    assert all(each.working for each in found.values())


def test_the_rules_say_in_how_many_days_each_kind_is_answered():
    for kind in RequestKind:
        rules = replace(Rules(), **{f"request_{kind.value}_days": 1})
        times = replace(TIMES, rules=rules)
        assert answered_by(Urgency.NORMAL, kind, at("2026-11-24 10:00"), times).due_at == at("2026-11-25 18:00")


@pytest.mark.parametrize("urgency", list(Urgency))
def test_what_is_no_request_or_more_urgent_keeps_the_clock_of_its_urgency(urgency):
    since = at("2026-11-24 10:00")
    assert promised(urgency, None, since, TIMES) == promises(urgency, since, TIMES)
    same = promised(urgency, RequestKind.OTHER, since, TIMES) == promises(urgency, since, TIMES)
    assert same == (urgency in (Urgency.HAZARD, Urgency.URGENT)) == (not has_own_clock(urgency, RequestKind.OTHER))


@given(st.integers(0, 60 * 24 * 350), st.sampled_from(RequestKind))
def test_the_answer_is_never_due_before_the_contact(minutes, kind):
    since = at("2026-01-01 00:00") + timedelta(minutes=minutes)
    due = {d.kind: d.due_at for d in promised(Urgency.ENQUIRY, kind, since, TIMES)}
    assert since < due[DeadlineKind.CONTACT] <= due[DeadlineKind.HANDLE]


def test_a_category_is_a_kind_and_back():
    assert all(request_kind(category_of(kind)) is kind for kind in RequestKind)
    assert request_kind("parking") is None
    assert request_kind(None) is None


def test_a_request_is_its_department_s_and_never_the_grid_worker_s():
    worker = Candidate(1, Role.GRID_WORKER)
    part_time = Candidate(2, Role.PART_TIME_GRID_WORKER, Line.CIVIL_AFFAIRS)
    other = Candidate(3, DESK, Line.WORK_SAFETY)
    busy, free = Candidate(4, DESK, Line.CIVIL_AFFAIRS, open=9), Candidate(5, DESK, Line.CIVIL_AFFAIRS, open=2)
    away = Candidate(6, DESK, Line.CIVIL_AFFAIRS, reachable=False)
    all_of_them = [worker, part_time, other, busy, free, away]
    assert choose_office(all_of_them, Line.CIVIL_AFFAIRS, 20) == Choice(free, Basis.LINE, 2)
    assert choose_office(all_of_them, Line.CITY_MANAGEMENT, 20) is Doubt.NO_OFFICE
    assert choose_office(all_of_them, None, 20) is Doubt.NO_OFFICE
    assert choose_office([worker, part_time, away], Line.CIVIL_AFFAIRS, 20) is Doubt.NO_OFFICE
    assert choose_office([busy, free], Line.CIVIL_AFFAIRS, 2) is Doubt.ALL_BUSY


NOW = at("2026-11-30 12:00")


def kept(due, met):
    return Promise(NOW + timedelta(hours=due), None if met is None else NOW + timedelta(hours=met))


@pytest.mark.parametrize(
    ("due", "met", "counts"), [(-2, -3, True), (-2, -2, True), (-2, -1, False), (-2, None, False), (2, None, None)]
)
def test_a_promise_counts_once_it_is_kept_or_broken(due, met, counts):
    assert kept(due, met).kept(NOW) is counts


def test_the_month_s_figures_have_a_row_for_every_kind_and_one_for_all():
    facts = [
        RequestFacts(RequestKind.POLICY, kept(-2, -3), kept(-2, -1), True),
        RequestFacts(RequestKind.POLICY, kept(2, None), kept(2, None)),
        RequestFacts(RequestKind.FINANCE, None, kept(-2, -2), False),
    ]
    rows = {row.kind: row for row in figures(facts, NOW)}
    assert set(rows) == {*RequestKind, None}
    policy, everything = rows[RequestKind.POLICY], rows[None]
    assert (policy.count, policy.contacted, policy.answered) == (2, Share(1, 1), Share(1, 0))
    assert (everything.count, everything.answered, everything.satisfied) == (3, Share(2, 1), Share(2, 1))
    assert rows[RequestKind.LABOUR].count == 0
