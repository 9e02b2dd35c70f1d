"""A sender's posts in words, and the people who serve a place."""

from governance.permissions import WHOM_TO_ASK, Act, may
from governance.roles import Term
from governance.serving import Servant
from governance.texts import LINE, ROLE
from handlers.context import Context
from handlers.inbound import Reply
from handlers.texts import people as words
from handlers.turn import Turn
from storage.grids import grid_communities, grid_names
from storage.people import KnownPerson, names_of, person_by_id, terms_of
from storage.serving import grids_over, serving


def sender(turn: Turn) -> KnownPerson | None:
    """The person whom the sender's account is bound to."""
    person_id = turn.account.person_id
    return None if person_id is None else person_by_id(turn.uow, person_id)


def sender_terms(turn: Turn) -> list[Term]:
    """The terms that the sender holds now; none for an anonymous resident or for one who left."""
    person = sender(turn)
    return [] if person is None or person.left else terms_of(turn.uow, person.id, turn.now)


def post_lines(turn: Turn, terms: list[Term]) -> list[str]:
    """Each term as a line with its place or grid."""
    index = turn.places
    grids = grid_names(turn.uow, [term.grid_id for term in terms if term.grid_id])
    return [
        words.post_line(
            term.role,
            grids.get(term.grid_id, "") if term.grid_id else index.full_name(term.place_id) if term.place_id else "",
            LINE[term.line] if term.line else None,
        )
        for term in terms
    ]


def communities_of(turn: Turn, terms: list[Term]) -> set[int]:
    """The communities in which these terms are held."""
    index = turn.places
    in_grids = grid_communities(turn.uow, [term.grid_id for term in terms if term.grid_id])
    lines = (index.line_of(term.place_id) for term in terms if term.place_id)
    return in_grids | {place for line in lines for place in line if index.nodes[place].kind == "community"}


def serving_at(ctx: Context, place_id: int) -> tuple[Servant, ...]:
    """Who acts for the place now."""
    return serving(ctx.uow, ctx.places.line_of(place_id) or [place_id], ctx.now)


def rights_area(ctx: Context, place_id: int | None) -> tuple[frozenset[int], frozenset[int]]:
    """The places and grids in which rights on what lies at the place are held; what lies nowhere lies in the whole subdistrict."""
    if place_id is None:
        return frozenset(ctx.places.roots()), frozenset()
    return frozenset(ctx.places.line_of(place_id)), frozenset(grids_over(ctx.uow, place_id))


def refusal(turn: Turn, act: Act, place_id: int | None = None) -> Reply | None:
    """None when the sender may do it somewhere; else a polite answer that says whom to ask."""
    if may(act, sender_terms(turn)):
        return None
    return Reply(refused(turn, act, place_id))


def refused(turn: Turn, act: Act, place_id: int | None = None) -> str:
    """The refusal: whose business it is, and somebody of them who serves the place (or the sender's building)."""
    asked = WHOM_TO_ASK[act]
    place = place_id or turn.account.place_id
    acting = serving_at(turn, place) if place else ()
    helper = next((servant for role in asked for servant in acting if servant.role is role), None)
    if turn.account.person_id is None:
        ask = words.ASK_BIND
    elif helper is not None:
        name = names_of(turn.uow, [helper.person])[helper.person]
        ask = words.ASK_PERSON.format(who=f"{ROLE[helper.role]}{name}")
    else:
        ask = words.ASK_ROLE.format(role=ROLE[asked[0]])
    return words.NOT_ALLOWED.format(roles="、".join(ROLE[role] for role in asked), ask=ask)
