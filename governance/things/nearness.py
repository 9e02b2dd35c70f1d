"""What is near a point, of very many: points in boxes, so that only those around are looked at."""

from collections.abc import Callable, Iterable, Mapping
from math import cos, floor, radians

from governance.things.datum import Point, metres

BOX, BOX_M = 0.004, 400
"""A box's side in degrees, and the least metres that it has from south to north."""


def nearest_of(points: Mapping[int, Point], within: float) -> Callable[[Point], tuple[int, float] | None]:
    """Answers which of these points is nearest to another, and how many metres away; None where none is within so many."""
    boxes: dict[tuple[int, int], list[tuple[int, Point]]] = {}
    for key, point in points.items():
        boxes.setdefault(_box(point), []).append((key, point))

    def find(point: Point) -> tuple[int, float] | None:
        if not -85 < point[0] < 85:
            return None
        best: tuple[float, int] | None = None
        side = BOX_M * cos(radians(point[0]))
        for ring in range(int(within / side) + 2):
            if best is not None and best[0] <= (ring - 1) * side:
                break  # whatever comes is farther away
            found = min(((metres(point, there), key) for key, there in _ring(boxes, point, ring)), default=None)
            best = found if best is None or (found is not None and found < best) else best
        return None if best is None or best[0] > within else (best[1], best[0])

    return find


def _ring(
    boxes: Mapping[tuple[int, int], list[tuple[int, Point]]], point: Point, ring: int
) -> Iterable[tuple[int, Point]]:
    """What is in the boxes that are so many boxes away."""
    row, column = _box(point)
    for up in range(-ring, ring + 1):
        for along in range(-ring, ring + 1) if abs(up) == ring else (-ring, ring):
            yield from boxes.get((row + up, column + along), ())


def _box(point: Point) -> tuple[int, int]:
    return floor(point[0] / BOX), floor(point[1] / BOX)
