"""应急领办: a ticket needs somebody from outside at once; of many who answer the first comes, the others hear who."""

from governance.notices import NoticeKind
from governance.projects.take_on import CallState, clock_of
from governance.roles import Role
from governance.tickets.lifecycle import Move, possible
from governance.tickets.sensitive import is_sensitive
from handlers.catalogue import executes
from handlers.context import Context
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.posts import sender_terms
from handlers.projects import words
from handlers.projects.calling import end_call, fitting_units, go_on
from handlers.projects.commands import CallTakeOn, TakeOn
from handlers.projects.finding import unit_meant, units_of_sender
from handlers.projects.take_on_outcomes import (
    CalledAlready,
    CalledByNobody,
    HelpCalled,
    HelpTaken,
    NoCallNow,
    NoHelper,
    WhichCall,
)
from handlers.tickets.finding import find, head_of
from handlers.tickets.moving import make, note_event
from handlers.tickets.naming import numbers_named
from handlers.tickets.news import tell_reporters
from handlers.tickets.outcomes import ref
from handlers.tickets.parts import parts_of, titled, worker_of
from storage.organisations import OrganisationRow, organisation
from storage.serving import followed_accounts
from storage.take_ons import CallRow, accounts_called, last_call, lock_call, make_call, running_call, running_calls
from storage.work_tickets import WorkTicket, work_ticket, work_tickets

CREWS = frozenset({Role.REPAIR_CREW, Role.PART_TIME_GRID_WORKER})


@executes(CallTakeOn)
def call_for_help(command: CallTakeOn, ctx: Context) -> HelpCalled | CalledAlready | CalledByNobody:
    """Crews and units that offer what fits are called now; all units after an hour; after two the leads hear of it."""
    found = find(ctx, command.ticket, Move.DISPATCH)
    ticket = found.ticket
    if is_sensitive(ticket.category):
        raise Refuse(CalledByNobody(ref(ticket)))
    call = make_call(ctx.uow, ticket.number, command.note or None, ctx.person_id, ctx.now, ctx.now)
    if call is None:
        runs = running_call(ctx.uow, ticket.number)
        raise Refuse(CalledAlready(ref(ticket), ctx.now if runs is None else runs.called_at))
    note_event(ctx, ticket, "call_help", command.note or None)
    go_on(ctx, call, ticket)
    clock = clock_of(call.called_at, ctx.config.rules)
    people = len(accounts_called(ctx.uow, call.id))
    units = tuple(fitting_units(ctx, call, ticket).values())
    return HelpCalled(ref(ticket), people, units, clock.wider_at, clock.due_at)


@executes(TakeOn)
def take_on(command: TakeOn, ctx: Context) -> HelpTaken | NoCallNow | WhichCall | NoHelper:
    """The first who answers has it: the ticket is locked, then the call."""
    unit = _helper(ctx, command)
    named = _call_meant(ctx, command.ticket)
    ticket = work_ticket(ctx.uow, named.ticket_number)
    call = lock_call(ctx.uow, named.id)
    assert call is not None
    if call.state is not CallState.CALLING:
        return NoCallNow(ref(ticket), call.state, _taker(ctx, call, ticket), call.taken_at)
    assert ctx.person_id is not None
    who = unit.name if unit is not None else titled(ctx, ctx.person_id, ticket.place_id)
    told = accounts_called(ctx.uow, call.id)
    values = {"taken_by": ctx.person_id, "taken_at": ctx.now, "organisation_id": None if unit is None else unit.id}
    end_call(ctx, call, CallState.TAKEN, **values)
    note_event(ctx, ticket, "take_on", who)
    moved = ticket if unit is not None else _into_hand(ctx, ticket)
    _tell(ctx, call, moved, who, told)
    caller = "" if call.called_by is None else titled(ctx, call.called_by, ticket.place_id)
    return HelpTaken(ref(ticket), ticket.place_text or "", who, call.note, caller)


def _helper(ctx: Context, command: TakeOn) -> OrganisationRow | None:
    """The unit that the sender speaks for; None for a crew. Raises Refuse for anybody else."""
    if units_of_sender(ctx) or command.unit:
        return unit_meant(ctx, command.unit)
    if not any(term.role in CREWS for term in sender_terms(ctx)):
        raise Refuse(NoHelper(ctx.person_id is not None))
    return None


def _call_meant(ctx: Context, name: str | None) -> CallRow:
    """The call for the ticket that is named, also one that is over; else the only one that runs. Raises Refuse."""
    running = running_calls(ctx.uow)
    if name is None:
        if not running:
            raise Refuse(NoCallNow(None, None, "", None))
        return _only(ctx, running)
    numbers = numbers_named(ctx, name)
    fitting = [call for call in running if call.ticket_number in numbers]
    if fitting:
        return _only(ctx, fitting)
    past = [call for ticket in work_tickets(ctx.uow, numbers) if (call := last_call(ctx.uow, ticket.number))]
    if not past:
        raise Refuse(NoCallNow(None, None, name, None))
    return max(past, key=lambda call: call.id)


def _only(ctx: Context, calls: list[CallRow]) -> CallRow:
    if len(calls) > 1:
        raise Refuse(WhichCall(tuple(ref(each) for each in work_tickets(ctx.uow, [c.ticket_number for c in calls]))))
    return calls[0]


def _taker(ctx: Context, call: CallRow, ticket: WorkTicket) -> str:
    if call.organisation_id is not None:
        unit = organisation(ctx.uow, call.organisation_id)
        return "" if unit is None else unit.name
    return "" if call.taken_by is None else titled(ctx, call.taken_by, ticket.place_id)


def _into_hand(ctx: Context, ticket: WorkTicket) -> WorkTicket:
    """What nobody has is the crew's that comes, where it may take tickets there; else whoever has it goes on."""
    worker = worker_of(ctx, ctx.person_id)
    parts = parts_of(ctx, worker, ctx.account_id, ticket)
    if worker is None or ticket.assignee_id is not None or Move.TAKE not in possible(ticket.state, parts):
        return ticket
    return make(ctx, ticket, Move.TAKE, parts, assignee_id=worker.person_id)


def _tell(ctx: Context, call: CallRow, ticket: WorkTicket, who: str, told: list[int]) -> None:
    """Those who were called need not come; who called and whose it is meet them; who reported it hears of it."""
    head = head_of(ticket)
    text = words.CALL_TAKEN.format(head=head, who=who)
    ours = {each for each in (call.called_by, ticket.assignee_id) if each is not None}
    meet = followed_accounts(ctx.uow, sorted(ours))
    number = ticket.number
    tell(
        ctx, [each for each in told if each not in meet], f"taken-on:{call.id}", NoticeKind.TAKE_ON, text, number=number
    )
    text = words.CALL_TAKEN_TO_STAFF.format(head=head, who=who)
    tell(ctx, meet, f"taken-on:{call.id}", NoticeKind.TAKE_ON, text, number=number)
    tell_reporters(ctx, ticket, words.TAKEN_FOR_YOU.format(who=who))
