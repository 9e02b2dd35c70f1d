"""接单: a ticket has one owner. Of two who take it at once one gets it, the other is told who."""

from datetime import datetime

from governance.notices import NoticeKind
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move, Who, possible
from governance.tickets.permits import ON_SITE
from governance.tickets.sensitive import is_sensitive
from governance.tickets.urgency import Urgency
from handlers.catalogue import executes
from handlers.context import Context
from handlers.texts import follow
from handlers.texts import work as words
from handlers.tickets.commands import TakeTicket
from handlers.tickets.finding import Found, find, head_of
from handlers.tickets.moving import make
from handlers.tickets.news import tell_reporters
from handlers.tickets.notify import notify_staff
from handlers.tickets.outcomes import Ahead, Taken, ref
from handlers.tickets.parts import titled
from handlers.tickets.permitting import reached
from handlers.tickets.pictures import show_report
from storage.deadlines import open_deadlines
from storage.work_tickets import WorkTicket

_NEXT = (*ON_SITE, Move.HANDLE, Move.RETURN)
_DUE = (*ON_SITE.values(), DeadlineKind.HANDLE)


@executes(TakeTicket)
def take(command: TakeTicket, ctx: Context) -> Taken:
    """Makes the ticket the sender's own."""
    ticket = taken(ctx, find(ctx, command.ticket, Move.TAKE))
    return Taken(ref(ticket), ahead_of(ctx, ticket))


def taken(ctx: Context, found: Found) -> WorkTicket:
    """The ticket in the sender's hands: as it is when it was theirs already, else taken now, and whoever had it is told."""
    ticket = found.ticket
    if Move.TAKE not in possible(ticket.state, found.parts):
        return ticket
    before = ticket.assignee_id
    owner = before if before in found.worker.people else found.worker.person_id
    ticket = make(ctx, ticket, Move.TAKE, found.parts, assignee_id=owner)
    who = titled(ctx, found.worker.person_id, ticket.place_id)
    if before is not None and before != owner:
        text = words.TAKEN_INSTEAD.format(head=head_of(ticket), who=who)
        notify_staff(ctx, ticket, before, NoticeKind.TAKEN, text)
    tell_reporters(ctx, ticket, follow.TAKEN.format(who=who))
    show_report(ctx, ticket, found.worker.person_id)
    return ticket


def ahead_of(ctx: Context, ticket: WorkTicket, done: Move = Move.TAKE) -> Ahead:
    """By when what is promised, and what who has it may say next, after what is `done`; of a danger's steps the open ones."""
    owed = open_deadlines(ctx.uow, ticket.number)
    together: dict[datetime, list[DeadlineKind]] = {}
    for kind in _DUE:
        if kind in owed:
            together.setdefault(owed[kind].deadline.due_at, []).append(kind)
    person = is_sensitive(ticket.category)
    moves = [move for move in _NEXT if move not in ON_SITE or ON_SITE[move] in owed]
    if person and not reached(ctx, ticket):
        moves.insert(moves.index(Move.HANDLE), Move.REACH)
    if ticket.urgency != Urgency.HAZARD and done is Move.TAKE:
        moves.insert(0, Move.ARRIVE)
    allowed = possible(ticket.state, {Who.ASSIGNEE}, person=person)
    dues = tuple((at, tuple(kinds)) for at, kinds in together.items())
    return Ahead(dues, tuple(move for move in moves if move in allowed))
