"""退单, 转办, 派单: back for another dispatch, on to somebody else, or given by hand."""

from collections.abc import Sequence

from governance.roles import STAFF, Line, Role
from governance.serving import Servant
from governance.texts import LINE, ROLE
from governance.tickets.lifecycle import Move
from handlers.inbound import Reply
from handlers.posts import communities_of
from handlers.texts import follow
from handlers.texts import people as people_words
from handlers.texts import work as words
from handlers.turn import Turn
from handlers.work.assigning import assign
from handlers.work.details import ask_detail, with_note
from handlers.work.finding import Found, find, head_of, said
from handlers.work.moving import make
from handlers.work.news import tell_reporters
from handlers.work.orders import order
from handlers.work.parts import DISPATCHERS, acting_at, called, first_of, first_reached, titled
from storage.people import KnownPerson, people_named, terms_of
from storage.serving import reachable
from storage.work_tickets import load_of
from understanding.whom import Whom, whom_in


def give_back(turn: Turn) -> Reply:
    """退单 N reason: back to those who dispatch."""
    meant = with_note(turn, words.WHY_RETURN, Move.RETURN)
    if isinstance(meant, Reply):
        return meant
    found, note = meant
    n = words.short(found.ticket.number)
    ticket = make(turn, found.ticket, Move.RETURN, note, assignee_id=None)
    others = first_reached(turn, ticket.place_id, DISPATCHERS, but=found.worker.people)
    text = words.RETURNED_TO_YOU.format(who=found.worker.name, head=head_of(ticket), note=note, n=n)
    order(turn, ticket, others, "returned", text)
    tell_reporters(turn, ticket, follow.RETURNED)
    who = called(turn, others) or ROLE[Role.DISPATCHER]
    return Reply(words.RETURNED.format(head=head_of(ticket), note=note, who=who))


def transfer(turn: Turn) -> Reply:
    """转办 N to whom."""
    return _hand_on(turn, Move.TRANSFER)


def dispatch(turn: Turn) -> Reply:
    """派单 N to whom, by hand."""
    return _hand_on(turn, Move.DISPATCH)


def _hand_on(turn: Turn, move: Move) -> Reply:
    found = find(turn, move)
    if isinstance(found, Reply):
        return found
    n = words.short(found.ticket.number)
    whom = whom_in(said(turn).lower())
    if whom is None:
        return ask_detail(turn, found.ticket, words.TO_WHOM.format(n=n, verb=words.VERB[move]))
    person = _person(turn, found, whom)
    if isinstance(person, str):
        return Reply(person)
    who = titled(turn, person, found.ticket.place_id)
    if person == found.ticket.assignee_id:
        return Reply(words.ALREADY_THEIRS.format(head=head_of(found.ticket), who=who))
    if person == found.worker.person_id and move is Move.TRANSFER:
        return Reply(words.TO_YOURSELF.format(n=n))
    assign(turn, found.ticket, person, move, whom.why, by=found.worker.name)
    return Reply(words.HANDED_ON.format(verb=words.VERB[move], head=head_of(found.ticket), who=who))


def _person(turn: Turn, found: Found, whom: Whom) -> int | str:
    """The person who is meant: by name, or of a line or role the one here with the fewest in hand; else what is wrong."""
    if whom.name is not None:
        return _named(turn, found, whom.name)
    place = found.ticket.place_text or ""
    acting = [s for s in acting_at(turn, found.ticket.place_id) if s.person != found.ticket.assignee_id]
    if whom.line is not None:
        line = Line(whom.line)
        those = first_of(turn, [s for s in acting if s.line is line], _LINE_ROLES)
        return _least_busy(turn, those) or words.NOBODY_THERE.format(
            place=place, whom=words.LINE_STAFF.format(line=LINE[line])
        )
    assert whom.role is not None
    role = Role(whom.role)
    those = first_of(turn, acting, (role,))
    return _least_busy(turn, those) or words.NOBODY_THERE.format(place=place, whom=ROLE[role])


_LINE_ROLES = (Role.PART_TIME_GRID_WORKER, Role.DEPARTMENT_OFFICER)
_TAKERS = STAFF - {Role.BUILDING_LEADER}


def _least_busy(turn: Turn, servants: Sequence[Servant]) -> int | None:
    load = load_of(turn.uow, [servant.person for servant in servants])
    return min((s.person for s in servants), key=lambda person: (load.get(person, 0), person), default=None)


def _named(turn: Turn, found: Found, name: str) -> int | str:
    people = people_named(turn.uow, name)
    if not people:
        return people_words.NOBODY_NAMED.format(name=name)
    staff = [person for person in people if _works(turn, person)]
    if not staff:
        return words.NOT_STAFF.format(who=people[0].name)
    if len(staff) > 1:
        here = {servant.person for servant in acting_at(turn, found.ticket.place_id)}
        staff = [person for person in staff if person.id in here] or _same_community(turn, found, staff)
    if len(staff) > 1:
        codes = "、".join(person.code for person in staff[:5])
        return people_words.SEVERAL_NAMED.format(name=name, count=len(staff), codes=codes)
    if not reachable(turn.uow, [staff[0].id]):
        return words.NOT_REACHABLE.format(who=staff[0].name)
    return staff[0].id


def _same_community(turn: Turn, found: Found, people: list[KnownPerson]) -> list[KnownPerson]:
    mine = communities_of(turn, list(found.worker.terms))
    near = [p for p in people if mine & communities_of(turn, terms_of(turn.uow, p.id, turn.now))]
    return near or people


def _works(turn: Turn, person: KnownPerson) -> bool:
    return any(term.role in _TAKERS for term in terms_of(turn.uow, person.id, turn.now))
