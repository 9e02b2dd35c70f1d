"""Where places lie and how far they reach, for a map of one datum: outlines as they were imported, else hulls of their points."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from governance.maps.geometry import Ring, hull, middle
from governance.things.datum import Datum, Point, from_wgs84, to_wgs84
from handlers.context import Context
from storage.outlines import Outline, outlines_of
from understanding.place_index import PlaceIndex

HULLS = frozenset({"community", "courtyard"})
"""Of these a hull is drawn where no outline is known."""
_LINE = frozenset({"building", "unit", "station", "landmark", "road_number"})
"""Without a point of their own they stand where what they lie in stands."""


@dataclass(frozen=True)
class Area:
    """What is drawn of a place; `known`: its outline was imported, else it is a hull."""

    place: int
    name: str
    kind: str
    known: bool
    parts: Outline


def positions(index: PlaceIndex) -> dict[int, Point]:
    """Where each place stands (GCJ-02): its own point, the one of what it lies in, or else the middle of what lies in it."""
    own = own_points(index)
    inside: dict[int, list[Point]] = {}
    for place, point in own.items():
        for around in index.line_of(place)[1:]:
            inside.setdefault(around, []).append(point)
    middles = {place: middle(points) for place, points in inside.items()}
    found = {place: found for place in index.nodes if (found := own.get(place) or middles.get(place))}
    for place, node in index.nodes.items():
        if place not in found and node.kind in _LINE:
            within = next((each for each in index.line_of(place) if each in own), None)
            found |= {} if within is None else {place: own[within]}
    return found


def own_points(index: PlaceIndex) -> dict[int, Point]:
    """The points that the roster gives (GCJ-02)."""
    return {
        place: (node.lat, node.lon)
        for place, node in index.nodes.items() if node.lat is not None and node.lon is not None
    }  # fmt: skip


def areas(ctx: Context, datum: Datum) -> list[Area]:
    """The large ones first, so that what lies in them is drawn on top."""
    outlines, index = outlines_of(ctx.uow), ctx.places
    found = [
        Area(place, index.nodes[place].name, index.nodes[place].kind, True, tuple(turned(ring, datum) for ring in parts))
        for place, parts in outlines.items() if place in index.nodes
    ]  # fmt: skip
    found += _hulls(index, set(outlines), datum)
    return sorted(found, key=lambda area: (len(index.line_of(area.place)), area.place))


def shown_in(point: Point, datum: Datum) -> Point:
    """A point of the roster (GCJ-02) in the map's datum."""
    return point if datum is Datum.GCJ02 else _from_gcj(point, datum)


def _hulls(index: PlaceIndex, known: set[int], datum: Datum) -> Iterator[Area]:
    points: dict[int, list[Point]] = {}
    for place, point in own_points(index).items():
        for around in index.line_of(place):
            if around not in known and index.nodes[around].kind in HULLS:
                points.setdefault(around, []).append(shown_in(point, datum))
    for place, own in points.items():
        ring = hull(own)
        if ring:
            yield Area(place, index.nodes[place].name, index.nodes[place].kind, False, (ring,))


@lru_cache(maxsize=20_000)
def _from_gcj(point: Point, datum: Datum) -> Point:
    return from_wgs84(to_wgs84(point, Datum.GCJ02), datum)


@lru_cache(maxsize=2_000)
def turned(ring: Ring, datum: Datum) -> Ring:
    """An imported outline (WGS-84) in another datum: kept, as maps are drawn again and again."""
    return tuple(from_wgs84(point, datum) for point in ring)
