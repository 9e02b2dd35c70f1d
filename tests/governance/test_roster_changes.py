"""A roster against the present one: doing it twice changes nothing more, terms keep their history."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.places import GridKind, PlaceKind
from governance.roles import Line, Role
from governance.roster.changes import Action, Change, changes_between, takes_much_away
from governance.roster.entries import EMPTY, GridEntry, PersonEntry, PlaceEntry, PostEntry, Roster, coverage

TODAY = date(2026, 11, 24)
PEOPLE = {code: PersonEntry(code, f"人{code}") for code in "abc"}


def roster(*posts, people=PEOPLE):
    return Roster(
        {}, {"G": GridEntry("G", "网格", GridKind.COMPREHENSIVE, "C")}, people, {post.key: post for post in posts}
    )


def post(person="a", since=None, until=None):
    return PostEntry(person, Role.GRID_WORKER, grid="G", since=since, until=until)


def actions(present, wanted):
    return [change.action for change in changes_between(present, wanted, TODAY).posts]


def test_a_post_without_a_first_day_keeps_the_one_it_has():
    assert actions(roster(post(since=date(2026, 1, 1))), roster(post())) == []


def test_a_post_that_is_gone_ends_and_an_ended_one_stays_as_it_is():
    assert actions(roster(post()), roster()) == [Action.REMOVE]
    assert actions(roster(post(until=date(2026, 11, 23))), roster()) == []


def test_an_ended_post_that_is_wanted_again_is_a_new_term():
    ended = post(since=date(2026, 1, 1), until=date(2026, 6, 30))
    assert actions(roster(ended), roster(post())) == [Action.ADD]
    assert actions(roster(ended), roster(replace(ended, until=None))) == [Action.CHANGE]


def test_who_left_holds_no_post():
    left = {code: PEOPLE[code] for code in "bc"}
    assert actions(roster(post()), roster(post(), people=left)) == [Action.REMOVE]


days = st.none() | st.dates(date(2026, 10, 1), date(2026, 12, 31))
posts = st.dictionaries(st.sampled_from("abc"), st.tuples(days, days), max_size=3).map(
    lambda found: roster(
        *(post(person, *sorted(term, key=lambda day: day or date.min)) for person, term in found.items())
    )
)


@given(posts, posts)
def test_what_was_done_need_not_be_done_again(present, wanted):
    done = dict(present.posts)
    for change in changes_between(present, wanted, TODAY).posts:
        if change.after is None:
            done[change.before.key] = replace(change.before, until=date(2026, 11, 23))
        else:
            done[change.after.key] = replace(
                change.after, since=change.after.since or min(TODAY, change.after.until or TODAY)
            )
    assert not changes_between(replace(present, posts=done), wanted, TODAY).posts


def test_a_first_import_adds_everything():
    assert {change.action for change in changes_between(EMPTY, roster(post()), TODAY).people} == {Action.ADD}


def test_a_grid_that_names_a_building_takes_it_out_of_the_courtyards_grid():
    places = {
        "Y": PlaceEntry("Y", "院", PlaceKind.COURTYARD, "C"),
        "1": PlaceEntry("1", "1幢", PlaceKind.BUILDING, "Y"),
        "2": PlaceEntry("2", "2幢", PlaceKind.BUILDING, "Y"),
    }
    grids = {
        "A": GridEntry("A", "甲", GridKind.COMPREHENSIVE, "C", ("Y",)),
        "B": GridEntry("B", "乙", GridKind.COMPREHENSIVE, "C", ("2",)),
        "Z": GridEntry("Z", "专", GridKind.EXCLUSIVE, "C", ("1",)),
    }
    assert coverage(Roster(places, grids, {}, {})) == {("A", "Y"), ("A", "1"), ("B", "2"), ("Z", "1")}


def people(count):
    return {f"R{n}": PersonEntry(f"R{n}", f"人{n}") for n in range(count)}


@pytest.mark.parametrize(
    ("had", "gone", "much"),
    [(11, 10, False), (11, 11, True), (54, 11, True), (55, 11, False), (56, 12, True), (60, 12, False), (20, 0, False)],
)
def test_a_workbook_that_takes_more_than_ten_and_more_than_a_fifth_away_is_asked_about(had, gone, much):
    before, all_of = Roster({}, {}, people(had), {}), people(had)
    after = Roster({}, {}, dict(list(all_of.items())[gone:]), {})
    assert takes_much_away(changes_between(before, after, TODAY), before) == (["people"] if much else [])


def test_each_sheet_is_weighed_against_what_it_had_itself():
    places = {f"Y{n}": PlaceEntry(f"Y{n}", f"院{n}", PlaceKind.COURTYARD, "C") for n in range(11)}
    grids = {f"G{n}": GridEntry(f"G{n}", f"格{n}", GridKind.COMPREHENSIVE, "C") for n in range(11)}
    posts = {p.key: p for p in (PostEntry(f"R{n}", Role.PARTY_MEMBER, "Y1") for n in range(11))}
    full = Roster(places, grids, people(11), posts)
    for sheet in ("places", "grids", "people", "posts"):
        less = replace(full, **{sheet: {}})
        found = takes_much_away(changes_between(full, less, TODAY), full)
        assert sheet in found
        assert set(found) <= {sheet, "posts"}, "posts end with what they refer to"
    assert takes_much_away(changes_between(EMPTY, full, TODAY), EMPTY) == []


def test_what_is_new_other_and_gone_with_both_of_its_sides():
    a, b, c = (PersonEntry(code, f"人{code}") for code in "abc")
    renamed = replace(b, name="新名", unit="示例学校")
    before, after = Roster({}, {}, {"a": a, "b": b}, {}), Roster({}, {}, {"b": renamed, "c": c}, {})
    found = changes_between(before, after, TODAY)
    assert found.people == (Change(a, None), Change(b, renamed), Change(None, c))
    assert [change.action for change in found.people] == [Action.REMOVE, Action.CHANGE, Action.ADD]
    assert [change.changed_fields for change in found.people] == [(), ("name", "unit"), ()]
    assert found.by_sheet() == {"places": (), "grids": (), "people": found.people, "posts": ()}
    assert found
    assert not changes_between(before, before, TODAY)


@pytest.mark.parametrize("sheet", ["places", "grids"])
def test_places_and_grids_change_too(sheet):
    entry = {
        "places": PlaceEntry("X", "院", PlaceKind.COURTYARD, "C"),
        "grids": GridEntry("X", "格", GridKind.EXCLUSIVE, "C"),
    }[sheet]
    found = changes_between(EMPTY, replace(EMPTY, **{sheet: {"X": entry}}), TODAY)
    assert found.by_sheet()[sheet] == getattr(found, sheet) == (Change(None, entry),)


def test_a_post_that_ends_today_still_runs():
    assert actions(roster(post(until=TODAY)), roster()) == [Action.REMOVE]
    assert actions(roster(post(since=date(2026, 1, 1), until=TODAY)), roster(post(until=TODAY))) == []


def test_a_changed_term_keeps_all_else_of_the_post():
    old = PostEntry("a", Role.PART_TIME_GRID_WORKER, "Y", "G", Line.CIVIL_AFFAIRS, date(2026, 1, 1))
    places = {"Y": PlaceEntry("Y", "院", PlaceKind.COURTYARD, "C")}
    before, after = (
        replace(roster(each), places=places) for each in (old, replace(old, since=None, until=date(2026, 12, 31)))
    )
    (change,) = changes_between(before, after, TODAY).posts
    assert change == Change(old, replace(old, until=date(2026, 12, 31)))


def test_a_post_ends_with_its_place_its_grid_or_its_person():
    kept, other = PostEntry("a", Role.BUILDING_LEADER, "Y"), PostEntry("b", Role.BUILDING_LEADER, "Y")
    places = {"Y": PlaceEntry("Y", "院", PlaceKind.COURTYARD, "C")}
    full = Roster(places, {}, PEOPLE, {kept.key: kept, other.key: other})
    assert actions(full, full) == []
    assert actions(full, replace(full, places={})) == [Action.REMOVE] * 2
    assert actions(full, replace(full, people={"a": PEOPLE["a"]})) == [Action.REMOVE]
    assert actions(roster(post()), replace(roster(post()), grids={})) == [Action.REMOVE]
    assert actions(replace(full, posts={}), replace(full, places={})) == []
    mixed = {each.key: each for each in (post("z"), kept, other)}
    assert actions(replace(full, posts={}), replace(full, posts=mixed)) == [Action.ADD] * 2, (
        "who is nobody is passed over"
    )
