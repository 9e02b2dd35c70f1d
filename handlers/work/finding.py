"""Which ticket somebody means, and what to say when it can't be, or may not be moved."""

from collections.abc import Sequence
from dataclasses import dataclass

from governance.permissions import PERMISSIONS, Act
from governance.ticket_numbers import is_ticket_number
from governance.tickets.lifecycle import Move, Who, possible, step
from governance.tickets.states import TicketState
from handlers import texts
from handlers.inbound import Reply
from handlers.posts import refused
from handlers.texts import work as words
from handlers.turn import Turn
from handlers.work.parts import Worker, parts_of, sees, titled, worker_of
from handlers.workplace import numbers_named, places_of_terms
from storage.work_tickets import (
    WorkTicket,
    assigned_to,
    open_at_places,
    open_without_place,
    work_ticket,
    work_tickets,
)
from understanding.normalise import tidy

MOST = 60


@dataclass(frozen=True)
class Found:
    """A ticket, locked, with what the sender is towards it."""

    ticket: WorkTicket
    parts: frozenset[Who]
    worker: Worker


def find(turn: Turn, *moves: Move, verb: str = "") -> Found | Reply:
    """The ticket that the sender names and may move so; without a name the only one it can be. Else what to answer.

    Without moves it is any that the sender has to do with, and `verb` what they want. The ticket is read again under its
    lock: what another did a moment ago is seen.
    """
    worker = worker_of(turn)
    if worker is None:
        return Reply(refused(turn, Act.TAKE))
    name = turn.meaning.ticket if turn.meaning else None
    near = _near(turn, worker, name)
    fitting = [found for found in near if _may(found, moves)]
    if name is None:
        return _only(turn, fitting, moves, verb or words.VERB[moves[0]])
    choice = fitting or near
    if not choice:
        return _nowhere(turn, worker, name)
    if len(choice) > 1:
        return Reply(texts.several(name.upper(), [found.ticket.number for found in choice]))
    return _locked(turn, choice[0], moves)


def _locked(turn: Turn, near: Found, moves: Sequence[Move]) -> Found | Reply:
    locked = work_ticket(turn.uow, near.ticket.number)
    found = Found(locked, parts_of(turn, near.worker, locked), near.worker)
    return found if _may(found, moves) else cannot(turn, found, moves[0])


def cannot(turn: Turn, found: Found, move: Move) -> Reply:
    """Why the sender can't make this move, and what is possible instead."""
    ticket, n = found.ticket, words.short(found.ticket.number)
    head = words.head(ticket.number, ticket.summary)
    verb = words.VERB[move]
    if move in (Move.VERIFY, Move.REJECT) and Who.ASSIGNEE in found.parts and ticket.state is TicketState.HANDLED:
        return Reply(words.OWN_WORK.format(head=head))
    row = step(move, ticket.state)
    if ticket.assignee_id is not None and Who.ASSIGNEE not in found.parts:
        who = titled(turn, ticket.assignee_id, ticket.place_id)
        if move is Move.TAKE and ticket.state is TicketState.IN_PROGRESS and ticket.taken_at is not None:
            at = words.moment(ticket.taken_at, turn.config.zone, turn.now)
            return Reply(words.TAKEN_BY.format(head=head, who=who, at=at))
        if row is not None and Who.ASSIGNEE in row.by:
            return Reply(words.IN_HAND_OF.format(head=head, who=who, verb=verb, n=n))
    if row is not None:
        return Reply(refused(turn, _ACT.get(move, Act.DISPATCH), ticket.place_id))
    now_possible = words.possible(possible(ticket.state, found.parts - {Who.SYSTEM}), ticket.number)
    state = texts.STATE[ticket.state]
    return Reply(words.CANNOT.format(head=head, state=state, verb=verb, possible=now_possible))


def head_of(ticket: WorkTicket) -> str:
    """The ticket in half a line, with its place."""
    return words.head(ticket.number, ticket.summary, ticket.place_text)


def said(turn: Turn) -> str:
    """What follows the command, in the writer's own letters and punctuation."""
    rest = (turn.meaning.rest if turn.meaning else None) or ""
    at = turn.words.lower().find(rest)
    if not rest or at < 0:
        return rest
    own = tidy(turn.inbound.text or "")
    written = own if len(own) == len(turn.words) else turn.words
    return written[at:].strip(" ,，:：")


_ACT = {
    Move.TAKE: Act.TAKE,
    Move.VERIFY: Act.VERIFY,
    Move.REJECT: Act.VERIFY,
    Move.SUSPEND: Act.CLOSE,
    Move.ESCALATE: Act.CLOSE,
}
"""The right that a refusal names; for the others it is dispatching."""

_TAKES_FIRST = frozenset({Move.ARRIVE, Move.PLAN, Move.CREW, Move.HANDLE})
"""Who says one of these of a ticket that is theirs to take has taken it."""


def _may(found: Found, moves: Sequence[Move]) -> bool:
    return not moves or any(_allowed(found, move) for move in moves)


def _allowed(found: Found, move: Move) -> bool:
    row = step(move, found.ticket.state)
    if row is not None:
        return bool(row.by & found.parts)
    if move not in _TAKES_FIRST or Who.ASSIGNEE not in found.parts:
        return False
    return step(Move.TAKE, found.ticket.state) is not None


def _near(turn: Turn, worker: Worker, name: str | None) -> list[Found]:
    """The tickets that the sender can mean, each once."""
    if name is not None:
        tickets = work_tickets(turn.uow, numbers_named(turn, name))
        tickets += [t for t in assigned_to(turn.uow, sorted(worker.people)) if _ends(t.number, name)]
    else:
        tickets = assigned_to(turn.uow, sorted(worker.people)) + there(turn, worker)
    once = {ticket.number: ticket for ticket in tickets}
    found = [Found(ticket, parts_of(turn, worker, ticket), worker) for ticket in once.values()]
    return [each for each in found if each.parts - {Who.REPORTER}]


def there(turn: Turn, worker: Worker) -> list[WorkTicket]:
    """What is open where the sender works."""
    terms = [term for term in worker.terms if term.role in PERMISSIONS[Act.SEE]]
    here = open_at_places(turn.uow, places_of_terms(turn, terms), MOST)
    roots = set(turn.places.roots())
    return here + (open_without_place(turn.uow, MOST) if any(term.place_id in roots for term in terms) else [])


def _only(turn: Turn, fitting: Sequence[Found], moves: Sequence[Move], verb: str) -> Found | Reply:
    mine = [found for found in fitting if Who.ASSIGNEE in found.parts] or list(fitting)
    if not mine:
        return Reply(words.NOTHING_TO.format(verb=verb))
    if len(mine) > 1:
        listed = "\n".join(head_of(found.ticket) for found in mine[: texts.MOST_LISTED])
        example = f"{verb} {words.short(mine[0].ticket.number)}"
        return Reply(words.WHICH.format(verb=verb, example=example, listed=listed))
    return _locked(turn, mine[0], moves)


def _nowhere(turn: Turn, worker: Worker, name: str) -> Reply:
    elsewhere = [t for t in work_tickets(turn.uow, numbers_named(turn, name)) if not sees(turn, worker, t)]
    if elsewhere:
        return Reply(refused(turn, Act.TAKE, elsewhere[0].place_id))
    return Reply(words.NOT_FOR_YOU.format(name=name.upper()))


def _ends(number: str, name: str) -> bool:
    if is_ticket_number(name):
        return number == name.upper()
    return int(number.rpartition("-")[2]) == int(name.rpartition("-")[2])
