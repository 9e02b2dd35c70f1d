"""Where the communities stand on the wall: on a true map, where their places are known and names have room; else in rows."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from governance.maps.drawing import SIDE, apart, fitting, path
from governance.maps.geometry import hull, middle
from governance.things.datum import Datum, Point
from handlers.context import Context
from handlers.office.map_places import turned
from storage.outlines import Outline, outlines_of
from understanding.place_index import NO_HOMES

NOWHERE = -90.0, 0.0
"""Where a community is drawn of which no place is known: below all others."""
WIDE = 200.0
"""The true map is twice as wide as it is high."""
ACROSS, DOWN = 22.0, 19.0
"""So far apart two names have room beside each other, or one above the other."""


@dataclass(frozen=True)
class Heat:
    """A community or grid with what is open there; `x` and `y`: where a community stands on the map, 0 to 100."""

    name: str
    open: int
    dangers: int
    x: float = 0.0
    y: float = 0.0


def communities_on_wall(ctx: Context, by_place: dict[int, tuple[int, int]]) -> tuple[list[Heat], list[str]]:
    """Each with what is open there, and the outlines of a true map: none where they stand in rows."""
    opened, dangers, points = Counter[int](), Counter[int](), dict[int, list[Point]]()
    for place, node in ctx.places.nodes.items():
        community = ctx.places.community_of(place)
        if community is None:
            continue
        opened[community] += by_place.get(place, (0, 0))[0]
        dangers[community] += by_place.get(place, (0, 0))[1]
        if node.kind not in NO_HOMES and node.lat is not None and node.lon is not None:
            points.setdefault(community, []).append((node.lat, node.lon))
    names = {place: node.name for place, node in ctx.places.nodes.items() if node.kind == "community"}
    drawn, outlines = _true_map(ctx, names, points) or (_rows(names, points), [])
    return [Heat(name, opened[place], dangers[place], *drawn[place]) for place, name in names.items()], outlines


def _true_map(
    ctx: Context, names: Mapping[int, str], points: Mapping[int, list[Point]]
) -> tuple[dict[int, tuple[float, float]], list[str]] | None:
    """None where a community has no place that is known, or two stand too near each other for their names."""
    outlines = _outlines(ctx, names, points)
    if len(names) < 2 or not outlines or not set(names) <= set(points):
        return None
    middles = {place: middle(points[place]) for place in names}
    known = [*middles.values(), *(point for rings in outlines.values() for ring in rings for point in ring)]
    place_of = fitting(known, WIDE)
    places = {place: place_of(point) for place, point in middles.items()}
    if not apart(list(places.values()), ACROSS, DOWN):
        return None
    spots = {place: (x * SIDE / WIDE, y) for place, (x, y) in places.items()}
    return spots, [path(rings, place_of) for rings in outlines.values()]


def _outlines(ctx: Context, names: Mapping[int, str], points: Mapping[int, list[Point]]) -> dict[int, Outline]:
    """As they were imported, else around where people live, so that a landmark entered later moves nothing (GCJ-02)."""
    known = outlines_of(ctx.uow)
    found: dict[int, Outline] = {}
    for place in names:
        if place in known:
            found[place] = tuple(turned(ring, Datum.GCJ02) for ring in known[place])
        elif ring := hull(points.get(place, ())):
            found[place] = (ring,)
    return found


def _rows(names: Mapping[int, str], points: Mapping[int, list[Point]]) -> dict[int, tuple[float, float]]:
    """The most northern on top, each row from west to east, in equal steps: nothing lies on top of another."""
    middles = {place: middle(points[place]) if place in points else NOWHERE for place in names}
    side = math.ceil(math.sqrt(len(middles))) or 1
    north_first = sorted(middles, key=lambda place: (-middles[place][0], place))
    drawn = {}
    for line in range(math.ceil(len(middles) / side)):
        here = sorted(north_first[line * side : (line + 1) * side], key=lambda place: (middles[place][1], place))
        for column, place in enumerate(here):
            drawn[place] = (100 * (column + 0.5) / len(here), 100 * (line + 0.4) / side)
    return drawn
