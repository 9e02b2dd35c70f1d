"""Who would get a notice: by the way that reaches them, and at which homes nobody is reached."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import timedelta

from governance.area_notices import REACHED, AreaKind, Way
from handlers.area_notices.outcomes import Audience, Told
from handlers.context import Context
from storage.area_audience import counted
from storage.area_notices import NoticeRow

WITHIN = timedelta(hours=48)
"""In which the platform takes customer-service messages. Source: design, section 7."""
MOST_HOMES = 8


def places_inside(ctx: Context, places: Collection[int]) -> frozenset[int] | None:
    """These places and all that lies in them; None: the whole subdistrict."""
    if set(places) & set(ctx.places.roots()):
        return None
    return frozenset(place for place in ctx.places.nodes if set(places) & set(ctx.places.line_of(place)))


def outermost(ctx: Context, places: Collection[int]) -> tuple[int, ...]:
    """The same area by as few places as say it."""
    inside = set(places)
    return tuple(sorted(place for place in inside if not inside & set(ctx.places.line_of(place)[1:])))


def audience_of(ctx: Context, places: Collection[int] | None, kind: AreaKind) -> Audience:
    """Counted now, in the database."""
    rows = counted(ctx.uow, places, kind, ctx.now - WITHIN, ctx.config.reach)
    ways, without = Counter[Way](), Counter[int]()
    for row in rows:
        ways[row.way] += row.count
        if row.way not in REACHED or row.way is Way.KEPT:
            without[row.place_id] += row.count
    named = ((ctx.places.full_name(place), count) for place, count in without.most_common(MOST_HOMES))
    homes = {row.place_id for row in rows if row.way in REACHED}
    return Audience(tuple((way, ways[way]) for way in Way if ways[way]), len(homes), tuple(named))


def lie_together(ctx: Context, some: Collection[int], others: Collection[int]) -> bool:
    """Whether two areas have a place in common."""
    return any(
        set(ctx.places.line_of(place)) & set(theirs)
        for mine, theirs in ((some, others), (others, some))
        for place in mine
        if place in ctx.places.nodes
    )


def told_of(ctx: Context, row: NoticeRow) -> Told:
    """The notice as people read it."""
    return Told(row.number, row.kind, row.text, area_names(ctx, row.places), row.starts_at, row.ends_at, row.state)


def area_names(ctx: Context, places: Sequence[int]) -> tuple[str, ...]:
    """The names of its places, as far as they are there still."""
    return tuple(ctx.places.full_name(place) for place in places if place in ctx.places.nodes)
