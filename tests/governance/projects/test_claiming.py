"""Who gets a project, and why somebody does not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.projects.claiming import No, Share, claim
from governance.projects.states import ProjectState

S = ProjectState
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("state", "shares", "held", "until", "gets"),
    [
        (S.OPEN, 1, (), None, 1),
        (S.OPEN, 1, (), TODAY, 1),
        (S.OPEN, 1, (), date(2026, 11, 23), No.LATE),
        (S.CLAIMED, 1, (Share(1, 8),), None, No.FULL),
        (S.CLAIMED, 1, (Share(1, 7),), None, No.OWN),
        (S.CLAIMED, 1, (Share(1, 7),), date(2026, 11, 23), No.OWN),
        (S.CLAIMED, 2, (Share(1, 8),), None, 2),
        (S.WORKING, 2, (Share(2, 8),), None, 1),
        (S.WORKING, 2, (Share(1, 8), Share(2, 9)), None, No.FULL),
        (S.PROVED, 2, (Share(1, 8),), None, No.DONE),
        (S.CLOSED, 1, (), None, No.ENDED),
        (S.WITHDRAWN, 1, (), date(2026, 11, 23), No.ENDED),
    ],
)
def test_a_unit_gets_a_share_or_hears_why_not(state, shares, held, until, gets):
    assert claim(state, shares, held, until, 7, TODAY) == gets


@given(st.integers(1, 5), st.lists(st.integers(1, 9), max_size=40))
def test_however_many_come_each_share_has_one_holder_and_no_unit_two(shares, units):
    held: list[Share] = []
    for unit in units:
        got = claim(S.OPEN if not held else S.CLAIMED, shares, held, None, unit, TODAY)
        if isinstance(got, int):
            held.append(Share(got, unit))
    assert len({share.slot for share in held}) == len(held) == min(shares, len(set(units)))
    assert len({share.organisation_id for share in held}) == len(held)
    assert all(1 <= share.slot <= shares for share in held)
