"""Whom a nomination means: somebody of the roster, told apart from others of the name, or somebody known by name only."""

from dataclasses import dataclass

from governance.roles import Role
from governance.stars.states import AwardKind
from handlers.context import Context
from handlers.stars.areas import area_of
from handlers.stars.commands import Nominate
from handlers.stars.outcomes.nominating import (
    Lacks,
    Namesake,
    NominationLacks,
    NominationRefused,
    NotNominated,
    WhichNominee,
)
from storage.duty.members import units_of
from storage.people import KnownPerson, left_people_named, people_named, terms_of
from storage.stars.nominations import homes_of
from understanding.place_search import decided, search

LISTED = 6


@dataclass(frozen=True)
class Nominee:
    """Who is meant: of the roster, or (person None) somebody known by name only. `place`: where they live or serve."""

    name: str
    person: KnownPerson | None
    place: int


def nominee_of(ctx: Context, told: Nominate) -> Nominee | NominationLacks | WhichNominee | NominationRefused:
    """The person and their place; else what is to be asked, or why it can't be."""
    named = _named_place(ctx, told.where)
    people = people_named(ctx.uow, told.code or told.name)
    name = told.name or told.code
    if not people and left_people_named(ctx.uow, name):
        return NominationRefused(NotNominated.LEFT, name)
    places = {person.id: _places_of(ctx, person) for person in people}
    if len(people) > 1 and named is not None:
        near = {
            person.id: max((_nearness(ctx, place, named) for place in places[person.id]), default=0)
            for person in people
        }
        people = [person for person in people if near[person.id] == max(near.values())]
    if told.unsure:
        people = []
    if len(people) > 1:
        return _which(ctx, name, people, places)
    person = people[0] if people else None
    own = places[person.id] if person is not None else []
    place = _nearest(ctx, own, named) or ctx.sender.place_id
    if place is None or ctx.places.community_of(place) is None:
        return NominationLacks(Lacks.KNOWN_PLACE if told.where else Lacks.WHERE, name)
    return Nominee(person.name if person is not None else name, person, place)


def _named_place(ctx: Context, where: str) -> int | None:
    """The place that is said, where it lies in a community."""
    found = decided(search(ctx.places, where, ctx.sender.place_id)) if where else None
    return found.place if found is not None and ctx.places.community_of(found.place) is not None else None


def _nearest(ctx: Context, own: list[int], named: int | None) -> int | None:
    """Of a person's places the one that the nomination means; the named one where it says more, or something else."""
    if named is None:
        return next(iter(own), None)
    inner = next((each for each in own if named in ctx.places.line_of(each)), None)
    near = next((each for each in own if ctx.places.is_home(each) and _nearness(ctx, each, named)), None)
    return inner or near or named


def _which(ctx: Context, name: str, people: list[KnownPerson], places: dict[int, list[int]]) -> WhichNominee:
    """People of one name: told apart by where they live, then by the roster's code."""
    units = units_of(ctx.uow, [person.id for person in people])
    listed = [
        Namesake(person.code, tuple(places[person.id][:2]), units.get(person.id) or "") for person in people[:LISTED]
    ]
    return WhichNominee(name, len(people), tuple(listed))


def _places_of(ctx: Context, person: KnownPerson) -> list[int]:
    """Where somebody serves as a building leader, lives, or holds another post, in this order."""
    terms = terms_of(ctx.uow, person.id, ctx.now)
    posts = [term.place_id for term in sorted(terms, key=lambda term: term.role is not Role.BUILDING_LEADER)]
    homes = [home.place_id for home in homes_of(ctx.uow, [person.id])]
    leads = any(term.role is Role.BUILDING_LEADER for term in terms)
    found = [*posts, *homes] if leads else [*homes, *posts]
    return [place for place in dict.fromkeys(found) if place is not None and place in ctx.places.nodes]


def _nearness(ctx: Context, place: int, named: int) -> int:
    """3: at the named place; 2: in the same courtyard; 1: for all that lies around it, as a post in the community; 0: elsewhere."""
    if named in ctx.places.line_of(place):
        return 3
    if area_of(ctx, place, AwardKind.STAR) == area_of(ctx, named, AwardKind.STAR):
        return 2
    return 1 if place in ctx.places.line_of(named) else 0
