"""The sender as somebody who serves, and what they may lead."""

from dataclasses import dataclass

from governance.permissions import Act, may_at
from governance.roles import Role, Term
from governance.texts import ROLE
from handlers.context import Context
from handlers.inbound import Reply
from handlers.posts import rights_area, sender
from handlers.texts import duty as words
from handlers.texts import service
from handlers.turn import Turn
from storage.duty.members import qualifications_of
from storage.duty.shifts import ShiftRow
from storage.people import KnownPerson, names_of, people_named, terms_of


@dataclass(frozen=True)
class Member:
    """A person of the roster with their terms."""

    person_id: int
    name: str
    terms: tuple[Term, ...]

    def holds(self, role: Role) -> bool:
        """Whether they hold this role anywhere."""
        return any(term.role is role for term in self.terms)


def member(turn: Turn) -> Member | Reply:
    """The sender; an answer that says how to bind where they are not known."""
    person = sender(turn)
    if person is None or person.left:
        return Reply(service.BIND_FIRST)
    return Member(person.id, person.name, tuple(terms_of(turn.uow, person.id, turn.now)))


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


def lead_called(ctx: Context, lead_id: int | None) -> str:
    """站长张三; where nobody leads, the community."""
    name = names_of(ctx.uow, [lead_id]).get(lead_id, "") if lead_id is not None else ""
    return words.LEAD_OF_STATION.format(name=name) if name else words.LEAD_OF_COMMUNITY


def one_named(turn: Turn, name: str) -> KnownPerson | str:
    """The one person with this name or code; else why it is not clear (a key of texts.duty.SWAP_WHY)."""
    found = people_named(turn.uow, name)
    if not found:
        return "nobody"
    return found[0] if len(found) == 1 else "several"
