"""A GeoJSON file as outlines of places, or as the list of all that is wrong with it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

from governance.maps import texts
from governance.maps.geometry import LEAST, Ring, contains, crossing, middle
from governance.roster.sheets import Problem
from governance.things.datum import FEWEST, Datum, Point, metres, to_wgs84
from governance.things.texts import DATUM

MOST_FEATURES, MOST_CORNERS = 5_000, 2_000
"""Of a file, and of one outline."""
MOST_INSIDE, HALF = 0.8, 0.5
"""Another datum is the right one where so large a share of the places lies in their outlines then, and less than half as said."""
FARTHEST = 1_000_000.0
"""Metres; what is farther says nothing but that the coordinates are wrong."""
_CODES = ("编号", "code")
_EARTH_ENDS = 90.0, 180.0


@dataclass(frozen=True)
class MapKnown:
    """What a file of outlines is held against: ids by code and names by id, the points in each place (its own and those of what
    lies in it), and the place that is nearest to a point with its metres; all in WGS-84.
    """

    codes: Mapping[str, int]
    names: Mapping[int, str]
    points: Mapping[int, Sequence[Point]]
    nearest: Callable[[Point], tuple[int, float] | None]


class Outlines:
    """What a file holds: `rings` in WGS-84 by place. With any problem it is not to be used; a remark keeps nobody from it."""

    def __init__(self, document: Any, known: MapKnown, datum: Datum) -> None:
        self.rings: dict[int, tuple[Ring, ...]] = {}
        self.problems: list[Problem] = []
        self.remarks: list[str] = []
        self._known, self._datum = known, datum
        self._said: dict[int, tuple[int, tuple[Ring, ...]]] = {}
        features = document.get("features") if isinstance(document, dict) else None
        if not isinstance(features, list) or document.get("type") != "FeatureCollection":
            self._wrong(0, texts.NOT_GEOJSON)
        elif not features:
            self._wrong(0, texts.NO_FEATURES)
        elif len(features) > MOST_FEATURES:
            self._wrong(0, texts.TOO_MANY.format(most=MOST_FEATURES))
        else:
            for number, feature in enumerate(features, 1):
                self._feature(number, feature)
            self._look_at_datum()

    def _feature(self, number: int, feature: Any) -> None:
        place, parts = self._place(number, feature), self._parts(number, feature)
        if place is None or parts is None:
            return
        turned = tuple(tuple(to_wgs84(point, self._datum) for point in ring) for ring in parts)
        if self._known.points and not any(
            self._known.nearest(point) for ring in turned for point in (*ring, middle(ring))
        ):
            somewhere = next(iter(self._known.points.values()))[0]
            far = metres(turned[0][0], somewhere)
            text = texts.OUTSIDE if far < FARTHEST else texts.NOWHERE_NEAR
            self._wrong(number, text.format(kilometres=round(far / 1000)))
            return
        self._said[place] = number, parts
        self.rings[place] = tuple(tuple((round(lat, 7), round(lon, 7)) for lat, lon in ring) for ring in turned)

    def _place(self, number: int, feature: Any) -> int | None:
        said = feature.get("properties") if isinstance(feature, Mapping) else None
        code = (
            next((str(said[key]).strip() for key in _CODES if said.get(key)), "") if isinstance(said, Mapping) else ""
        )
        code = code.encode("utf-8", "replace").decode()  # half of a pair of signs can't be said
        place = self._known.codes.get(code)
        if place is None:
            self._wrong(number, texts.UNKNOWN.format(value=code[:40]) if code else texts.NO_CODE)
        elif place in self._said:
            self._wrong(number, texts.DOUBLED.format(value=code[:40], row=self._said[place][0]))
            return None
        return place

    def _parts(self, number: int, feature: Any) -> tuple[Ring, ...] | None:
        """The outer rings, as the file has them; None where one is not right."""
        said = list(_polygons(feature.get("geometry") if isinstance(feature, Mapping) else None))
        if not said or not all(isinstance(rings, list) and rings for rings in said):
            self._wrong(number, texts.NO_POLYGON)
            return None
        if any(len(rings) > 1 for rings in said):
            self._wrong(number, texts.HOLE)
            return None
        twice = len(said) - len({repr(rings[0]) for rings in said})
        if twice:
            self._wrong(number, texts.SAME_PARTS.format(count=twice))
            return None
        found = [self._ring(number, rings[0]) for rings in said]
        return None if None in found else tuple(ring for ring in found if ring is not None)

    def _ring(self, number: int, said: Any) -> Ring | None:
        if not isinstance(said, list) or len(said) > MOST_CORNERS + 1:
            self._wrong(
                number, texts.MANY_CORNERS.format(most=MOST_CORNERS) if isinstance(said, list) else texts.NO_POLYGON
            )
            return None
        corners = [_corner(pair) for pair in said]
        points = [point for point in corners if point is not None]
        if len(points) < len(corners):
            self._wrong(number, texts.BAD_CORNER)
            return None
        ring = tuple(point for at, point in enumerate(points, 1) if point != points[at % len(points)])
        if len(set(ring)) < LEAST:
            self._wrong(number, texts.FEW_CORNERS)
            return None
        where = crossing(ring)
        if where is not None:
            self._wrong(number, texts.CROSSES.format(lat=where[0], lon=where[1]))
            return None
        return ring

    def _look_at_datum(self) -> None:
        """Whether the places lie in their outlines, and whether they would in another datum."""
        hits = {datum: self._inside(datum) for datum in Datum}
        here, of = hits[self._datum], sum(len(self._known.points.get(place, ())) for place in self._said)
        best = max(Datum, key=lambda datum: sum(hits[datum].values()))
        good, better = sum(here.values()), sum(hits[best].values())
        if of >= FEWEST and good < of * HALF and better >= of * MOST_INSIDE:
            said = {"other": DATUM[best], "said": DATUM[self._datum], "of": of, "good": good, "better": better}
            self.problems.insert(0, Problem(texts.SHEET, 0, "", texts.OTHER_DATUM.format(**said)))
            return
        for place in self._said:
            of = len(self._known.points.get(place, ()))
            if of >= FEWEST and here[place] < of * HALF:
                self.remarks.append(texts.FEW_INSIDE.format(name=self._known.names[place], of=of, good=here[place]))

    def _inside(self, datum: Datum) -> dict[int, int]:
        """How many points of each place lie in its outline, if the file were in this datum."""
        found = {}
        for place, (_, parts) in self._said.items():
            turned = [tuple(to_wgs84(point, datum) for point in ring) for ring in parts]
            points = self._known.points.get(place, ())
            found[place] = sum(any(contains(ring, point) for ring in turned) for point in points)
        return found

    def _wrong(self, number: int, text: str) -> None:
        self.problems.append(Problem(texts.SHEET, number, "", text))


def _polygons(geometry: Any) -> Iterator[Any]:
    """The rings of each part."""
    if not isinstance(geometry, Mapping):
        return
    said = geometry.get("coordinates")
    if geometry.get("type") == "Polygon":
        yield said
    elif geometry.get("type") == "MultiPolygon" and isinstance(said, list):
        yield from said


def _corner(pair: Any) -> Point | None:
    """GeoJSON says longitude first."""
    if not isinstance(pair, list) or len(pair) < 2 or any(isinstance(each, bool) for each in pair[:2]):
        return None
    lon, lat = pair[0], pair[1]
    if not isinstance(lon, int | float) or not isinstance(lat, int | float) or not (isfinite(lon) and isfinite(lat)):
        return None
    ends = _EARTH_ENDS
    return (float(lat), float(lon)) if abs(lat) <= ends[0] and abs(lon) <= ends[1] else None
