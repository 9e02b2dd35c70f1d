"""A danger is in doubt only while the newest that was noted of it says so; none is promised as less than usual."""

import pytest

from governance.tickets.danger_doubts import DangerNote, is_doubtful, ordinary
from governance.tickets.lifecycle import UNHANDLED, Move, Need, Who, possible
from governance.tickets.permits import Facts, Why, denied
from governance.tickets.states import TicketState
from governance.tickets.urgency import Urgency

OPEN_STEPS = (Move.ARRIVE, Move.PLAN, Move.CREW)
BROUGHT = {Need.NOTE, Need.PHOTO}


@pytest.mark.parametrize(
    ("last", "doubtful"), [(None, False), (DangerNote.POSSIBLE, True), (DangerNote.CONFIRMED, False)]
)
def test_only_what_was_noted_as_possible_and_not_confirmed_since_is_in_doubt(last, doubtful):
    assert is_doubtful(last) is doubtful


@pytest.mark.parametrize(
    ("urgency", "then"),
    [
        (Urgency.URGENT, Urgency.URGENT), (Urgency.NORMAL, Urgency.NORMAL), (Urgency.ENQUIRY, Urgency.NORMAL),
        (Urgency.HAZARD, Urgency.NORMAL),
    ],
)  # fmt: skip
def test_what_is_no_danger_goes_on_as_urgent_or_as_usual(urgency, then):
    assert ordinary(urgency) is then


def test_who_looks_at_a_possible_danger_ends_it_without_the_proofs_of_one_and_nobody_else_does():
    facts = Facts(TicketState.IN_PROGRESS, True, OPEN_STEPS)
    assert denied(Move.HANDLE, facts, {Who.ASSIGNEE, Who.SURVEYOR}, BROUGHT) is None
    assert denied(Move.HANDLE, facts, {Who.ASSIGNEE}, BROUGHT).need is Need.STEPS
    assert denied(Move.HANDLE, facts, {Who.ASSIGNEE, Who.SURVEYOR}, {Need.NOTE}).need is Need.PHOTO


@pytest.mark.parametrize("state", sorted(UNHANDLED))
def test_who_looks_at_a_possible_danger_may_say_that_it_is_none(state):
    parts = {Who.ASSIGNEE, Who.SURVEYOR}
    assert denied(Move.STAND_DOWN, Facts(state, True), parts, {Need.NOTE}) is None
    assert denied(Move.STAND_DOWN, Facts(state, True), parts, ()).need is Need.NOTE
    assert denied(Move.STAND_DOWN, Facts(state, False), parts, {Need.NOTE}).why is Why.NO_DANGER


@pytest.mark.parametrize("state", sorted(TicketState))
def test_a_mistake_is_voided_before_it_is_handled_and_no_danger_that_is_certain(state):
    by = {Who.APPROVER}
    no = denied(Move.VOID, Facts(state), by, {Need.NOTE})
    assert (no is None) is (state in UNHANDLED)
    if state not in UNHANDLED:
        return
    assert denied(Move.VOID, Facts(state, True), by, {Need.NOTE}).why is Why.DANGER
    assert denied(Move.VOID, Facts(state, True, doubtful=True), by, {Need.NOTE}) is None
    assert denied(Move.VOID, Facts(state), by, ()).need is Need.NOTE
    assert denied(Move.VOID, Facts(state), {Who.ASSIGNEE, Who.WORKER, Who.DISPATCHER}, {Need.NOTE}).why is Why.PART
    kinds = ((False, False), (True, False), (True, True))
    assert [Move.VOID in possible(state, by, *kind) for kind in kinds] == [True, False, True]
