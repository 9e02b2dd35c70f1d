"""The place tree of a workbook: one root, no circle, every kind where it may lie, no two of one name in one place."""

from collections.abc import Callable

from governance import texts
from governance.places import PARENTS, PlaceKind
from governance.roster.entries import PlaceEntry
from governance.roster.sheets import PLACES, Problem

Rows = dict[str, int]
"""The row in which each place stands, by code."""


def check_tree(places: dict[str, PlaceEntry], rows: Rows, canonical: Callable[[str], str]) -> list[Problem]:
    """All that is wrong with how the places hang together; `canonical`: one spelling for names taken for the same."""
    circles = _circles(places)
    problems = [_problem(rows[code], "parent", texts.CYCLE.format(line=" → ".join(line))) for code, line in circles]
    in_circle = {code for code, _ in circles}
    problems += [problem for code in places if code not in in_circle for problem in _parent(places, code, rows)]
    return problems + _roots(places, rows) + _doubled_names(places, rows, canonical)


def _problem(row: int, key: str, text: str) -> Problem:
    return Problem(PLACES.title, row, PLACES.heading(key), text)


def _circles(places: dict[str, PlaceEntry]) -> list[tuple[str, list[str]]]:
    """Each place that is its own ancestor, with the way round."""
    found = []
    settled: set[str] = set()
    for code in places:
        way: list[str] = []
        following: str | None = code
        while following is not None and following in places and following not in settled and following not in way:
            way.append(following)
            following = places[following].parent
        if following in way:
            circle = way[way.index(following) :]
            found += [(each, [*circle[place:], *circle[: place + 1]]) for place, each in enumerate(circle)]
        settled.update(way)
    return found


def _parent(places: dict[str, PlaceEntry], code: str, rows: Rows) -> list[Problem]:
    place = places[code]
    kind = texts.PLACE_KIND[place.kind]
    if place.kind is PlaceKind.SUBDISTRICT:
        return [_problem(rows[code], "parent", texts.ROOT_HAS_PARENT)] if place.parent else []
    if place.parent is None:
        return [_problem(rows[code], "parent", texts.NO_PARENT.format(kind=kind, sheet=PLACES.title))]
    parent = places.get(place.parent)
    if parent is not None and parent.kind not in PARENTS[place.kind]:
        wrong = texts.WRONG_PARENT.format(kind=kind, parent=texts.PLACE_KIND[parent.kind])
        return [_problem(rows[code], "parent", wrong)]
    return []


def _roots(places: dict[str, PlaceEntry], rows: Rows) -> list[Problem]:
    roots = [code for code, place in places.items() if place.kind is PlaceKind.SUBDISTRICT]
    return [_problem(rows[code], "kind", texts.TWO_ROOTS.format(row=rows[roots[0]])) for code in roots[1:]]


def _doubled_names(places: dict[str, PlaceEntry], rows: Rows, canonical: Callable[[str], str]) -> list[Problem]:
    problems = []
    seen: dict[tuple[str | None, str], str] = {}
    for code, place in places.items():
        for name in (place.name, *place.aliases):
            first = seen.setdefault((place.parent, canonical(name)), code)
            if first != code:
                text = texts.DOUBLED_NAME.format(value=name, row=rows[first])
                problems.append(_problem(rows[code], "name" if name == place.name else "aliases", text))
    return problems
