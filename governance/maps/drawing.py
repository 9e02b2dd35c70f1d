"""Outlines and points as a small picture: 100 wide and high, north on top, what is round stays round."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from math import cos, radians
from typing import TypeVar

from governance.maps.geometry import Ring
from governance.things.datum import Point

SIDE, ROOM = 100.0, 4.0
Key = TypeVar("Key", bound=Hashable)


def fitting(points: Iterable[Point]) -> Callable[[Point], tuple[float, float]]:
    """Turns points into places of the picture, from its left and its top, so that all of these are in it."""
    known = list(points) or [(0.0, 0.0)]
    south, north = min(lat for lat, _ in known), max(lat for lat, _ in known)
    west, east = min(lon for _, lon in known), max(lon for _, lon in known)
    flat = cos(radians((south + north) / 2))
    wide, high = (east - west) * flat, north - south
    step = (SIDE - 2 * ROOM) / (max(wide, high) or 1.0)
    left, top = (SIDE - wide * step) / 2, (SIDE - high * step) / 2

    def place(point: Point) -> tuple[float, float]:
        return round(left + (point[1] - west) * flat * step, 2), round(top + (north - point[0]) * step, 2)

    return place


def paths(outlines: Mapping[Key, tuple[Ring, ...]], also: Iterable[Point] = ()) -> dict[Key, str]:
    """Each outline as a path; `also`: what is to be in the picture besides."""
    place = fitting([*also, *(point for rings in outlines.values() for ring in rings for point in ring)])
    return {key: "".join(_path(ring, place) for ring in rings) for key, rings in outlines.items()}


def _path(ring: Ring, place: Callable[[Point], tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in map(place, ring)) + "Z"
