"""The sender as somebody who serves, what they may lead, and whom they name."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from governance.permissions import Act, may_at
from governance.roles import Role, Term
from governance.texts import ROLE
from handlers.colleagues import Waiting, only_one, people_called
from handlers.context import Context
from handlers.duty.outcomes.shifts import NotBound
from handlers.duty.outcomes.swaps import WhyNot
from handlers.duty.texts import words
from handlers.outcomes import Refuse
from handlers.posts import communities_of, not_allowed, rights_area, sender
from storage.duty.members import enrolments_of, qualifications_of
from storage.duty.shifts import ShiftRow
from storage.duty.stations import StationRow, led_by, stations
from storage.people import KnownPerson, names_of, terms_of


@dataclass(frozen=True)
class Member:
    """A person of the roster with their terms."""

    person_id: int
    name: str
    terms: tuple[Term, ...]

    def holds(self, role: Role) -> bool:
        """Whether they hold this role anywhere."""
        return any(term.role is role for term in self.terms)


def known_member(ctx: Context) -> Member | None:
    """The sender; None where they are not known in the roster, or have left."""
    person = sender(ctx)
    if person is None or person.left:
        return None
    return Member(person.id, person.name, tuple(terms_of(ctx.uow, person.id, ctx.now)))


def member(ctx: Context) -> Member:
    """The sender. Raises Refuse, with how to bind, where they are not known."""
    who = known_member(ctx)
    if who is None:
        raise Refuse(NotBound())
    return who


def qualified(ctx: Context, person_id: int) -> frozenset[str]:
    """What a person may stand for: what they are trained for, and the titles of their posts."""
    titles = {ROLE[term.role] for term in terms_of(ctx.uow, person_id, ctx.now)}
    return frozenset(titles | qualifications_of(ctx.uow, [person_id])[person_id])


def runs_duty_at(ctx: Context, terms: tuple[Term, ...], place_id: int) -> bool:
    """Whether somebody with these terms runs the duty of this place."""
    return may_at(Act.RUN_DUTY, terms, *rights_area(ctx, place_id))


def leads(ctx: Context, who: Member, row: ShiftRow) -> bool:
    """Whether the member leads this shift's station, or runs the duty there."""
    return who.person_id == row.lead_id or runs_duty_at(ctx, who.terms, row.place_id)


def stations_of(ctx: Context, who: Member) -> list[StationRow]:
    """The stations that the member leads, or whose duty they run."""
    own = led_by(ctx.uow, who.person_id)
    ids = {each.id for each in own}
    return own + [s for s in stations(ctx.uow) if s.id not in ids and runs_duty_at(ctx, who.terms, s.place_id)]


def require_reach(ctx: Context, who: Member, other: KnownPerson) -> None:
    """Raises Refuse unless the other is in the member's reach."""
    near, places = _reach(ctx, who, other)
    if not near:
        raise Refuse(replace(not_allowed(ctx, Act.RUN_DUTY, places[0]), at=ctx.places.full_name(places[0])))


def in_reach(ctx: Context, who: Member, other: KnownPerson) -> bool:
    """Whether the member leads a station, or runs the duty, in a community where the other serves or has enrolled.

    Who serves in none is for who runs the duty of the whole subdistrict.
    """
    return _reach(ctx, who, other)[0]


def _reach(ctx: Context, who: Member, other: KnownPerson) -> tuple[bool, list[int]]:
    own = communities_of(ctx, terms_of(ctx.uow, other.id, ctx.now))
    own |= {each.place_id for each in enrolments_of(ctx.uow, other.id)}
    places = sorted(own) or sorted(ctx.places.roots())
    led = {ctx.places.community_of(station.place_id) for station in led_by(ctx.uow, who.person_id)} - {None}
    return any(place in led or runs_duty_at(ctx, who.terms, place) for place in places), places


def lead_name(ctx: Context, lead_id: int | None) -> str | None:
    """The name of who leads; None where nobody does."""
    return None if lead_id is None else names_of(ctx.uow, [lead_id]).get(lead_id) or None


def lead_called(ctx: Context, lead_id: int | None) -> str:
    """站长张三; where nobody leads, the community."""
    return words.lead_called(lead_name(ctx, lead_id))


def one_named(
    ctx: Context, name: str, cannot: Callable[[WhyNot], Any], waiting: Waiting, place_id: int | None = None,
    fits: Callable[[KnownPerson], bool] = lambda _person: True, knows: Callable[[KnownPerson], bool] | None = None,
) -> KnownPerson:  # fmt: skip
    """The one person who is called so, here or at the place: of several who fit the only one who `knows` of the matter, else it is
    asked which. Raises Refuse.
    """
    found = people_called(ctx, name, place_id)
    if not found:
        raise Refuse(cannot(WhyNot.NOBODY))
    fitting = [each for each in found if fits(each)] if len(found) > 1 else []
    known = [each for each in fitting or found if knows(each)] if knows is not None and len(found) > 1 else []
    return known[0] if len(known) == 1 else only_one(ctx, name, fitting or found, waiting)
