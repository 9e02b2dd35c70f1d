"""Whom somebody means by what colleagues call each other: a name, a code, 小陈, 孔主任, the unit they work for."""

from collections.abc import Collection

from handlers.context import Context
from handlers.posts import communities_of, sender_terms
from handlers.refusals import SeveralCalled
from storage.people import KnownPerson, people_named, posted_at
from understanding.called import fits, is_familiar

_SHORTEST_UNIT = 2


def people_called(ctx: Context, called: str, place_id: int | None = None) -> list[KnownPerson]:
    """Those with this name or code; else those called so who serve where the sender does, or at the place."""
    exact = people_named(ctx.uow, called) if called else []
    if exact or len(called) < _SHORTEST_UNIT:
        return exact
    near = posted_at(ctx.uow, _reach(ctx, place_id), ctx.now)
    if is_familiar(called):
        return [each.person for each in near if fits(each.person.name, called)]
    return [each.person for each in near if called in each.unit]


def several(called: str, people: list[KnownPerson]) -> SeveralCalled:
    """Which of those who are called so?"""
    return SeveralCalled(called, tuple((person.code, person.name) for person in people))


def _reach(ctx: Context, place_id: int | None) -> Collection[int]:
    """The communities in which the sender serves and that of the place: all that lies in them, and what they lie in."""
    communities = communities_of(ctx, sender_terms(ctx))
    own = None if place_id is None else ctx.places.community_of(place_id)
    communities |= set() if own is None else {own}
    above = {place for each in communities for place in ctx.places.line_of(each)}
    return above | {place for place in ctx.places.nodes if communities & set(ctx.places.line_of(place))}
