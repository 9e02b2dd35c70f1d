"""Whose word counts: by the rule for each pair of states, and never silently where both sides have changed."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis.strategies import datetimes as any_datetimes
from hypothesis.strategies import none, one_of, sampled_from

from governance.connectors.standing import OF_STATE, THEIRS_TO_SAY, Meeting, Owner, Standing, earlier, meet
from governance.tickets.states import TicketState

S = Standing
SHIPPED = dict.fromkeys(THEIRS_TO_SAY, Owner.THEIRS)
any_standing = sampled_from(list(Standing))


@pytest.mark.parametrize(
    ("agreed", "ours", "theirs", "meeting"),
    [
        (S.OPEN, S.OPEN, S.OPEN, Meeting.SAME),
        (S.OPEN, S.WORKING, S.WORKING, Meeting.SAME),
        (S.OPEN, S.WORKING, S.OPEN, Meeting.GIVE),
        (S.OPEN, S.OPEN, S.WITHDRAWN, Meeting.TAKE),
        (S.DONE, S.DONE, S.CLOSED, Meeting.TAKE),
        (S.DONE, S.DONE, S.REOPENED, Meeting.TAKE),
        (S.OPEN, S.OPEN, S.DONE, Meeting.GIVE),
        (S.OPEN, S.WORKING, S.WITHDRAWN, Meeting.CONFLICT),
        (S.DONE, S.WITHDRAWN, S.REOPENED, Meeting.CONFLICT),
    ],
)
def test_two_states_meet(agreed, ours, theirs, meeting):
    assert meet(agreed, ours, theirs, SHIPPED) is meeting


@given(any_standing, any_standing, any_standing)
def test_a_change_on_both_sides_is_always_a_conflict_and_nothing_else_is(agreed, ours, theirs):
    both = ours is not agreed and theirs is not agreed and ours is not theirs
    assert (meet(agreed, ours, theirs, SHIPPED) is Meeting.CONFLICT) is both


@given(any_standing, any_standing)
def test_what_is_ours_to_tell_is_never_taken_from_them(agreed, theirs):
    taken = meet(agreed, agreed, theirs, SHIPPED) is Meeting.TAKE
    assert taken == (theirs is not agreed and theirs in THEIRS_TO_SAY)
    assert meet(agreed, agreed, theirs, {}) is not Meeting.TAKE


def test_each_state_of_a_ticket_stands_somewhere_and_done_is_only_what_was_verified():
    assert set(OF_STATE) == set(TicketState)
    assert [state for state, standing in OF_STATE.items() if standing is Standing.DONE] == [TicketState.VERIFIED]


instants = one_of(none(), any_datetimes().map(lambda at: at.replace(tzinfo=UTC)))


@given(instants, instants)
def test_of_two_promises_the_earlier_counts(one, other):
    found = earlier(one, other)
    assert found == earlier(other, one)
    assert (found is None) == (one is None and other is None)
    assert all(each is None or found <= each for each in (one, other))


def test_the_earlier_promise():
    first, second = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC)
    assert earlier(second, first) == first
