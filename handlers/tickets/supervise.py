"""督办, 备注, 议事, 不是隐患: what is said of a ticket by those above and beside it."""

from governance.notices import NoticeKind
from governance.roles import Role
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import UNHANDLED, Move
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.reporting.commands import RelayToWorker
from handlers.reporting.danger_outcomes import RaisedToDanger
from handlers.reporting.outcomes import PassedOn
from handlers.reporting.raising import raise_ticket
from handlers.texts import follow
from handlers.texts import work as words
from handlers.tickets.commands import AddRemark, StandDown, SuperviseTicket, TakeToCouncil
from handlers.tickets.finding import find, head_of
from handlers.tickets.moving import make, note_event
from handlers.tickets.news import tell_reporters
from handlers.tickets.notify import notify_staff
from handlers.tickets.outcomes import AtCouncil, Errand, Remarked, StoodDown, Supervised, ref
from handlers.tickets.own import mine_named
from handlers.tickets.parts import DISPATCHERS, HEADS, all_reached, called, first_reached, titled, worker_of
from handlers.tickets.permitting import Brought
from handlers.tickets.urgency import stood_down
from storage.deadlines import meet_deadlines
from understanding.request_told import tells_of_contact


@executes(SuperviseTicket)
def supervise(command: SuperviseTicket, ctx: Context) -> Supervised:
    """Told to whom it concerns and to the heads; where that is nobody else, to who dispatches there."""
    found = find(ctx, command.ticket, Errand.SUPERVISE, Brought(command.note))
    ticket, note = found.ticket, command.note
    note_event(ctx, ticket, "supervise", note)
    text = words.SUPERVISED_TO_YOU.format(head=head_of(ticket), who=found.worker.name, note=note)
    known = {ticket.assignee_id, *found.worker.people}
    heads = [s for s in all_reached(ctx, ticket.place_id, HEADS) if s.person not in known]
    notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.SUPERVISE, text)
    if not heads and (ticket.assignee_id is None or Role.GRID_HEAD not in {term.role for term in found.worker.terms}):
        heads = first_reached(ctx, ticket.place_id, DISPATCHERS)
    notify_staff(ctx, ticket, heads, NoticeKind.SUPERVISE, text)
    who = titled(ctx, ticket.assignee_id, ticket.place_id) if ticket.assignee_id is not None else called(ctx, heads)
    return Supervised(ref(ticket), who)


@executes(AddRemark)
def remark(command: AddRemark, ctx: Context) -> Remarked | PassedOn | RaisedToDanger:
    """Kept with the ticket; a reporter's word is told to whoever has it as well. What tells of a danger makes the ticket one."""
    if mine_named(ctx, command.ticket) and (command.ticket is not None or worker_of(ctx, ctx.person_id) is None):
        told: PassedOn = execute(RelayToWorker(command.ticket, command.note), ctx)
        return told
    found = find(ctx, command.ticket, Errand.REMARK, Brought(command.note))
    if command.danger is not None and found.ticket.state in UNHANDLED:
        return raise_ticket(ctx, found.ticket, command.danger)
    note_event(ctx, found.ticket, "remark", command.note)
    if found.ticket.assignee_id in found.worker.people and tells_of_contact(command.note):
        meet_deadlines(ctx.uow, found.ticket.number, [DeadlineKind.CONTACT], ctx.now)
    return Remarked(ref(found.ticket), command.note)


@executes(TakeToCouncil)
def to_council(command: TakeToCouncil, ctx: Context) -> AtCouncil:
    """To the council; it comes back by another dispatch."""
    found = find(ctx, command.ticket, Move.ESCALATE, Brought(command.note))
    before, note = found.ticket.assignee_id, command.note
    ticket = make(ctx, found.ticket, Move.ESCALATE, found.parts, note, assignee_id=None)
    notify_staff(ctx, ticket, before, NoticeKind.COUNCIL, words.COUNCIL_TAKES.format(head=head_of(ticket), note=note))
    tell_reporters(ctx, ticket, follow.COUNCIL.format(note=note))
    return AtCouncil(ref(ticket))


@executes(StandDown)
def stand_down(command: StandDown, ctx: Context) -> StoodDown:
    """No danger after all: from the report on it is promised as usual, and whose it is hears so."""
    found = find(ctx, command.ticket, Move.STAND_DOWN, Brought(command.note))
    ticket, urgency = stood_down(ctx, found.ticket, found.parts, command.note)
    return StoodDown(ref(ticket), command.note, urgency, mine=ticket.assignee_id in found.worker.people)
