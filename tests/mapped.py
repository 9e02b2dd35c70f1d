"""The small subdistrict with coordinates: buildings around their courtyards, and files of outlines."""

import io
import json
from typing import Any

from governance.things.datum import Datum, Point, from_wgs84
from tests.office import Office, plain
from tests.roster import Lines

YARDS = {"Y1": (32.0600, 118.7600), "Y2": (32.0640, 118.7600), "N4": (32.0600, 118.7700)}
"""In WGS-84."""
BESIDE = {
    "Y1-1": ("Y1", 0.0004, 0.0), "Y1-5": ("Y1", 0.0, 0.0005), "Y2-1": ("Y2", 0.0004, 0.0), "Y2-9": ("Y2", 0.0, 0.0005),
    "N4-5": ("N4", 0.0004, 0.0004),
}  # fmt: skip


def mapped(lines: Lines) -> Lines:
    """The roster with its coordinates, which are GCJ-02."""
    for line in lines["places"]:
        point = spot(line["code"])
        if point is not None:
            line["lat"], line["lon"] = from_wgs84(point, Datum.GCJ02)
    return lines


def spot(code: str) -> Point | None:
    """Where a place is, in WGS-84."""
    if code in BESIDE:
        yard, north, east = BESIDE[code]
        return YARDS[yard][0] + north, YARDS[yard][1] + east
    return YARDS.get(code)


def outline(south: float, west: float, north: float, east: float) -> list[list[float]]:
    """A rectangle in WGS-84, as GeoJSON has it."""
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


FIRST = outline(32.0590, 118.7590, 32.0655, 118.7615)
"""Around what lies in the first community."""


def geojson(*features: tuple[str, Any]) -> bytes:
    """A file: an outer ring for each code."""
    found = [
        {"type": "Feature", "properties": {"编号": code}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for code, ring in features
    ]
    return json.dumps({"type": "FeatureCollection", "features": found}, ensure_ascii=False).encode()


def uploads(office: Office, content: bytes, **fields: str) -> tuple[int, str]:
    """Sends a file of outlines; the status, and what the page says."""
    form = {"csrf": office.csrf, "file": (io.BytesIO(content), "outlines.geojson"), **fields}
    answer = office.web.post("/console/map/outlines", data=form, content_type="multipart/form-data")
    return answer.status_code, plain(answer.text)
