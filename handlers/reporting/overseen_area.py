"""The part of the subdistrict that somebody oversees, and what of it they speak of."""

from collections.abc import Sequence
from dataclasses import dataclass

from governance.permissions import PERMISSIONS, Act
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import area_named, area_of_terms, not_allowed
from handlers.tickets.parts import worker_of


@dataclass(frozen=True)
class Area:
    """Its places, None: the whole subdistrict with what lies nowhere; and what it is called."""

    places: frozenset[int] | None
    names: tuple[str, ...]

    def holds(self, place: int) -> bool:
        """Whether the place is one of it."""
        return self.places is None or place in self.places


def own_area(ctx: Context, act: Act) -> Area:
    """Where the sender may do it, also for those in whose stead they act."""
    worker = worker_of(ctx, ctx.person_id)
    terms = [] if worker is None else [term for term in worker.terms if term.role in PERMISSIONS[act]]
    return Area(area_of_terms(ctx, terms), area_named(ctx, terms))


def narrowed(ctx: Context, own: Area, act: Act, places: Sequence[int]) -> Area:
    """What of the named places is the sender's; all that is theirs where none is named. Raises Refuse for what is another's."""
    index = ctx.places
    if not places or (own.places is None and set(places) & set(index.roots())):
        return own
    inside = {place for place in index.nodes if set(places) & set(index.line_of(place))}
    here = frozenset(place for place in inside if own.holds(place))
    if not here:
        raise Refuse(not_allowed(ctx, act, places[0]))
    named = [place for place in places if any(place in index.line_of(other) for other in here)]
    return Area(here, tuple(index.full_name(place) for place in named))
