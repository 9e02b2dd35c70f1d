"""Who may give which post."""

from datetime import date

import pytest

from governance.places import PlaceKind
from governance.roles import Role
from governance.roster.changes import changes_between
from governance.roster.entries import PersonEntry, PlaceEntry, PostEntry, Roster
from governance.roster.giving import Bar, barred, told_of

DAY = date(2026, 11, 28)
PLACES = {
    "S": PlaceEntry("S", "示范街道", PlaceKind.SUBDISTRICT),
    "C1": PlaceEntry("C1", "梧桐社区", PlaceKind.COMMUNITY, "S"),
}
PEOPLE = {code: PersonEntry(code, f"样本{code}") for code in ("lead", "small", "admin", "other")}
POSTS = (
    PostEntry("lead", Role.SUBDISTRICT_LEAD, "S"),
    PostEntry("small", Role.DISPATCHER, "C1"),
    PostEntry("admin", Role.ADMINISTRATOR, "S"),
)


def roster(*more: PostEntry, people=PEOPLE) -> Roster:
    return Roster(PLACES, {}, dict(people), {post.key: post for post in (*POSTS, *more)})


@pytest.mark.parametrize(
    ("giver", "person", "role", "place", "bar"),
    [
        ("lead", "lead", Role.DISPATCHER, "S", Bar.ONESELF),
        ("lead", "lead", Role.RESIDENT, "S", Bar.ONESELF),
        ("lead", "other", Role.DISPATCHER, "S", Bar.OPENS_MORE),
        ("lead", "other", Role.ADMINISTRATOR, "S", Bar.ADMINISTRATOR),
        ("lead", "admin", Role.RESIDENT, "S", Bar.ADMINISTRATOR),
        ("lead", "other", Role.SUBDISTRICT_LEAD, "S", None),
        ("lead", "other", Role.BUILDING_LEADER, "C1", None),
        ("small", "other", Role.DISPATCHER, "S", Bar.OPENS_MORE),
        ("small", "other", Role.DISPATCHER, "C1", None),
        ("admin", "other", Role.ADMINISTRATOR, "S", None),
        ("admin", "other", Role.DISPATCHER, "S", None),
        ("admin", "admin", Role.DISPATCHER, "S", Bar.ONESELF),
    ],
)
def test_who_may_give_what_to_whom(giver, person, role, place, bar):
    present, wanted = roster(), roster(PostEntry(person, role, place))
    found = [each.bar for each in barred(present, changes_between(present, wanted, DAY), giver, DAY)]
    assert found == ([] if bar is None else [bar])


def test_an_administrators_person_is_changed_by_administrators():
    present = roster()
    wanted = roster(people=PEOPLE | {"admin": PersonEntry("admin", "样本admin", "13911112222")})
    changes = changes_between(present, wanted, DAY)
    assert [each.bar for each in barred(present, changes, "lead", DAY)] == [Bar.ADMINISTRATOR]
    assert barred(present, changes, "admin", DAY) == []


def test_new_posts_with_wide_rights_are_told_of():
    present = roster()
    for role in Role:
        told = told_of(changes_between(present, roster(PostEntry("other", role, "S")), DAY))
        assert bool(told) is (role in (Role.SUBDISTRICT_LEAD, Role.DISPATCHER, Role.ADMINISTRATOR)), role
