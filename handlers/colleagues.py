"""Whom somebody means by what colleagues call each other: a name, a code, 小陈, 孔主任, the unit they work for.

Of several called alike those are meant who work where the sender does; where more than one is left, it is asked by what tells
them apart, and the answer completes the command that waited.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NoReturn

from governance.roles import Term
from governance.texts import ROLE
from handlers.context import Context
from handlers.conversation.questions import Question, ask
from handlers.outcomes import Refuse
from handlers.posts import communities_of, places_of_terms, sender_terms
from handlers.refusals import MOST_SHOWN, CalledSo, SeveralCalled
from storage.grids import grid_names
from storage.people import KnownPerson, people_named, phones_of, posted_at, terms_of
from understanding.called import fits, is_familiar, offices_said
from understanding.command_names import CommandName
from understanding.masking import masked_phone

_SHORTEST_UNIT = 2
POSTS, MOST_KEPT = 2, 24
"""Each is offered with so many posts; so many are kept who may be meant by what they do."""


@dataclass(frozen=True)
class Waiting:
    """A command that waits for whom it is about: `before` are its words, with WHO where the person's code goes."""

    command: CommandName
    before: str
    number: str | None = None


def people_called(ctx: Context, called: str, place_id: int | None = None) -> list[KnownPerson]:
    """Those with this name or code; else those called so who serve where the sender does, or at the place."""
    exact = people_named(ctx.uow, called) if called else []
    if exact or len(called) < _SHORTEST_UNIT:
        return exact
    near = posted_at(ctx.uow, _reach(ctx, place_id), ctx.now)
    if is_familiar(called):
        return _of_office(ctx, [each.person for each in near if fits(each.person.name, called)], called)
    return [each.person for each in near if called in each.unit]


def _of_office(ctx: Context, people: Sequence[KnownPerson], called: str) -> list[KnownPerson]:
    """Those of them who hold the post by which they are called (赵书记); all where nobody does, or that names none."""
    offices = offices_said(called)
    if not offices or len(people) < 2:
        return list(people)
    held = {person.id: {term.role.value for term in terms_of(ctx.uow, person.id, ctx.now)} for person in people}
    return next((those for role in offices if (those := [p for p in people if role in held[p.id]])), list(people))


def nearest(ctx: Context, people: Sequence[KnownPerson], to: Sequence[Term] | None = None) -> list[KnownPerson]:
    """Those of them who work closest to the sender: in the same grids or places, else in the same community, else all.

    `to`: the terms of somebody else whom they are to be near.
    """
    if len(people) < 2:
        return list(people)
    mine = sender_terms(ctx) if to is None else list(to)
    grids, places = {term.grid_id for term in mine} - {None}, set(places_of_terms(ctx, mine))
    communities = communities_of(ctx, mine)
    terms = {person.id: terms_of(ctx.uow, person.id, ctx.now) for person in people}
    same = [person for person in people if _shares(terms[person.id], grids, places)]
    return same or [p for p in people if communities & communities_of(ctx, terms[p.id])] or list(people)


def only_one(ctx: Context, called: str, people: Sequence[KnownPerson], waiting: Waiting) -> KnownPerson:
    """The one who is meant of those called so; of several it is asked which. `people` is not empty. Raises Refuse."""
    near = nearest(ctx, people)
    return near[0] if len(near) == 1 else which_one(ctx, called, people, waiting)


def which_one(ctx: Context, called: str, people: Sequence[KnownPerson], waiting: Waiting) -> NoReturn:
    """Asks which of several is meant, those first who work closest to the sender. Raises Refuse."""
    found = several(ctx, called, nearest(ctx, people), people)
    kept = [
        {"code": each.code, "name": each.name, "what": each.what}
        for each in _options(ctx, _in_order(ctx, nearest(ctx, people), people)[:MOST_KEPT])
    ]
    ask(
        ctx, Question.DETAIL, number=waiting.number, command=waiting.command.value, before=waiting.before, people=kept,
    )  # fmt: skip
    raise Refuse(found)


def several(
    ctx: Context, called: str, near: Sequence[KnownPerson], people: Sequence[KnownPerson], *, waits: bool = True
) -> SeveralCalled:
    """All who are called so, those who are near first, each with what tells them apart."""
    return SeveralCalled(called, _options(ctx, _in_order(ctx, near, people)[:MOST_SHOWN]), len(people), waits)


def _in_order(ctx: Context, near: Sequence[KnownPerson], people: Sequence[KnownPerson]) -> list[KnownPerson]:
    return sorted(near, key=lambda person: _has_no_grid(ctx, person)) + [each for each in people if each not in near]


def _options(ctx: Context, people: Sequence[KnownPerson]) -> tuple[CalledSo, ...]:
    phones = phones_of(ctx.uow, [each.id for each in people])
    return tuple(
        CalledSo(each.code, each.name, posts_of(ctx, each), masked_phone(phones.get(each.id))) for each in people
    )


def posts_of(ctx: Context, person: KnownPerson) -> str:
    """What tells somebody apart from who is called alike: 网格长（第1网格）."""
    terms = terms_of(ctx.uow, person.id, ctx.now)
    grids = grid_names(ctx.uow, [term.grid_id for term in terms if term.grid_id])
    return "、".join(f"{ROLE[term.role]}{_where(ctx, term, grids)}" for term in terms[:POSTS])


def _where(ctx: Context, term: Term, grids: dict[int, str]) -> str:
    place = ctx.places.full_name(term.place_id) if term.place_id in ctx.places.nodes else ""
    where = grids.get(term.grid_id, "") if term.grid_id else place
    return f"（{where}）" if where else ""


def _has_no_grid(ctx: Context, person: KnownPerson) -> bool:
    """Those who look after a grid stand first."""
    return all(term.grid_id is None for term in terms_of(ctx.uow, person.id, ctx.now))


def _shares(terms: Sequence[Term], grids: Collection[int | None], places: Collection[int]) -> bool:
    return any(term.grid_id in grids or term.place_id in places for term in terms)


def _reach(ctx: Context, place_id: int | None) -> Collection[int]:
    """The communities in which the sender serves and that of the place: all that lies in them, and what they lie in; all there
    is for who serves the whole subdistrict.
    """
    terms = sender_terms(ctx)
    if any(term.place_id in ctx.places.roots() for term in terms):
        return set(ctx.places.nodes)
    communities = communities_of(ctx, terms)
    own = None if place_id is None else ctx.places.community_of(place_id)
    communities |= set() if own is None else {own}
    above = {place for each in communities for place in ctx.places.line_of(each)}
    return above | {place for place in ctx.places.nodes if communities & set(ctx.places.line_of(place))}
