"""A sender's posts in words, and the people who serve a place."""

from collections.abc import Collection, Sequence

from governance.permissions import WHOM_TO_ASK, Act, may
from governance.roles import Role, Term
from governance.serving import Servant
from governance.texts import LINE
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.refusals import NotAllowed
from handlers.texts import people as words
from storage.grids import grid_communities, grid_names
from storage.people import KnownPerson, holders_of, names_of, person_by_id, terms_of
from storage.serving import followed_accounts, grids_over, places_of_grids, serving


def sender(ctx: Context) -> KnownPerson | None:
    """The person whom the sender's account is bound to."""
    person_id = ctx.person_id
    return None if person_id is None else person_by_id(ctx.uow, person_id)


def sender_terms(ctx: Context) -> list[Term]:
    """The terms that the sender holds now; none for an anonymous resident or for one who left."""
    person = sender(ctx)
    return [] if person is None or person.left else terms_of(ctx.uow, person.id, ctx.now)


def post_lines(ctx: Context, terms: list[Term]) -> list[str]:
    """Each term as a line with its place or grid."""
    index = ctx.places
    grids = grid_names(ctx.uow, [term.grid_id for term in terms if term.grid_id])
    return [
        words.post_line(
            term.role,
            grids.get(term.grid_id, "") if term.grid_id else index.full_name(term.place_id) if term.place_id else "",
            LINE[term.line] if term.line else None,
        )
        for term in terms
    ]


def communities_of(ctx: Context, terms: list[Term]) -> set[int]:
    """The communities in which these terms are held."""
    index = ctx.places
    in_grids = grid_communities(ctx.uow, [term.grid_id for term in terms if term.grid_id])
    lines = (index.line_of(term.place_id) for term in terms if term.place_id)
    return in_grids | {place for line in lines for place in line if index.nodes[place].kind == "community"}


def places_of_terms(ctx: Context, terms: Sequence[Term]) -> list[int]:
    """All places where these terms hold."""
    own = {term.place_id for term in terms if term.place_id is not None}
    inside = [place for place in ctx.places.nodes if own & set(ctx.places.line_of(place))]
    return inside + places_of_grids(ctx.uow, [term.grid_id for term in terms if term.grid_id is not None])


def area_of_terms(ctx: Context, terms: Sequence[Term]) -> frozenset[int] | None:
    """All places where these terms hold; None: everywhere in the subdistrict, also where a ticket has no place."""
    if {term.place_id for term in terms} & set(ctx.places.roots()):
        return None
    return frozenset(places_of_terms(ctx, terms))


def area_named(ctx: Context, terms: Sequence[Term]) -> tuple[str, ...]:
    """What that area is called: the grids and places of the terms, each once; the subdistrict where it is all of it."""
    roots = [place for place in ctx.places.roots() if any(term.place_id == place for term in terms)]
    if roots:
        return tuple(ctx.places.full_name(place) for place in roots)
    grids = grid_names(ctx.uow, [term.grid_id for term in terms if term.grid_id])
    places = [ctx.places.full_name(term.place_id) for term in terms if term.place_id in ctx.places.nodes]
    return tuple(dict.fromkeys([*(grids[term.grid_id] for term in terms if term.grid_id in grids), *places]))


def serving_at(ctx: Context, place_id: int, roles: Collection[Role] | None = None) -> tuple[Servant, ...]:
    """Who acts for the place now, in these roles (None: in any)."""
    return serving(ctx.uow, ctx.places.line_of(place_id) or [place_id], ctx.now, roles)


def administrators(ctx: Context) -> list[int]:
    """The accounts of those who look after the product."""
    return followed_accounts(ctx.uow, holders_of(ctx.uow, {Role.ADMINISTRATOR}, ctx.now))


def rights_area(ctx: Context, place_id: int | None) -> tuple[frozenset[int], frozenset[int]]:
    """The places and grids in which rights on what lies at the place are held; what lies nowhere lies in the whole subdistrict."""
    if place_id is None:
        return frozenset(ctx.places.roots()), frozenset()
    return frozenset(ctx.places.line_of(place_id)), frozenset(grids_over(ctx.uow, place_id))


def not_allowed(ctx: Context, act: Act, place_id: int | None = None) -> NotAllowed:
    """The refusal: whose business it is, and somebody of them who serves the place (or the sender's building)."""
    asked = WHOM_TO_ASK[act]
    place = place_id or (ctx.account.place_id if ctx.account is not None else None)
    acting = serving_at(ctx, place) if place else ()
    helper = next((servant for role in asked for servant in acting if servant.role is role), None)
    if ctx.person_id is None or helper is None:
        return NotAllowed(asked, known=ctx.person_id is not None)
    return NotAllowed(asked, (helper.role, names_of(ctx.uow, [helper.person])[helper.person]))


def require(ctx: Context, act: Act, place_id: int | None = None) -> None:
    """Raises Refuse unless the sender may do it somewhere."""
    if not may(act, sender_terms(ctx)):
        raise Refuse(not_allowed(ctx, act, place_id))
