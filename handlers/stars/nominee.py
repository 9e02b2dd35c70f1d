"""Whom a nomination means: somebody of the roster, told apart from others of the name, or somebody known by name only."""

from dataclasses import dataclass

from governance.roles import Role
from governance.stars.states import AwardKind
from handlers.inbound import Reply
from handlers.stars.areas import area_of
from handlers.texts import stars as words
from handlers.turn import Turn
from handlers.work.details import ask_detail
from storage.duty.members import units_of
from storage.models import Account
from storage.people import KnownPerson, left_people_named, people_named, terms_of
from storage.stars.nominations import homes_of
from understanding.nomination import Nomination as Said
from understanding.place_search import decided, search

LISTED = 6


@dataclass(frozen=True)
class Nominee:
    """Who is meant: of the roster, or (person None) somebody known by name only. `place`: where they live or serve."""

    name: str
    person: KnownPerson | None
    place: int


def nominee_of(turn: Turn, told: Said, text: str) -> Nominee | Reply:
    """The person and their place; else the question, or the refusal, that there is to answer."""
    found = decided(search(turn.places, told.where, turn.account.place_id)) if told.where else None
    named = found.place if found is not None and turn.places.community_of(found.place) is not None else None
    people = people_named(turn.uow, told.code or told.name or "")
    name = told.name or told.code or ""
    if not people and left_people_named(turn.uow, name):
        return Reply(words.REFUSE_LEFT.format(name=name))
    places = {person.id: _places_of(turn, person) for person in people}
    if len(people) > 1 and named is not None:
        near = {
            person.id: max((_nearness(turn, place, named) for place in places[person.id]), default=0)
            for person in people
        }
        people = [person for person in people if near[person.id] == max(near.values())]
    if told.unsure:
        people = []
    if len(people) > 1:
        return _which(turn, name, people, places, text)
    person = people[0] if people else None
    own = places[person.id] if person is not None else []
    place = _nearest(turn, own, named) or turn.account.place_id
    if place is None or turn.places.community_of(place) is None:
        question = words.NOMINATE_NOWHERE if told.where else words.NOMINATE_WHERE.format(name=name)
        return ask_detail(turn, None, question, before=f"{text} ")
    return Nominee(person.name if person is not None else name, person, place)


def _nearest(turn: Turn, own: list[int], named: int | None) -> int | None:
    """Of a person's places the one that the nomination means; the named one where it says more, or something else."""
    if named is None:
        return next(iter(own), None)
    inner = next((each for each in own if named in turn.places.line_of(each)), None)
    near = next((each for each in own if turn.places.is_home(each) and _nearness(turn, each, named)), None)
    return inner or near or named


def _which(turn: Turn, name: str, people: list[KnownPerson], places: dict[int, list[int]], text: str) -> Reply:
    """Two people of one name: told apart by where they live, then by the roster's code."""
    units = units_of(turn.uow, [person.id for person in people])
    listed = [
        words.SEVERAL_LINE.format(
            code=person.code,
            where="　".join(
                filter(None, ["、".join(map(turn.places.full_name, places[person.id][:2])), units.get(person.id)])
            ),
        )
        for person in people[:LISTED]
    ]
    question = words.SEVERAL.format(name=name, count=len(people), listed="\n".join(listed))
    return ask_detail(turn, None, question, before=f"{text} ")


def _places_of(turn: Turn, person: KnownPerson) -> list[int]:
    """Where somebody serves as a building leader, lives, or holds another post, in this order."""
    terms = terms_of(turn.uow, person.id, turn.now)
    posts = [term.place_id for term in sorted(terms, key=lambda term: term.role is not Role.BUILDING_LEADER)]
    homes = [home.place_id for home in homes_of(turn.uow, Account.person_id == person.id)]
    leads = any(term.role is Role.BUILDING_LEADER for term in terms)
    found = [*posts, *homes] if leads else [*homes, *posts]
    return [place for place in dict.fromkeys(found) if place is not None and place in turn.places.nodes]


def _nearness(turn: Turn, place: int, named: int) -> int:
    """3: at the named place; 2: in the same courtyard; 1: for all that lies around it, as a post in the community; 0: elsewhere."""
    if named in turn.places.line_of(place):
        return 3
    if area_of(turn, place, AwardKind.STAR) == area_of(turn, named, AwardKind.STAR):
        return 2
    return 1 if place in turn.places.line_of(named) else 0
