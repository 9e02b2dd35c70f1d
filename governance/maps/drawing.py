"""Outlines and points as a small picture: 100 high, north on top, what is round stays round."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from math import cos, radians
from typing import TypeVar

from governance.maps.geometry import Ring
from governance.things.datum import Point

SIDE, ROOM = 100.0, 4.0
MOST_STEP = 1e6
"""Of a picture of one point, or of points that lie in one line, so much at most is one degree."""
Key = TypeVar("Key", bound=Hashable)


def fitting(points: Iterable[Point], wide: float = SIDE) -> Callable[[Point], tuple[float, float]]:
    """Turns points into places of a picture that is so wide, from its left and its top, so that all of these are in it."""
    known = list(points) or [(0.0, 0.0)]
    south, north = min(lat for lat, _ in known), max(lat for lat, _ in known)
    west, east = min(lon for _, lon in known), max(lon for _, lon in known)
    flat = cos(radians((south + north) / 2))
    across, high = (east - west) * flat, north - south
    step = min((wide - 2 * ROOM) / (across or 1e-9), (SIDE - 2 * ROOM) / (high or 1e-9), MOST_STEP)
    left, top = (wide - across * step) / 2, (SIDE - high * step) / 2

    def place(point: Point) -> tuple[float, float]:
        return round(left + (point[1] - west) * flat * step, 2), round(top + (north - point[0]) * step, 2)

    return place


def apart(places: Sequence[tuple[float, float]], across: float, down: float) -> bool:
    """Whether no two of these places of a picture lie so near that what is written at one covers the other."""
    return all(
        abs(x - other_x) >= across or abs(y - other_y) >= down
        for at, (x, y) in enumerate(places)
        for other_x, other_y in places[:at]
    )


def paths(outlines: Mapping[Key, tuple[Ring, ...]]) -> dict[Key, str]:
    """Each outline as a path."""
    place = fitting(point for rings in outlines.values() for ring in rings for point in ring)
    return {key: path(rings, place) for key, rings in outlines.items()}


def path(rings: Iterable[Ring], place: Callable[[Point], tuple[float, float]]) -> str:
    """One outline, each point put where `place` says."""
    return "".join(_part(ring, place) for ring in rings)


def _part(ring: Ring, place: Callable[[Point], tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in map(place, ring)) + "Z"
