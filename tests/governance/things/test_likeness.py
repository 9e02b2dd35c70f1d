"""Doubles are proposed where two things are at one spot or called the same, and no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.things.kinds import ThingKind
from governance.things.likeness import Candidate, doubles

BASE = Candidate(1, ThingKind.MANHOLE, 7, "3单元门口", 32.06, 118.76)


def other(**more):
    return Candidate(**{**{name: getattr(BASE, name) for name in BASE.__dataclass_fields__}, "id": 2, **more})


@pytest.mark.parametrize(
    ("second", "same"),
    [
        (other(), True),
        (other(lat=32.06004), True),
        (other(lat=32.0601), False),
        (other(kind=ThingKind.TREE), False),
        (other(place=8), False),
        (other(lat=None, lon=None), True),
        (other(lat=None, lon=None, words="楼后"), False),
        (other(lat=None, lon=None, words=""), False),
        (other(words="楼后"), True),
    ],
)
def test_a_pair(second, same):
    assert doubles([BASE, second], ()) == ([(1, 2)] if same else [])
    assert doubles([second, BASE], ()) == ([(1, 2)] if same else [])
    assert doubles([BASE, second], {(1, 2)}) == []


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["", "a", "b"])), max_size=8))
def test_pairs_are_of_different_things_and_each_stands_once(said):
    things = [Candidate(n, ThingKind.LAMP, place, words, None, None) for n, (place, words) in enumerate(said)]
    found = doubles(things, ())
    assert len(set(found)) == len(found)
    assert all(one < two for one, two in found)
