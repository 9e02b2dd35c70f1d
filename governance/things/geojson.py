"""A GeoJSON feature collection as rows of the sheet of things: the same check for both."""

import re
import unicodedata
from collections.abc import Mapping
from math import isfinite
from typing import Any

from governance.roster.sheets import Problem, Row
from governance.things import texts
from governance.things.datum import Point
from governance.things.kinds import ThingKind
from governance.things.sheets import THINGS

MOST_FEATURES, MOST_POINTS = 50_000, 2_000
"""Of a file, and of one line."""
_KEYS = {column.heading: column.key for column in THINGS.columns} | {
    column.key: column.key for column in THINGS.columns
}
_UNKEPT = re.compile("[\0\ud800-\udfff]")
"""What no database keeps: NUL, and half of a pair of signs."""
_KINDS = {kind.value: texts.KIND[kind] for kind in ThingKind}


class Features:
    """The rows of a feature collection, and the lines of what is long (the file's datum) by the row's number."""

    def __init__(self, document: Any) -> None:
        self.rows: list[Row] = []
        self.lines: dict[int, list[Point]] = {}
        self.problems: list[Problem] = []
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

    def _feature(self, number: int, feature: Any) -> None:
        properties = feature.get("properties") if isinstance(feature, Mapping) else None
        cells = self._cells(number, properties) if isinstance(properties, Mapping) else {}
        points = _points(feature.get("geometry")) if isinstance(feature, Mapping) else None
        if points is None:
            self._wrong(number, texts.NO_GEOMETRY)
            return
        if len(points) > 1:
            self.lines[number] = points
        middle = points[len(points) // 2]
        self.rows.append(Row(number, {**cells, "lat": str(middle[0]), "lon": str(middle[1])}))

    def _cells(self, number: int, properties: Mapping[Any, Any]) -> dict[str, str]:
        found = {}
        for name, value in properties.items():
            key = _KEYS.get(str(name).strip())
            if key is None or value is None:
                continue
            if not isinstance(value, str | int | float):
                self._wrong(number, texts.NOT_A_PLAIN_VALUE.format(key=name))
                continue
            said = unicodedata.normalize("NFKC", str(value)).strip()
            if _UNKEPT.search(said):
                self._wrong(number, texts.NOT_TEXT.format(key=name))
                continue
            if said:
                found[key] = _KINDS.get(said, said) if key == "kind" else said
        return found

    def _wrong(self, number: int, text: str) -> None:
        self.problems.append(Problem(THINGS.title, number, "", text))


def _points(geometry: Any) -> list[Point] | None:
    """Of a point, or along a line; None for anything else. GeoJSON says longitude first."""
    if not isinstance(geometry, Mapping):
        return None
    kind, said = geometry.get("type"), geometry.get("coordinates")
    pairs = [said] if kind == "Point" else said if kind == "LineString" else None
    if not isinstance(pairs, list) or not 0 < len(pairs) <= MOST_POINTS:
        return None
    found = [_point(pair) for pair in pairs]
    return None if None in found else [point for point in found if point is not None]


def _point(pair: Any) -> Point | None:
    if not isinstance(pair, list) or len(pair) < 2:
        return None
    lon, lat = pair[0], pair[1]
    if isinstance(lon, bool) or isinstance(lat, bool):
        return None
    if not isinstance(lon, int | float) or not isinstance(lat, int | float) or not (isfinite(lon) and isfinite(lat)):
        return None
    return float(lat), float(lon)
