"""From the rows of a workbook to a roster, or to the list of all that is wrong with it."""

from collections.abc import Callable, Mapping, Sequence

from governance import texts
from governance.places import COVERED, GridKind, PlaceKind
from governance.roles import AT_GRID, WITH_LINE
from governance.roster.cells import Cells, Names
from governance.roster.entries import EMPTY, GridEntry, PersonEntry, PlaceEntry, PostEntry, PostKey, Roster
from governance.roster.sheets import GRIDS, PEOPLE, PLACES, POSTS, SHEETS, Problem, Row
from governance.roster.tree import check_tree

Rows = Mapping[str, Sequence[Row]]
"""Filled rows by the sheet's key. A sheet without rows says nothing: what is there stays."""


def check(rows: Rows, existing: Roster = EMPTY, canonical: Callable[[str], str] = str) -> tuple[Roster, list[Problem]]:
    """The roster that the rows describe, with what exists where a sheet says nothing; and all problems, by sheet and row.

    With any problem the roster is not to be used. `canonical` gives one spelling to names that people take for the same.
    """
    problems: list[Problem] = []
    places = _places(rows.get("places", ()), problems, canonical) or existing.places
    grids = _grids(rows.get("grids", ()), places, problems) or existing.grids
    people = _people(rows.get("people", ()), problems) or existing.people
    posts = _posts(rows.get("posts", ()), Roster(places, grids, people, {}), problems) or existing.posts
    order = {sheet.title: number for number, sheet in enumerate(SHEETS)}
    return Roster(places, grids, people, posts), sorted(problems, key=lambda found: (order[found.sheet], found.row))


def _places(rows: Sequence[Row], problems: list[Problem], canonical: Callable[[str], str]) -> dict[str, PlaceEntry]:
    names = Names((row.cells.get("code", ""), row.cells.get("name", "")) for row in rows)
    found: dict[str, PlaceEntry] = {}
    numbers: dict[str, int] = {}
    for row in rows:
        cells = Cells(PLACES, row, problems)
        code, name, kind = cells.text("code"), cells.text("name"), cells.choice("kind", texts.PLACE_KIND)
        parent = cells.reference("parent", names, PLACES) or cells.text("parent")  # unknown: told once, here
        lat, lon = cells.degrees("lat", 90), cells.degrees("lon", 180)
        if (cells.text("lat") is None) != (cells.text("lon") is None):
            cells.wrong("lat", texts.HALF_POSITION)
        first = cells.first(code, numbers, "code", texts.DOUBLED_CODE)
        if first and code and name and kind:
            found[code] = PlaceEntry(code, name, kind, parent, cells.aliases("aliases"), lat, lon)
    problems += check_tree(found, numbers, canonical)
    return found


def _grids(rows: Sequence[Row], places: dict[str, PlaceEntry], problems: list[Problem]) -> dict[str, GridEntry]:
    names = Names((place.code, place.name) for place in places.values())
    found: dict[str, GridEntry] = {}
    numbers: dict[str, int] = {}
    owners: dict[str, tuple[str, int]] = {}
    for row in rows:
        cells = Cells(GRIDS, row, problems)
        code, name, kind = cells.text("code"), cells.text("name"), cells.choice("kind", texts.GRID_KIND)
        community = cells.reference("community", names, PLACES)
        covers = cells.references("covers", names, PLACES)
        if community is not None and places[community].kind is not PlaceKind.COMMUNITY:
            kind_name = texts.PLACE_KIND[places[community].kind]
            cells.wrong("community", texts.NOT_A_COMMUNITY.format(value=cells.text("community"), kind=kind_name))
        first = cells.first(code, numbers, "code", texts.DOUBLED_CODE)
        if first and code and name and kind and community:
            found[code] = GridEntry(code, name, kind, community, covers, cells.text("branch"))
            _check_covers(cells, found[code], places, owners)
    return found


def _check_covers(
    cells: Cells, grid: GridEntry, places: dict[str, PlaceEntry], owners: dict[str, tuple[str, int]]
) -> None:
    """`owners`: the comprehensive grid that named each place first, and its row."""
    for code in grid.covers:
        if places[code].kind not in COVERED:
            cells.wrong("covers", texts.NOT_COVERED_KIND.format(kind=texts.PLACE_KIND[places[code].kind]))
        elif grid.kind is GridKind.COMPREHENSIVE:
            other, row = owners.setdefault(code, (grid.code, cells.number))
            if other != grid.code:
                value = f"{code} {places[code].name}"
                cells.wrong("covers", texts.TWO_GRIDS.format(value=value, other=other, row=row))


def _people(rows: Sequence[Row], problems: list[Problem]) -> dict[str, PersonEntry]:
    found: dict[str, PersonEntry] = {}
    numbers: dict[str, int] = {}
    same: dict[tuple[str, str], int] = {}
    for row in rows:
        cells = Cells(PEOPLE, row, problems)
        code, name, phone = cells.text("code"), cells.text("name"), cells.phone("phone")
        first = cells.first(code, numbers, "code", texts.DOUBLED_CODE)
        if name and phone:
            cells.first((name, phone), same, "name", texts.DOUBLED_PERSON)
        if first and code and name:
            found[code] = PersonEntry(code, name, phone, cells.text("unit"), cells.text("wecom_id"))
    return found


def _posts(rows: Sequence[Row], others: Roster, problems: list[Problem]) -> dict[PostKey, PostEntry]:
    people = Names((person.code, person.name) for person in others.people.values())
    places = Names((place.code, place.name) for place in others.places.values())
    grids = Names((grid.code, grid.name) for grid in others.grids.values())
    found: dict[PostKey, PostEntry] = {}
    numbers: dict[PostKey, int] = {}
    for row in rows:
        cells = Cells(POSTS, row, problems)
        before = len(problems)
        person = cells.reference("person", people, PEOPLE)
        role, line = cells.choice("role", texts.ROLE), cells.choice("line", texts.LINE)
        place, grid = cells.reference("place", places, PLACES), cells.reference("grid", grids, GRIDS)
        since, until = cells.day("since"), cells.day("until")
        if person is None or role is None or len(problems) > before:
            continue
        post = PostEntry(person, role, place, grid, line, since, until)
        _check_post(cells, post)
        if cells.first(post.key, numbers, "person", texts.DOUBLED_POST):
            found[post.key] = post
    return found


def _check_post(cells: Cells, post: PostEntry) -> None:
    name = texts.ROLE[post.role]
    here, there = ("grid", "place") if post.role in AT_GRID else ("place", "grid")
    heading = POSTS.heading(here)
    if getattr(post, here) is None:
        cells.wrong(here, texts.POST_NOWHERE.format(role=name, where=heading))
    if getattr(post, there) is not None:
        cells.wrong(there, texts.POST_ELSEWHERE.format(role=name, where=heading, other=POSTS.heading(there)))
    if post.role in WITH_LINE and post.line is None:
        cells.wrong("line", texts.LINE_MISSING.format(role=name))
    if post.since and post.until and post.until < post.since:
        cells.wrong("until", texts.TERM_BACKWARDS)
