"""Places as events see them: near each other or not, and what several are called."""

from collections.abc import Sequence

from governance.events.nearness import Spot, SpotOf, spot
from handlers.context import Context, Here
from handlers.events import words
from understanding.place_index import PlaceIndex

MOST_NAMED = 3


def spots_of(places: PlaceIndex) -> SpotOf:
    """The spot of each place of the tree; one that the roster has no longer lies by itself."""
    known: dict[int, Spot] = {}

    def spot_of(place: int) -> Spot:
        if place not in known:
            line = [places.nodes[each] for each in places.line_of(place)]
            found = [(node.id, node.kind, node.name, node.lat, node.lon) for node in line]
            known[place] = spot(found or [(place, "landmark", "", None, None)])
        return known[place]

    return spot_of


def area_called(places: PlaceIndex, covered: Sequence[int]) -> str:
    """梧桐里1号院、梧桐里2号院; of many the first ones."""
    named = [places.full_name(place) for place in covered if place in places.nodes]
    said = words.AND.join(named[:MOST_NAMED])
    return words.AND_MORE.format(named=said, count=len(named)) if len(named) > MOST_NAMED else said


def title_of(ctx: Context | Here, kind: str, covered: Sequence[int]) -> str:
    """梧桐里1号院停水."""
    return f"{area_called(ctx.places, covered)}{words.KIND[kind]}"
