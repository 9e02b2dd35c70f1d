"""The roster: what one workbook says about places, grids, people and posts. Keys are the codes that staff gave."""

from dataclasses import dataclass
from datetime import date

from governance.places import GridKind, PlaceKind
from governance.roles import Line, Role


@dataclass(frozen=True)
class PlaceEntry:
    """A place; `parent`: a code. Degrees are GCJ-02, as WeChat sends them."""

    code: str
    name: str
    kind: PlaceKind
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class GridEntry:
    """A grid of a community; `covers`: codes of places, what lies in them included."""

    code: str
    name: str
    kind: GridKind
    community: str
    covers: tuple[str, ...] = ()
    branch: str | None = None


@dataclass(frozen=True)
class PersonEntry:
    """A person; `phone`: eleven digits, or a landline's digits with its area code."""

    code: str
    name: str
    phone: str | None = None
    unit: str | None = None
    wecom_id: str | None = None


PostKey = tuple[str, Role, str, str, str]
"""Person, role, place, grid, line."""


@dataclass(frozen=True)
class PostEntry:
    """A role of a person at a place or grid. Days are the subdistrict's, `until` included; `since` None: from now."""

    person: str
    role: Role
    place: str | None = None
    grid: str | None = None
    line: Line | None = None
    since: date | None = None
    until: date | None = None

    @property
    def key(self) -> PostKey:
        """What makes it this post and no other; the term may change."""
        return self.person, self.role, self.place or "", self.grid or "", self.line or ""


Entry = PlaceEntry | GridEntry | PersonEntry | PostEntry


@dataclass(frozen=True)
class Roster:
    """All entries, each by its key, in the workbook's order."""

    places: dict[str, PlaceEntry]
    grids: dict[str, GridEntry]
    people: dict[str, PersonEntry]
    posts: dict[PostKey, PostEntry]


EMPTY = Roster({}, {}, {}, {})


def coverage(roster: Roster) -> set[tuple[str, str]]:
    """Every (grid, place) pair: what a grid names and all that lies in it.

    For comprehensive grids the nearest one counts: a grid that names a building takes it out of the courtyard's grid.
    """
    named: dict[GridKind, dict[str, list[str]]] = {kind: {} for kind in GridKind}
    for grid in roster.grids.values():
        for place in grid.covers:
            named[grid.kind].setdefault(place, []).append(grid.code)
    pairs: set[tuple[str, str]] = set()
    for code in roster.places:
        nearest_found = False
        for ancestor in line_of(roster.places, code):
            if not nearest_found and ancestor in named[GridKind.COMPREHENSIVE]:
                pairs.update((grid, code) for grid in named[GridKind.COMPREHENSIVE][ancestor])
                nearest_found = True
            pairs.update((grid, code) for grid in named[GridKind.EXCLUSIVE].get(ancestor, ()))
    return pairs


def line_of(places: dict[str, PlaceEntry], code: str) -> list[str]:
    """The place and what it lies in, from the inside out; ends where a parent is unknown or comes again."""
    line: list[str] = []
    following: str | None = code
    while following is not None and following in places and following not in line:
        line.append(following)
        following = places[following].parent
    return line
