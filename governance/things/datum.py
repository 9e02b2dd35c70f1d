"""Coordinates of the three datums that Chinese maps use. Things are kept in WGS-84; the roster and WeChat have GCJ-02."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from math import atan2, cos, pi, radians, sin, sqrt
from statistics import median

Point = tuple[float, float]
"""Latitude and longitude in degrees."""
_AXIS, _ECCENTRICITY = 6_378_245.0, 0.00669342162296594323
_BD = pi * 3000.0 / 180.0
_EARTH_M = 6_371_000
TURNS = 4
"""So often the way back is put right: the error is below a centimetre after three."""
FEWEST, FAR_M = 5, 250.0
"""Of fewer points nothing is guessed; a file whose points lie nearer to their places than this is taken as it says."""


class Datum(StrEnum):
    """What a file's coordinates are in: GPS, Tencent and Gaode, Baidu."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"
    BD09 = "bd09"


def to_wgs84(point: Point, datum: Datum) -> Point:
    """The same spot in WGS-84."""
    if datum is Datum.WGS84:
        return point
    return _back(_gcj_from_bd(point) if datum is Datum.BD09 else point)


def from_wgs84(point: Point, datum: Datum) -> Point:
    """The same spot in another datum."""
    if datum is Datum.WGS84:
        return point
    gcj = _gcj_from_wgs(point)
    return gcj if datum is Datum.GCJ02 else _bd_from_gcj(gcj)


def metres(one: Point, other: Point) -> float:
    """Metres between two points of one datum, as the crow flies; good for a city."""
    y = radians(other[0] - one[0])
    x = radians(other[1] - one[1]) * cos(radians((one[0] + other[0]) / 2))
    return _EARTH_M * sqrt(x * x + y * y)


def likelier_datum(points: Sequence[tuple[Point, Point]], said: Datum) -> Datum | None:
    """Another datum in which points lie much nearer to where they are said to be; None where the one that is said is right.

    `points`: as the file has it, and where its place is in WGS-84.
    """
    if len(points) < FEWEST:
        return None
    off = {datum: median(metres(to_wgs84(point, datum), there) for point, there in points) for datum in Datum}
    best = min(off, key=lambda datum: off[datum])
    return best if off[said] > FAR_M and off[best] * 2 < off[said] else None


def _gcj_from_wgs(point: Point) -> Point:
    lat, lon = point
    along, up = _shift(lon - 105.0, lat - 35.0)
    turned = radians(lat)
    magic = 1 - _ECCENTRICITY * sin(turned) ** 2
    root = sqrt(magic)
    north = up * 180.0 / ((_AXIS * (1 - _ECCENTRICITY)) / (magic * root) * pi)
    east = along * 180.0 / (_AXIS / root * cos(turned) * pi)
    return lat + north, lon + east


def _back(gcj: Point) -> Point:
    """The point whose GCJ-02 coordinates these are: guessed, and put right by what the guess misses."""
    return _inverse(_gcj_from_wgs, gcj)


def _inverse(there: Callable[[Point], Point], wanted: Point) -> Point:
    lat, lon = wanted
    for _ in range(TURNS):
        got = there((lat, lon))
        lat, lon = lat + wanted[0] - got[0], lon + wanted[1] - got[1]
    return lat, lon


def _shift(x: float, y: float) -> tuple[float, float]:
    """Metres east and north by which GCJ-02 is off; the published formula."""
    wave = (20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)) * 2.0 / 3.0
    up = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + wave
    up += (20.0 * sin(y * pi) + 40.0 * sin(y / 3.0 * pi)) * 2.0 / 3.0
    up += (160.0 * sin(y / 12.0 * pi) + 320.0 * sin(y * pi / 30.0)) * 2.0 / 3.0
    along = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + wave
    along += (20.0 * sin(x * pi) + 40.0 * sin(x / 3.0 * pi)) * 2.0 / 3.0
    along += (150.0 * sin(x / 12.0 * pi) + 300.0 * sin(x / 30.0 * pi)) * 2.0 / 3.0
    return along, up


def _bd_from_gcj(point: Point) -> Point:
    lat, lon = point
    far = sqrt(lon * lon + lat * lat) + 0.00002 * sin(lat * _BD)
    turned = atan2(lat, lon) + 0.000003 * cos(lon * _BD)
    return far * sin(turned) + 0.006, far * cos(turned) + 0.0065


def _gcj_from_bd(point: Point) -> Point:
    return _inverse(_bd_from_gcj, point)
