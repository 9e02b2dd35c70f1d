"""Places of units: never more than there are, given back in time; who may say how it was; shares add up."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.activities.bookings import (
    Booked,
    Refusal,
    Refused,
    book,
    coached,
    may_give_back,
    may_record,
    places_left,
)
from governance.activities.contests import (
    NoResult,
    enrolment_over,
    is_enrolment_end,
    why_not_told,
    why_not_written,
)
from governance.activities.feedback import NotNow, why_not
from governance.activities.kinds import ActivityKind, Score
from governance.activities.shares import Given, Share, shares, thanks
from governance.activities.texts import KIND, SCORE
from governance.clock import SHANGHAI
from governance.duty.shifts import Shift
from governance.rules import Rules

START = datetime(2026, 12, 6, 9, tzinfo=SHANGHAI)
END = START + timedelta(hours=2)
BEFORE = START - timedelta(days=3)
MIDNIGHT = datetime(2026, 12, 6, tzinfo=SHANGHAI)
MINUTE = timedelta(minutes=1)


def test_each_kind_and_score_has_its_word():
    assert KIND.keys() == set(ActivityKind)
    assert SCORE.keys() == set(Score)
    assert len(set(KIND.values())) == len(KIND)


@pytest.mark.parametrize(
    ("capacity", "taken", "waiting", "left"),
    [(10, 3, 0, 7), (10, 10, 0, 0), (10, 12, 0, 0), (10, 9, 1, 0)],
)
def test_nothing_is_left_while_somebody_waits(capacity, taken, waiting, left):
    assert places_left(capacity, taken, waiting) == left


@pytest.mark.parametrize(
    ("wanted", "held", "left", "now", "found"),
    [
        (20, 0, 30, BEFORE, Booked(20, 0)),
        (30, 0, 30, BEFORE, Booked(30, 0)),
        (31, 0, 30, BEFORE, Refused(Refusal.TOO_MANY, 30)),
        (15, 10, 5, BEFORE, Booked(15, 10)),
        (16, 10, 5, BEFORE, Refused(Refusal.TOO_MANY, 15)),
        (10, 10, 0, BEFORE, Booked(10, 10)),
        (5, 10, 0, MIDNIGHT - MINUTE, Booked(5, 10)),
        (5, 10, 0, MIDNIGHT, Refused(Refusal.TOO_LATE, 10)),
        (11, 10, 1, START - MINUTE, Booked(11, 10)),
        (11, 10, 1, START, Refused(Refusal.STARTED)),
        (1, 0, 0, BEFORE, Refused(Refusal.TOO_MANY, 0)),
    ],
)
def test_a_unit_gets_what_there_is_until_it_begins(wanted, held, left, now, found):
    assert book(wanted, held, left, START, now, SHANGHAI) == found


@given(st.integers(1, 999), st.integers(0, 999), st.integers(0, 999), st.integers(-4 * 24 * 60, 60))
def test_whatever_is_asked_nobody_holds_more_than_there_is(wanted, held, left, minutes):
    decision = book(wanted, held, left, START, START + timedelta(minutes=minutes), SHANGHAI)
    if isinstance(decision, Booked):
        assert decision.people - held <= left
        assert minutes < 0


def test_the_day_before_is_that_of_the_local_calendar():
    late = datetime(2026, 12, 5, 15, 59, tzinfo=UTC)
    assert may_give_back(START, late, SHANGHAI)
    assert not may_give_back(START, late + MINUTE, SHANGHAI)


@pytest.mark.parametrize(
    ("now", "may"),
    [
        (START - timedelta(minutes=16), False),
        (START - timedelta(minutes=15), True),
        (END + timedelta(hours=24), True),
        (END + timedelta(hours=24) + MINUTE, False),
    ],
)
def test_how_many_came_is_noted_from_the_check_in_until_a_day_after(now, may):
    assert may_record(Shift(1, START, END, 30), now, Rules()) is may


@pytest.mark.parametrize(
    ("now", "there", "given_before", "why"),
    [
        (END, True, False, None),
        (END - MINUTE, True, False, NotNow.NOT_OVER),
        (END, False, False, NotNow.NOT_THERE),
        (END, True, True, NotNow.TWICE),
        (END + timedelta(days=30), True, False, None),
    ],
)
def test_who_was_there_says_once_how_it_was(now, there, given_before, why):
    assert why_not(END, now, there, given_before) is why


GIVEN = [
    Given("甲单位", 1, Share(8, 7)),
    Given("甲单位", 2, Share(4, 0)),
    Given("乙单位", 2, Share(6, 6)),
    Given("乙单位", 2, Share(1, 1), 11, "样本"),
    Given("乙单位", 1, Share(1, 1), 11, "样本"),
    Given("乙单位", 1, Share(1, 0), 12, "示范"),
    Given("丙单位", 1, Share(9, 0)),
    Given(None, 1, Share(20, 20), 13, "模拟"),
]


def test_shares_stand_by_unit_and_time_who_came_most_first():
    found = shares(GIVEN)
    assert [line.unit for line in found] == ["乙单位", "甲单位", "丙单位", None]
    assert found[0].times == {1: Share(2, 1), 2: Share(7, 7)}
    assert found[0].whole == Share(9, 8)


def test_only_who_came_is_thanked():
    found = thanks(GIVEN)
    assert [(line.unit, line.came) for line in found] == [("乙单位", 8), ("甲单位", 7), (None, 20)]
    assert found[0].people == (("样本", 2),)


def test_two_of_one_name_are_thanked_each():
    both = [Given("甲单位", 1, Share(1, 1), 1, "样本"), Given("甲单位", 1, Share(1, 1), 2, "样本")]
    assert thanks(both)[0].people == (("样本", 1), ("样本", 1))


@given(
    st.lists(
        st.builds(
            Given,
            st.sampled_from(["甲", "乙", None]),
            st.integers(1, 3),
            st.builds(Share, st.integers(0, 9), st.integers(0, 9)),
        )
    )
)
def test_shares_add_up_to_what_was_given(given_all):
    found = shares(given_all)
    assert sum((line.whole for line in found), Share()) == sum((each.share for each in given_all), Share())
    assert all(sum(line.times.values(), Share()) == line.whole for line in found)


def test_of_a_coaching_a_unit_has_one_time_and_a_time_one_unit():
    assert coached(1, 7, []) is None
    assert coached(1, 7, [(1, 7)]) is None, "its own, said again"
    assert coached(1, 7, [(1, 8)]) == Refused(Refusal.TAKEN)
    assert coached(1, 7, [(2, 7)]) == Refused(Refusal.ONE_EACH, 2)
    assert coached(1, 7, [(2, 8)]) is None


def test_enrolment_ends_at_its_instant_and_only_before_the_first_time():
    assert not enrolment_over(None, START)
    assert not enrolment_over(START, START - MINUTE)
    assert enrolment_over(START, START)
    assert is_enrolment_end(START, BEFORE, START)
    assert not is_enrolment_end(START + MINUTE, BEFORE, START)
    assert not is_enrolment_end(BEFORE, BEFORE, START)


@pytest.mark.parametrize(
    ("kind", "now", "told", "written", "why"),
    [
        (ActivityKind.LECTURE, END, False, 1, NoResult.NO_CONTEST),
        (None, END, False, 1, NoResult.NO_CONTEST),
        (ActivityKind.CONTEST, BEFORE, False, 1, NoResult.NOT_BEGUN),
        (ActivityKind.CONTEST, END, True, 1, NoResult.TOLD),
        (ActivityKind.CONTEST, END, False, 0, NoResult.NONE_WRITTEN),
        (ActivityKind.CONTEST, START, False, 1, None),
    ],
)
def test_places_are_told_once_of_a_contest_that_has_begun(kind, now, told, written, why):
    assert why_not_told(kind, START, told, written, now) is why
    if why is not NoResult.NONE_WRITTEN:
        assert why_not_written(kind, START, told, now) is why
