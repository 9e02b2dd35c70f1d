from datetime import UTC, datetime

import pytest

from governance.permissions import PERMISSIONS, WHOM_TO_ASK, Act, may, may_at
from governance.roles import Role, Term

SINCE = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("act", Act)
def test_every_act_has_somebody_who_may_and_somebody_to_ask_who_may(act):
    assert PERMISSIONS[act]
    assert set(WHOM_TO_ASK[act]) <= PERMISSIONS[act]


def test_residents_and_members_hold_no_right():
    for role in (Role.RESIDENT, Role.PARTY_MEMBER):
        assert not any(may(act, [Term(role, SINCE, None, place_id=1)]) for act in Act)


def test_a_right_holds_where_the_post_is():
    worker = [Term(Role.GRID_WORKER, SINCE, None, grid_id=7)]
    assert may_at(Act.TAKE, worker, frozenset({1, 2}), frozenset({7}))
    assert not may_at(Act.TAKE, worker, frozenset({1, 2}), frozenset({8}))
    secretary = [Term(Role.COMMUNITY_SECRETARY, SINCE, None, place_id=2)]
    assert may_at(Act.DISPATCH, secretary, frozenset({1, 2}), frozenset())
    assert not may_at(Act.DISPATCH, secretary, frozenset({3}), frozenset())


def test_who_handles_does_not_verify():
    assert not PERMISSIONS[Act.VERIFY] & {Role.GRID_WORKER, Role.REPAIR_CREW, Role.DEPARTMENT_OFFICER}
