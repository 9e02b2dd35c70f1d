"""退单, 转办, 派单: back for another dispatch, on to somebody else, or given by hand."""

from datetime import timedelta

from governance.notices import NoticeKind
from governance.roles import Role
from governance.texts import ROLE
from governance.tickets.lifecycle import Move
from governance.tickets.rights import SUPERVISORS
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.texts import follow
from handlers.texts import work as words
from handlers.tickets.assigning import assign
from handlers.tickets.choosing import person_meant
from handlers.tickets.commands import DispatchTicket, ReturnTicket, SuperviseTicket, TransferTicket
from handlers.tickets.finding import Found, find, head_of
from handlers.tickets.moving import make
from handlers.tickets.news import tell_reporters
from handlers.tickets.notify import notify_staff
from handlers.tickets.outcomes import AlreadyTheirs, HandedOn, JustDispatched, Returned, Supervised, ToYourself, ref
from handlers.tickets.parts import DISPATCHERS, called, first_reached, titled
from handlers.tickets.permitting import Brought
from storage.people import names_of
from storage.ticket_events import last_done
from understanding.hurrying import presses
from understanding.whom import Whom

SAME_MOMENT = timedelta(minutes=1)
"""Who dispatches what somebody else has dispatched so lately has not seen it."""


@executes(ReturnTicket)
def give_back(command: ReturnTicket, ctx: Context) -> Returned:
    """Back to those who dispatch."""
    found, note = find(ctx, command.ticket, Move.RETURN, Brought(command.note)), command.note
    n = words.short(found.ticket.number)
    ticket = make(ctx, found.ticket, Move.RETURN, found.parts, note, assignee_id=None)
    others = first_reached(ctx, ticket.place_id, DISPATCHERS, but=found.worker.people)
    text = words.RETURNED_TO_YOU.format(who=found.worker.name, head=head_of(ticket), note=note, n=n)
    notify_staff(ctx, ticket, others, NoticeKind.RETURNED, text)
    tell_reporters(ctx, ticket, follow.RETURNED, whose=True)
    return Returned(ref(ticket), note, called(ctx, others) or ROLE[Role.DISPATCHER])


@executes(TransferTicket)
def transfer(command: TransferTicket, ctx: Context) -> HandedOn | AlreadyTheirs | ToYourself | Supervised:
    """On to somebody else."""
    found, whom = _meant(ctx, command.ticket, Move.TRANSFER, command.whom)
    person = person_meant(ctx, found, whom, Move.TRANSFER)
    if person == found.worker.person_id != found.ticket.assignee_id:
        return ToYourself(ref(found.ticket))
    return _hand_on(ctx, found, person, Move.TRANSFER, command.note)


@executes(DispatchTicket)
def dispatch(command: DispatchTicket, ctx: Context) -> HandedOn | AlreadyTheirs | JustDispatched | Supervised:
    """To somebody, by hand; asked again when another dispatcher has just given it to somebody else."""
    found, whom = _meant(ctx, command.ticket, Move.DISPATCH, command.whom)
    person = person_meant(ctx, found, whom, Move.DISPATCH)
    if not command.again and person != found.ticket.assignee_id:
        just = _just_dispatched(ctx, found, person)
        if just is not None:
            return just
    return _hand_on(ctx, found, person, Move.DISPATCH, command.note)


def _meant(ctx: Context, name: str | None, move: Move, whom: Whom | None) -> tuple[Found, Whom]:
    found = find(ctx, name, move, Brought(whom=whom is not None))
    if whom is None:
        raise LookupError("the table lets nobody hand on to nobody")
    return found, whom


def _hand_on(ctx: Context, found: Found, person: int, move: Move, note: str) -> HandedOn | AlreadyTheirs | Supervised:
    """What presses for haste in words to whose it is already, is passed on to them."""
    who = titled(ctx, person, found.ticket.place_id)
    if person == found.ticket.assignee_id:
        if move is Move.DISPATCH and presses(note) and {term.role for term in found.worker.terms} & SUPERVISORS:
            told: Supervised = execute(SuperviseTicket(found.ticket.number, note), ctx)
            return told
        return AlreadyTheirs(ref(found.ticket), who)
    assign(ctx, found.ticket, person, move, found.parts, note, by=found.worker.name)
    return HandedOn(ref(found.ticket), move, who)


def _just_dispatched(ctx: Context, found: Found, person: int) -> JustDispatched | None:
    last = last_done(ctx.uow, found.ticket.number, [Move.DISPATCH])
    owner = found.ticket.assignee_id
    if last is None or last.person_id in (None, found.worker.person_id) or owner is None:
        return None
    if ctx.now - last.at >= SAME_MOMENT:
        return None
    names = names_of(ctx.uow, [p for p in (last.person_id, person) if p is not None])
    who = titled(ctx, owner, found.ticket.place_id)
    return JustDispatched(ref(found.ticket), names.get(last.person_id or 0, ""), last.at, who, names.get(person, ""))
