"""Which communities take part in a year's cases."""

from collections.abc import Sequence

from governance.cases import without_cases
from governance.places import PlaceKind
from handlers.context import Context


def communities_without(ctx: Context, proposed: Sequence[int]) -> tuple[str, ...]:
    """The names of the communities of which no case is proposed."""
    every = [place for place, node in ctx.places.nodes.items() if node.kind == PlaceKind.COMMUNITY]
    return tuple(ctx.places.full_name(place) for place in without_cases(every, proposed))
