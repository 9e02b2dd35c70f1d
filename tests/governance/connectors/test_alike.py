"""What may be the same, and who has changed a number: tables, and what holds for all of them."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis.strategies import builds, floats, none, one_of, sampled_from

from governance.connectors.alike import Marks, PhoneChange, Subject, Why, changed, who_changed, wholly_alike, why_alike

PERSON, PLACE, THING, BRANCH = Subject
AT = {"lat": 32.06, "lon": 118.76}
NEAR, FAR = {"lat": 32.06005, "lon": 118.76}, {"lat": 32.0604, "lon": 118.76}


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (Marks(PERSON, "a", "1"), Marks(PERSON, "a", "1"), Why.ALL), (Marks(PERSON, "a", "1"), Marks(PERSON, "b", "1"), Why.PHONE),
        (Marks(PERSON, "a", "1"), Marks(PERSON, "a", "2"), Why.NAME), (Marks(PERSON, "a"), Marks(PERSON, "a"), Why.NAME),
        (Marks(PERSON), Marks(PERSON), None), (Marks(PERSON, "a", code="R1"), Marks(PERSON, "b", code="R1"), Why.NUMBER),
        (Marks(PLACE, "a", place=1), Marks(PLACE, "b", place=1), Why.HERE), (Marks(PLACE, "a"), Marks(PLACE, "b"), None),
        (Marks(PLACE, "a", type="building", place=1), Marks(PLACE, "a", type="courtyard", place=1), None),
        (Marks(THING, type="lamp", **AT), Marks(THING, type="lamp", **NEAR), Why.NEAR),
        (Marks(THING, type="lamp", **AT), Marks(THING, type="lamp", **FAR), None),
        (Marks(THING, type="lamp", **AT), Marks(THING, type="manhole", **NEAR), None),
        (Marks(THING, "a", place=1), Marks(THING, "a", place=2), None),
        (Marks(THING, "a", place=1), Marks(THING, "a", place=1), Why.NAME),
        (Marks(THING, place=1), Marks(THING, place=1), None), (Marks(BRANCH, "a"), Marks(BRANCH, "a"), Why.NAME),
        (Marks(BRANCH, "a"), Marks(PERSON, "a"), None),
    ],
)  # fmt: skip
def test_why_two_may_be_one(one, other, why):
    assert why_alike(one, other) is why


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        (Marks(PERSON, "a", "1"), Marks(PERSON, "a", "1", "R1"), True),
        (Marks(PERSON, "a", "1", "R1"), Marks(PERSON, "a", "1", "R1"), True),
        (Marks(PERSON, "a", "1", "R2"), Marks(PERSON, "a", "1", "R1"), False),
        (Marks(PERSON, "b", "1", "R1"), Marks(PERSON, "a", "1", "R1"), False),
        (Marks(PERSON, "a", "2", "R1"), Marks(PERSON, "a", "1", "R1"), False),
        (Marks(PERSON, "a", "", "R1"), Marks(PERSON, "a", "", "R1"), False),
        (Marks(PERSON, "", "1", "R1"), Marks(PERSON, "", "1", "R1"), False),
        (Marks(PLACE, "a", code="Y1", place=1), Marks(PLACE, "a", code="Y1", place=1), True),
        (Marks(PLACE, "b", code="Y1", place=1), Marks(PLACE, "a", code="Y1", place=1), False),
        (Marks(THING, "a", code="T1", place=2), Marks(THING, "a", code="T1", place=1), False),
        (Marks(THING, "a", code="T1"), Marks(THING, "a", code="T1"), False),
        (Marks(BRANCH, "a", code="B1"), Marks(BRANCH, "a", code="B1"), True),
        (Marks(BRANCH, "a"), Marks(BRANCH, "a", code="B1"), False),
        (Marks(PLACE, "a", place=1), Marks(THING, "a", place=1), False),
    ],
)  # fmt: skip
def test_two_are_wholly_alike_by_name_and_telephone_number_or_place(one, other, whole):
    assert wholly_alike(one, other) is whole


SOME = builds(
    Marks, sampled_from(list(Subject)), sampled_from(["", "a", "b"]), sampled_from(["", "1"]), sampled_from(["", "R1"]),
    sampled_from(["", "lamp"]), one_of(none(), sampled_from([1, 2])), one_of(none(), floats(32, 33)),
    one_of(none(), floats(118, 119)),
)  # fmt: skip


@given(SOME, SOME)
def test_it_is_the_same_both_ways_and_never_of_two_kinds(one, other):
    assert why_alike(one, other) is why_alike(other, one)
    assert one.kind is other.kind or why_alike(one, other) is None


@pytest.mark.parametrize(("agreed", "ours", "theirs"), list(product("ab", "abc", ["", "a", "b", "c"])))
def test_only_what_they_have_changed_is_asked_about(agreed, ours, theirs):
    found = who_changed(agreed, ours, theirs)
    asked = found in (PhoneChange.THEIRS, PhoneChange.BOTH)
    assert asked is (theirs not in ("", ours, agreed))
    assert (found is PhoneChange.BOTH) is (asked and ours != agreed)


def test_what_has_not_changed_keeps_its_time():
    times = changed(
        {"name": "a", "phone": "1"}, {"name": "a", "phone": "2", "unit": "u"}, {"name": "t1", "phone": "t1"}, "t2"
    )
    assert times == {"name": "t1", "phone": "t2", "unit": "t2"}
