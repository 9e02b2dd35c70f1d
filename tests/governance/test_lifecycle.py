"""The table of moves, walked: nothing leads out of it, everything leads to a close, closed ones only reopen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.tickets.deadlines import DeadlineKind
from governance.tickets.escalation import STAGES
from governance.tickets.lifecycle import TABLE, UNHANDLED, WAITING, Move, Need, Who, after, possible, step
from governance.tickets.states import ENDED, WITHDRAWABLE, TicketState

S = TicketState


@given(st.lists(st.sampled_from(Move), max_size=60))
def test_no_sequence_of_moves_reaches_an_undefined_state(moves):
    state = S.REPORTED
    for move in moves:
        following = after(state, move)
        if following is None:
            assert step(move, state) is None
            continue
        assert following in TicketState
        state = following


@given(st.lists(st.sampled_from(Move), max_size=30))
def test_from_wherever_moves_lead_a_ticket_can_still_be_closed_unless_it_was_taken_back(moves):
    state = S.REPORTED
    for move in moves:
        state = after(state, move) or state
    assert state is S.WITHDRAWN or S.CLOSED in reachable(state)


def reachable(state):
    found, ahead = {state}, [state]
    while ahead:
        here = ahead.pop()
        for move in Move:
            following = after(here, move)
            if following is not None and following not in found:
                found.add(following)
                ahead.append(following)
    return found


def test_every_state_but_the_withdrawn_leads_to_a_close_and_every_state_is_reached():
    for state in set(TicketState) - {S.WITHDRAWN}:
        assert S.CLOSED in reachable(state), state
    assert reachable(S.REPORTED) == set(TicketState)


def test_a_closed_ticket_changes_only_by_reopening_and_a_withdrawn_one_never():
    assert {row.move for row in TABLE if S.CLOSED in row.of} == {Move.REOPEN}
    assert not [row for row in TABLE if S.WITHDRAWN in row.of]
    assert {row.move for row in TABLE if S.MERGED in row.of} == {Move.UNMERGE}


def test_a_move_in_a_state_is_one_row():
    for move in Move:
        for state in TicketState:
            assert len([row for row in TABLE if row.move is move and state in row.of]) <= 1


def test_handling_needs_words_and_a_picture_and_somebody_else_verifies():
    handle = step(Move.HANDLE, S.IN_PROGRESS)
    assert handle.needs == {Need.STEPS, Need.NOTE, Need.PHOTO}
    assert step(Move.VERIFY, S.HANDLED).by == {Who.VERIFIER}
    assert Who.ASSIGNEE not in step(Move.REJECT, S.HANDLED).by


@given(st.sampled_from(TicketState), st.sets(st.sampled_from(Who)))
def test_what_is_possible_is_what_the_table_allows(state, who):
    moves = possible(state, who)
    assert all(step(move, state).by & who for move in moves)
    assert len(set(moves)) == len(moves)


def test_an_ended_ticket_leaves_no_promise_open_and_each_started_deadline_has_stages():
    for row in TABLE:
        if row.to in ENDED:
            assert row.drops
        assert all(kind in STAGES for kind in row.starts)
    assert set(STAGES) == set(DeadlineKind)


def test_the_reporter_may_take_back_what_nobody_works_on():
    assert {state for row in TABLE if row.move is Move.WITHDRAW for state in row.of} == WITHDRAWABLE <= WAITING
    assert not UNHANDLED & (ENDED | {S.HANDLED, S.VERIFIED})


def test_the_order_of_what_is_possible_is_the_tables_and_a_danger_has_its_own():
    assert possible(S.REOPENED, {Who.ASSIGNEE}) == (Move.TAKE, Move.RETURN, Move.TRANSFER, Move.CLOSE)
    approver = {Who.APPROVER}
    assert (
        possible(S.IN_PROGRESS, approver)
        == possible(S.IN_PROGRESS, approver, False)
        == (
            Move.SUSPEND,
            Move.ESCALATE,
            Move.VOID,
        )
    )
    assert possible(S.IN_PROGRESS, approver, True) == (Move.SUSPEND, Move.STAND_DOWN)
    assert possible(S.WITHDRAWN, set(Who)) == ()


@pytest.mark.parametrize(
    ("state", "move", "to"),
    [
        (S.REPORTED, Move.ACCEPT, S.ACCEPTED),
        (S.ACCEPTED, Move.ACCEPT, None),
        (S.HANDLED, Move.REJECT, S.IN_PROGRESS),
        (S.DISPATCHED, Move.UNDO_DISPATCH, S.DISPATCHED),
        (S.SUSPENDED, Move.STAND_DOWN, S.SUSPENDED),
        (S.MERGED, Move.UNMERGE, S.REPORTED),
    ],
)
def test_where_a_move_leads(state, move, to):
    assert after(state, move) is to
