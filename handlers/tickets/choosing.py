"""Whom somebody means by a name, a role or a line of work: the person who gets a ticket."""

from collections.abc import Sequence

from governance.permissions import PERMISSIONS, Act
from governance.roles import Line, Role
from governance.serving import Servant
from governance.tickets.lifecycle import Move, Need
from governance.tickets.rights import TAKERS
from handlers.colleagues import Waiting, people_called, which_one
from handlers.context import Context
from handlers.conversation.questions import ask_slot
from handlers.outcomes import Refuse
from handlers.tickets.finding import Found
from handlers.tickets.outcomes import NobodyNamed, NobodyThere, NotReachable, NotStaff
from handlers.tickets.parts import acting_at, first_of
from storage.people import KnownPerson, terms_of
from storage.serving import reachable
from storage.work_tickets import load_of
from understanding.called import posts_said
from understanding.command_names import CommandName
from understanding.which_person import WHO
from understanding.whom import Whom

HANDS_ON = {Move.TRANSFER: CommandName.TRANSFER_TICKET, Move.DISPATCH: CommandName.DISPATCH_TICKET}
_LINE_ROLES = (Role.PART_TIME_GRID_WORKER, Role.DEPARTMENT_OFFICER)


def person_meant(ctx: Context, found: Found, whom: Whom, move: Move) -> int:
    """The one with this name, or of a line or role the one here with the fewest in hand. Raises Refuse."""
    if whom.name is not None:
        return _named(ctx, found, whom, move)
    acting = [s for s in acting_at(ctx, found.ticket.place_id) if s.person != found.ticket.assignee_id]
    line = None if whom.line is None else Line(whom.line)
    role = None if whom.role is None else Role(whom.role)
    if line is not None:
        those = first_of(ctx, [s for s in acting if s.line is line], _LINE_ROLES)
    else:
        those = first_of(ctx, acting, () if role is None else (role,))
    person = _least_busy(ctx, those)
    if person is None:
        raise Refuse(NobodyThere(found.ticket.place_text or "", role, line))
    return person


def _least_busy(ctx: Context, servants: Sequence[Servant]) -> int | None:
    load = load_of(ctx.uow, [servant.person for servant in servants])
    return min((s.person for s in servants), key=lambda person: (load.get(person, 0), person), default=None)


def _named(ctx: Context, found: Found, whom: Whom, move: Move) -> int:
    name = whom.name or ""
    staff = _reached(ctx, those_meant(ctx, found.ticket.place_id, whom), name)
    if not staff:
        people = people_called(ctx, name, found.ticket.place_id)
        _wait_for_another(ctx, found, move)
        raise Refuse(NotStaff(people[0].name) if people else NobodyNamed(name))
    waiting = Waiting(HANDS_ON[move], f"给{WHO} {whom.why}", found.ticket.number)
    only = len(staff) == 1 and not _holds_another_post(ctx, name, staff[0])
    one = staff[0] if only else which_one(ctx, name, staff, waiting)
    if not reachable(ctx.uow, [one.id]):
        _wait_for_another(ctx, found, move)
        raise Refuse(NotReachable(one.name))
    return one.id


def _wait_for_another(ctx: Context, found: Found, move: Move) -> None:
    """Whom it is given to may be said once more, without the ticket."""
    ask_slot(ctx, HANDS_ON[move], number=found.ticket.number, lacks=Need.WHOM.value)


def _reached(ctx: Context, staff: list[KnownPerson], name: str) -> list[KnownPerson]:
    """The same; where the one who is meant there has no phone bound, those of just this name who have."""
    if len(staff) != 1 or staff[0].name != name or reachable(ctx.uow, [staff[0].id]):
        return staff
    others = [each for each in people_called(ctx, name) if each.name == name and _works(ctx, each)]
    bound = reachable(ctx.uow, [each.id for each in others])
    return [each for each in others if each.id in bound] or staff


def those_meant(ctx: Context, place_id: int | None, whom: Whom) -> list[KnownPerson]:
    """The staff whom a name may mean for what lies there: of several the only one who may take it; else all of them."""
    staff = [person for person in people_called(ctx, whom.name or "", place_id) if _works(ctx, person)]
    if whom.role is not None:
        staff = [person for person in staff if _is(ctx, person, Role(whom.role))] or staff
    if len(staff) < 2:
        return staff
    there = {servant.person for servant in acting_at(ctx, place_id, PERMISSIONS[Act.TAKE])}
    return [person for person in staff if person.id in there] or staff


def _is(ctx: Context, person: KnownPerson, role: Role) -> bool:
    return any(term.role is role for term in terms_of(ctx.uow, person.id, ctx.now))


def _holds_another_post(ctx: Context, called: str, person: KnownPerson) -> bool:
    """Whether somebody is called by a post that they do not hold: then perhaps somebody else is meant."""
    offices = posts_said(called)
    return bool(offices) and person.name != called and not any(_is(ctx, person, Role(each)) for each in offices)


def _works(ctx: Context, person: KnownPerson) -> bool:
    return any(term.role in TAKERS for term in terms_of(ctx.uow, person.id, ctx.now))
