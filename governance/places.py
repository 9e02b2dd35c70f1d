"""Kinds of places and grids, and what may lie in what."""

from enum import StrEnum


class PlaceKind(StrEnum):
    """A node of the place tree. Names: design, section 4."""

    SUBDISTRICT = "subdistrict"
    ALLIANCE = "alliance"
    COMMUNITY = "community"
    COURTYARD = "courtyard"
    BUILDING = "building"
    UNIT = "unit"
    STATION = "station"
    LANDMARK = "landmark"
    ROAD_NUMBER = "road_number"


class GridKind(StrEnum):
    """Comprehensive grids cover all buildings, each once; an exclusive grid covers one large unit besides."""

    COMPREHENSIVE = "comprehensive"
    EXCLUSIVE = "exclusive"


_AREA = frozenset({PlaceKind.SUBDISTRICT, PlaceKind.ALLIANCE, PlaceKind.COMMUNITY})

PARENTS: dict[PlaceKind, frozenset[PlaceKind]] = {
    PlaceKind.SUBDISTRICT: frozenset(),
    PlaceKind.ALLIANCE: frozenset({PlaceKind.SUBDISTRICT}),
    PlaceKind.COMMUNITY: frozenset({PlaceKind.ALLIANCE, PlaceKind.SUBDISTRICT}),
    PlaceKind.COURTYARD: frozenset({PlaceKind.COMMUNITY}),
    PlaceKind.ROAD_NUMBER: frozenset({PlaceKind.COMMUNITY, PlaceKind.COURTYARD}),
    PlaceKind.BUILDING: frozenset({PlaceKind.COURTYARD, PlaceKind.ROAD_NUMBER, PlaceKind.COMMUNITY}),
    PlaceKind.UNIT: frozenset({PlaceKind.BUILDING}),
    PlaceKind.STATION: _AREA | {PlaceKind.COURTYARD},
    PlaceKind.LANDMARK: _AREA | {PlaceKind.COURTYARD},
}
"""What each kind may lie in; only the subdistrict lies in nothing."""

COVERED = frozenset(
    {
        PlaceKind.COURTYARD, PlaceKind.ROAD_NUMBER, PlaceKind.BUILDING, PlaceKind.UNIT, PlaceKind.STATION,
        PlaceKind.LANDMARK,
    }
)  # fmt: skip
"""Kinds that a grid may name as its own; what lies in them is covered too."""

HOMES = frozenset({PlaceKind.BUILDING, PlaceKind.UNIT})
"""Where a person may live, and where a report is complete."""
