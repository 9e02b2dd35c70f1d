"""Near in place: by what lies in what, by the road, and by the way as the crow flies where places have coordinates."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import cos, hypot, radians

from governance.events.kinds import Reach

METRES = {Reach.STREET: 250.0, Reach.COMMUNITY: 600.0}
"""So far apart two courtyards may be."""
_OF_ROAD = re.compile(r"^(?P<road>.{1,10}?(?:路|街|巷|道|弄|里|村))[0-9一二三四五六七八九十]+(?:-[0-9]+)?号?")
_LEVELS = {"unit": 1, "building": 1, "community": 3, "alliance": 4, "subdistrict": 5}
_YARD, _COMMUNITY = 2, 3


@dataclass(frozen=True)
class Spot:
    """A place of the tree with what it lies in. `level`: 1 building, 2 courtyard, 3 community, then more; `road`: in which it
    stands, where its name says so; `at`: latitude and longitude.
    """

    place: int
    level: int
    line: tuple[int, ...]
    building: int | None
    yard: int | None
    community: int | None
    road: str
    at: tuple[float, float] | None


SpotOf = Callable[[int], Spot]
"""The spot of a place of the tree."""


def spot(line: Iterable[tuple[int, str, str, float | None, float | None]]) -> Spot:
    """A place's spot. `line`: it and what it lies in, from the inside out: id, kind, name, latitude, longitude."""
    known = list(line)
    inner = {level: place for place, kind, *_ in reversed(known) for level in [_LEVELS.get(kind, _YARD)]}
    outer = {level: place for place, kind, *_ in known for level in [_LEVELS.get(kind, _YARD)]}
    point = next(((lat, lon) for *_, lat, lon in known if lat is not None and lon is not None), None)
    road = next(
        (found["road"] for _, kind, name, *_ in known if _near_road(kind) and (found := _OF_ROAD.match(name))), ""
    )
    return Spot(
        known[0][0], _LEVELS.get(known[0][1], _YARD), tuple(place for place, *_ in known),
        outer.get(1), outer.get(_YARD), inner.get(3), road, point,
    )  # fmt: skip


def _near_road(kind: str) -> bool:
    return _LEVELS.get(kind, _YARD) == _YARD


def near(one: Spot, other: Spot, reach: Reach) -> bool:
    """Whether two reports lie near enough to be of one matter."""
    if one.place in other.line or other.place in one.line:
        return max(one.level, other.level) <= (_COMMUNITY if reach is Reach.COMMUNITY else _YARD)
    if one.building is not None and one.building == other.building:
        return True
    if reach is Reach.BUILDING:
        return False
    if one.yard is not None and one.yard == other.yard:
        return True
    return reach >= Reach.STREET and _beside(one, other, reach)


def _beside(one: Spot, other: Spot, reach: Reach) -> bool:
    """Of one road, or of one community, and not far apart; how far is not known everywhere. Next to each other they are beside each
    other whatever lies between: no power fails along the border of two communities.
    """
    of_road = bool(one.road) and one.road == other.road
    together = of_road or (one.community is not None and one.community == other.community)
    metres = distance(one, other)
    if metres is None:
        return together and (of_road or reach is Reach.COMMUNITY)
    return metres <= METRES[reach if together else Reach.STREET]


def distance(one: Spot, other: Spot) -> float | None:
    """Metres between two spots, None where it is not known; exact enough for a subdistrict."""
    if one.at is None or other.at is None:
        return None
    north = (one.at[0] - other.at[0]) * 111_195
    east = (one.at[1] - other.at[1]) * 111_195 * cos(radians(one.at[0]))
    return hypot(north, east)
