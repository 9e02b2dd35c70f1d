"""A roster against the present one: doing it twice changes nothing more, terms keep their history."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from governance.places import GridKind, PlaceKind
from governance.roles import Role
from governance.roster.changes import Action, changes_between
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
