"""Places of the tree near a point on the map."""

from math import asin, cos, radians, sin, sqrt

from understanding.place_index import PlaceIndex

EARTH_M = 6_371_000
_POINTS = frozenset({"building", "courtyard", "road_number", "station", "landmark"})


def distance_m(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Metres between two points (haversine)."""
    half_lat, half_lon = radians(other_lat - lat) / 2, radians(other_lon - lon) / 2
    square = sin(half_lat) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(half_lon) ** 2
    return 2 * EARTH_M * asin(sqrt(square))


def nearest(index: PlaceIndex, lat: float, lon: float, within_m: float) -> list[tuple[float, int]]:
    """Distance and place of all that lie within, the nearest first; of equals the outer one (the courtyard) first."""
    found = [
        (round(distance_m(lat, lon, node.lat, node.lon), 1), len(index.line_of(node.id)), node.id)
        for node in index.nodes.values()
        if node.lat is not None and node.lon is not None and node.kind in _POINTS
    ]
    return [(distance, place) for distance, _, place in sorted(found) if distance <= within_m]
