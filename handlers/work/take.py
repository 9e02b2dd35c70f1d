"""接单: a ticket has one owner. Of two who take it at once one gets it, the other is told who."""

from datetime import datetime

from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move, Who, possible
from handlers.inbound import Reply
from handlers.texts import follow
from handlers.texts import work as words
from handlers.turn import Turn
from handlers.work.finding import Found, find, head_of
from handlers.work.moving import make
from handlers.work.news import tell_reporters
from handlers.work.orders import order
from handlers.work.parts import titled
from handlers.work.pictures import show_report
from storage.deadlines import open_deadlines
from storage.work_tickets import WorkTicket

ON_SITE = (Move.ARRIVE, Move.PLAN, Move.CREW, Move.HANDLE, Move.RETURN)


def take(turn: Turn) -> Reply:
    """Makes the ticket the sender's own."""
    found = find(turn, Move.TAKE)
    if isinstance(found, Reply):
        return found
    ticket = taken(turn, found)
    return Reply(
        words.TAKEN.format(head=head_of(ticket), due=due_line(turn, ticket), steps=next_steps(turn, ticket)).strip()
    )


def taken(turn: Turn, found: Found) -> WorkTicket:
    """The ticket in the sender's hands: as it is when it was theirs already, else taken now, and whoever had it is told."""
    ticket = found.ticket
    if Move.TAKE not in possible(ticket.state, found.parts):
        return ticket
    before = ticket.assignee_id
    owner = before if before in found.worker.people else found.worker.person_id
    ticket = make(turn, ticket, Move.TAKE, assignee_id=owner)
    who = titled(turn, found.worker.person_id, ticket.place_id)
    if before is not None and before != owner:
        text = words.TAKEN_INSTEAD.format(head=head_of(ticket), who=who)
        order(turn, ticket, before, "taken", text)
    tell_reporters(turn, ticket, follow.TAKEN.format(who=who))
    show_report(turn, ticket, found.worker.person_id)
    return ticket


def due_line(turn: Turn, ticket: WorkTicket) -> str:
    """By when what is promised: of a danger each of its three steps that is still open."""
    found = open_deadlines(turn.uow, ticket.number)
    together: dict[datetime, list[str]] = {}
    for kind in (DeadlineKind.SURVEY, DeadlineKind.PLAN, DeadlineKind.CREW, DeadlineKind.HANDLE):
        if kind in found:
            together.setdefault(found[kind].deadline.due_at, []).append(words.DEADLINE[kind])
    return words.dues([(words.moment(at, turn.config.zone, turn.now), what) for at, what in together.items()])


def next_steps(turn: Turn, ticket: WorkTicket, done: Move = Move.TAKE) -> str:
    """What the one who has it may say next, after what is `done`; of a danger's three steps those that are still open."""
    owed = open_deadlines(turn.uow, ticket.number)
    moves = [move for move in ON_SITE if move not in _STEPS or _STEPS[move] in owed]
    if ticket.urgency != "hazard" and done is Move.TAKE:
        moves.insert(0, Move.ARRIVE)
    allowed = possible(ticket.state, {Who.ASSIGNEE})
    return words.steps([move for move in moves if move in allowed], ticket.number)


_STEPS = {Move.ARRIVE: DeadlineKind.SURVEY, Move.PLAN: DeadlineKind.PLAN, Move.CREW: DeadlineKind.CREW}
