"""What a reporter puts right or adds, and what they want whoever has it to know."""

from governance.notices import NoticeKind
from governance.tickets.states import ENDED
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.reporting.commands import CorrectReport, RelayToWorker
from handlers.reporting.outcomes import Corrected, NoSuchReport, NothingToUrge, PassedOn, RaisedToDanger
from handlers.reporting.raising import raise_to_danger
from handlers.reporting.texts import NOTICE_CORRECTED, NOTICE_SAID_MORE
from handlers.reporting.whereabouts import at
from handlers.tickets.finding import head_of
from handlers.tickets.moving import note_event
from handlers.tickets.notify import notify_staff
from handlers.tickets.own import mine_named
from storage.tickets import set_place
from storage.work_tickets import WorkTicket, work_ticket

LONGEST = 300


@executes(CorrectReport)
def correct(command: CorrectReport, ctx: Context) -> Corrected:
    """The place, where the words name one; else they are kept with the ticket. Whoever has it is told."""
    ticket = _open_one(ctx, command.ticket)
    place = command.reading.place if command.reading is not None else None
    where = None if place is None else at(ctx.places, place.place, command.right).text
    if place is not None and where is not None:
        set_place(ctx.uow, ticket.number, where, place.place, ctx.names)
        ctx.uow.wake = True
    note_event(ctx, ticket, "correct", command.right[:LONGEST])
    text = NOTICE_CORRECTED.format(head=head_of(ticket), right=where or command.right[:LONGEST])
    notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.REPLY, text)
    return Corrected(ticket.number, where or "", command.right)


@executes(RelayToWorker)
def relay(command: RelayToWorker, ctx: Context) -> PassedOn | RaisedToDanger:
    """Kept with the ticket, told to whoever has it; what turns out to be a danger is one from now on."""
    if command.danger is not None:
        raised = raise_to_danger(ctx, command.ticket, command.danger)
        if raised is not None:
            return raised
    ticket = _open_one(ctx, command.ticket)
    note_event(ctx, ticket, "reply", command.note[:LONGEST])
    text = NOTICE_SAID_MORE.format(head=head_of(ticket), note=command.note[:LONGEST])
    notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.REPLY, text)
    return PassedOn(ticket.number)


def _open_one(ctx: Context, name: str | None) -> WorkTicket:
    """The report that is named, or the latest that is open, locked; what it was merged into where it was. Raises Refuse."""
    mine = mine_named(ctx, name)
    if not mine:
        raise Refuse(NothingToUrge() if name is None else NoSuchReport(name.upper()))
    still_open = [each for each in mine if each.root.state not in ENDED] or mine
    return work_ticket(ctx.uow, still_open[0].root.number)
