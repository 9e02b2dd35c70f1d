"""A sender's posts and those who serve a place, as outcomes say them."""

from governance.roles import Role, Term
from handlers.colleagues import Waiting, only_one, people_called
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.people.outcomes import HeldPost, NobodyNamed, Servant
from handlers.posts import serving_at
from storage.grids import grid_names
from storage.people import KnownPerson, names_of

SHOWN = (Role.GRID_WORKER, Role.GRID_HEAD, Role.BUILDING_LEADER, Role.COMMUNITY_SECRETARY)
"""Whom a resident sees, in this order."""


def held_posts(ctx: Context, terms: list[Term]) -> tuple[HeldPost, ...]:
    """Each term with its place or grid."""
    index = ctx.places
    grids = grid_names(ctx.uow, [term.grid_id for term in terms if term.grid_id])
    return tuple(
        HeldPost(
            term.role,
            grids.get(term.grid_id, "") if term.grid_id else index.full_name(term.place_id) if term.place_id else "",
            term.line,
        )
        for term in terms
    )


def shown_servants(ctx: Context, place_id: int) -> tuple[Servant, ...]:
    """Those who look after a place and whom its residents may know."""
    acting = [servant for servant in serving_at(ctx, place_id) if servant.role in SHOWN]
    acting.sort(key=lambda servant: SHOWN.index(servant.role))
    names = names_of(ctx.uow, [number for s in acting for number in (s.person, s.for_person) if number is not None])
    return tuple(
        Servant(s.role, names[s.person], names[s.for_person] if s.for_person is not None else None) for s in acting
    )


def one_named(ctx: Context, name: str, waiting: Waiting) -> KnownPerson:
    """The one person with this name or code; raises Refuse for nobody, and asks which of several."""
    found = people_called(ctx, name)
    if not found:
        raise Refuse(NobodyNamed(name))
    return only_one(ctx, name, found, waiting)
