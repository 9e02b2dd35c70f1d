"""A project goes from open to closed by these ways and no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.projects.states import ENDED, HELD, RUNNING, ProjectAct, ProjectState, after, may

S, A = ProjectState, ProjectAct
WAYS = [
    (S.OPEN, A.CLAIM, 1, S.CLAIMED),
    (S.CLAIMED, A.CLAIM, 2, S.CLAIMED),
    (S.WORKING, A.CLAIM, 2, S.WORKING),
    (S.CLAIMED, A.STEP, 1, S.WORKING),
    (S.WORKING, A.STEP, 1, S.WORKING),
    (S.OPEN, A.PLAN, 0, S.OPEN),
    (S.CLAIMED, A.PLAN, 1, S.CLAIMED),
    (S.WORKING, A.PLAN, 1, S.WORKING),
    (S.CLAIMED, A.PROVE, 1, S.PROVED),
    (S.WORKING, A.PROVE, 1, S.PROVED),
    (S.CLAIMED, A.LEAVE, 0, S.OPEN),
    (S.WORKING, A.LEAVE, 0, S.OPEN),
    (S.WORKING, A.LEAVE, 1, S.WORKING),
    (S.PROVED, A.ACCEPT, 1, S.CLOSED),
    (S.PROVED, A.SEND_BACK, 1, S.WORKING),
    (S.OPEN, A.WITHDRAW, 0, S.WITHDRAWN),
    (S.CLAIMED, A.WITHDRAW, 1, S.WITHDRAWN),
    (S.WORKING, A.WITHDRAW, 1, S.WITHDRAWN),
]


@pytest.mark.parametrize(("state", "act", "holders", "to"), WAYS)
def test_each_way_leads_where_it_says(state, act, holders, to):
    assert after(act, state, holders) is to


@pytest.mark.parametrize(
    ("state", "act"),
    [(s, a) for s in S for a in A if (s, a) not in {(state, act) for state, act, _, _ in WAYS}],
)
def test_every_other_way_is_closed(state, act):
    assert not may(act, state)
    with pytest.raises(ValueError, match=r" in "):
        after(act, state, 1)


@given(st.lists(st.sampled_from(list(A))))
def test_whatever_is_tried_what_ended_stays_ended_and_who_works_has_it(acts):
    state, holders = S.OPEN, 0
    for act in acts:
        if not may(act, state):
            continue
        holders += {A.CLAIM: 1, A.LEAVE: -1}.get(act, 0) if not (act is A.LEAVE and holders == 0) else 0
        was_ended = state in ENDED
        state = after(act, state, holders)
        assert not was_ended
        assert (state in HELD or state in ENDED or state is S.PROVED) or holders == 0
    assert (state in RUNNING) != (state in ENDED)
