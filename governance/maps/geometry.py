"""Outlines as rings of points (latitude, longitude): around points, crossing themselves, with a point inside."""

from collections.abc import Iterable, Sequence

from governance.things.datum import Point

Ring = tuple[Point, ...]
"""The corners of an outline in order, the first not said again at the end."""
LEAST = 3


def hull(points: Iterable[Point]) -> Ring:
    """The smallest outline around points without a dent; empty where they lie in one line or are too few."""
    ordered = sorted(set(points))
    ring = (*_half(ordered), *_half(ordered[::-1]))
    return ring if len(ring) >= LEAST else ()


def _half(ordered: Sequence[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in ordered:
        while len(kept) > 1 and _turn(kept[-2], kept[-1], point) <= 0:
            kept.pop()
        kept.append(point)
    return kept[:-1]


def crossing(ring: Ring) -> Point | None:
    """A corner near which an outline crosses or touches itself; None where it does not."""
    count = len(ring)
    sides = sorted(
        (min(ring[at][1], ring[(at + 1) % count][1]), max(ring[at][1], ring[(at + 1) % count][1]), at)
        for at in range(count)
    )
    running: list[tuple[float, int]] = []
    for west, east, at in sides:
        running = [each for each in running if each[0] >= west]
        for _, other in running:
            if (at - other) % count in (1, count - 1):
                if _doubles_back(ring, at, other):
                    return ring[max(at, other)]
            elif _meet(ring[at], ring[(at + 1) % count], ring[other], ring[(other + 1) % count]):
                return ring[at]
        running.append((east, at))
    return None


def contains(ring: Ring, point: Point) -> bool:
    """Whether a point lies in an outline."""
    lat, lon = point
    inside = False
    for at, (here, x) in enumerate(ring):
        before, before_x = ring[at - 1]
        if (here > lat) != (before > lat) and lon < x + (before_x - x) * (lat - here) / (before - here):
            inside = not inside
    return inside


def middle(points: Sequence[Point]) -> Point:
    """The mean of some points."""
    return sum(lat for lat, _ in points) / len(points), sum(lon for _, lon in points) / len(points)


def _turn(one: Point, two: Point, three: Point) -> float:
    """Above nothing: to the one side; below: to the other; nothing: straight on."""
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])


def _doubles_back(ring: Ring, at: int, other: int) -> bool:
    """Whether the second of two sides in a row runs back along the first."""
    count = len(ring)
    first = at if (at + 1) % count == other else other
    one, two, three = ring[first], ring[(first + 1) % count], ring[(first + 2) % count]
    ahead = (two[0] - one[0]) * (three[0] - two[0]) + (two[1] - one[1]) * (three[1] - two[1])
    return _turn(one, two, three) == 0 and ahead < 0


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two sides have a point in common."""
    one, two, three, four = _turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b)
    if ((one > 0) != (two > 0) or one == 0 or two == 0) and ((three > 0) != (four > 0) or three == 0 or four == 0):
        return _boxes_meet(a, b, c, d)
    return False


def _boxes_meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    return all(min(a[i], b[i]) <= max(c[i], d[i]) and min(c[i], d[i]) <= max(a[i], b[i]) for i in (0, 1))
