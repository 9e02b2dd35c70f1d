"""The one thing that a ticket waits for from somebody."""

import pytest

from governance.tickets.lifecycle import TABLE, Move, Who, possible
from governance.tickets.next_step import next_step
from governance.tickets.states import TicketState as S

M = Move


@pytest.mark.parametrize(
    ("state", "who", "told", "wanted"),
    [
        (S.REPORTED, {Who.DISPATCHER}, {}, M.DISPATCH),
        (S.RETURNED, {Who.DISPATCHER, Who.WORKER}, {}, M.DISPATCH),
        (S.ACCEPTED, {Who.WORKER}, {}, M.TAKE),
        (S.DISPATCHED, {Who.DISPATCHER}, {}, None),
        (S.DISPATCHED, {Who.WORKER}, {}, None),
        (S.DISPATCHED, {Who.ASSIGNEE}, {"mine": True}, M.TAKE),
        (S.IN_PROGRESS, {Who.ASSIGNEE}, {"mine": True}, M.HANDLE),
        (S.IN_PROGRESS, {Who.ASSIGNEE}, {"mine": True, "owed": {M.PLAN, M.CREW}}, M.PLAN),
        (S.IN_PROGRESS, {Who.ASSIGNEE}, {"mine": True, "enquiry": True}, M.ANSWER),
        (S.DISPATCHED, {Who.DISPATCHER, Who.ANSWERER}, {"enquiry": True}, M.ANSWER),
        (S.HANDLED, {Who.VERIFIER}, {}, M.VERIFY),
        (S.HANDLED, {Who.ASSIGNEE}, {"mine": True}, None),
        (S.REOPENED, {Who.DISPATCHER}, {}, M.CLOSE),
        (S.CLOSED, {Who.DISPATCHER, Who.VERIFIER}, {}, None),
    ],
)
def test_what_it_waits_for(state, who, told, wanted):
    told = {"mine": False, "enquiry": False, **told}
    assert next_step(state, possible(state, who), **told) is wanted


def test_never_what_may_not_be_done():
    for state in S:
        for move in {row.move for row in TABLE}:
            found = next_step(state, {move}, mine=True, enquiry=True, owed=set(Move))
            assert found in (move, None)
