"""Where and when something is to be told: as it was said, the places all of them the sender's business."""

from collections.abc import Sequence
from datetime import datetime

from governance.permissions import Act
from handlers.area_notices.audience import outermost, places_inside
from handlers.area_notices.outcomes import TellWhere
from handlers.area_notices.preview import all_of
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import not_allowed
from handlers.reporting.overseen_area import Area, own_area
from understanding.places_told import PlacesTold, places_told


def places_in_words(ctx: Context, where: str, text: str = "") -> tuple[int, ...]:
    """Those that the words name, else the text besides; all that is the sender's where none is named. Raises Refuse."""
    said = places_told(ctx.places, where or text)
    unknown = said.unknown or (where if not said.places and not said.unclear else "")
    if unknown:
        raise Refuse(TellWhere((), unknown))
    return places_meant(ctx, said)


def places_meant(ctx: Context, said: PlacesTold) -> tuple[int, ...]:
    """Likewise of places that are known already."""
    own = own_area(ctx, Act.DISPATCH)
    near = [place for place in said.unclear if own.holds(place)]
    if said.unclear and len(near) != 1:
        raise Refuse(TellWhere(tuple(near) or said.unclear))
    return _theirs(ctx, own, [*said.places, *near])


def _theirs(ctx: Context, own: Area, places: Sequence[int]) -> tuple[int, ...]:
    if not places:
        return all_of(ctx, own)
    inside = places_inside(ctx, places)
    if own.places is None:
        return outermost(ctx, places)
    mine = frozenset(own.places if inside is None else inside & own.places)
    foreign = [place for place in places if not any(place in ctx.places.line_of(each) for each in mine)]
    if foreign:
        raise Refuse(not_allowed(ctx, Act.DISPATCH, foreign[0]))
    return outermost(ctx, mine)


def instant(ctx: Context, said: datetime | None) -> datetime | None:
    """What a form sends has no zone: it is the subdistrict's clock."""
    if said is None or said.tzinfo is not None:
        return said
    return said.replace(tzinfo=ctx.config.zone)
