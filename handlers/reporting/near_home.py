"""A danger of which nobody knows where it is: until that is said, those look at it who look after the reporter's courtyard."""

from handlers.context import Context
from handlers.reporting.texts import SOMEWHERE_NEAR_HOME
from handlers.reporting.whereabouts import LONGEST_PLACE, Whereabouts

_YARDS = frozenset({"courtyard", "road_number"})


def near_home(ctx: Context, where: Whereabouts) -> Whereabouts | None:
    """The courtyard of the sender's home with the words for the place; None where their home is not known."""
    home = ctx.here.home
    if home is None or home not in ctx.places.nodes:
        return None
    yard = next((place for place in ctx.places.line_of(home) if ctx.places.nodes[place].kind in _YARDS), home)
    said = where.text or ctx.places.full_name(yard)
    return Whereabouts(yard, SOMEWHERE_NEAR_HOME.format(said=said)[:LONGEST_PLACE])
