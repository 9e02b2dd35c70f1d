"""Several reports of one matter: offered to reporter and dispatcher, joined, and taken apart again."""

from collections.abc import Collection

from governance.ticket_numbers import is_ticket_number, last_digits
from governance.tickets.lifecycle import UNHANDLED, Move, Who
from governance.tickets.states import TicketState
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.texts import follow
from handlers.tickets.finding import find, found_again, meant, named_nowhere
from handlers.tickets.joining import join, locked_with
from handlers.tickets.moving import make, start_promises
from handlers.tickets.news import tell_reporters
from handlers.tickets.outcomes import Errand, ref
from handlers.tickets.own import mine_named
from handlers.tickets.permitting import Brought, permit
from handlers.tickets.request_commands import MergeTickets, UnmergeTicket
from handlers.tickets.request_outcomes import (
    ApartHow,
    IntoEnded,
    Merged,
    MergeWithWhich,
    MovedMeanwhile,
    NotIntoItself,
    TakenApart,
    Unmerged,
)
from handlers.tickets.taking_apart import take_apart
from storage.tickets import set_place
from storage.work_tickets import WorkTicket, work_ticket


@executes(MergeTickets)
def merge(command: MergeTickets, ctx: Context) -> Merged | MergeWithWhich | NotIntoItself | IntoEnded | MovedMeanwhile:
    """合并 N 到 M; into what M itself was merged, if it was. What lies nowhere goes with the other, and lies there from then on."""
    one = _one(ctx, command.ticket)
    into = locked_with(ctx, one, _other(ctx, one, command.into))
    found = found_again(ctx, one.number)
    parts = found.parts if one.place_id is not None else found.parts | found_again(ctx, into.number).parts
    by = parts - {Who.REPORTER}  # who only reported it joins by answering
    permit(ctx, found.ticket, by, Move.MERGE, Brought())
    if into.number == found.ticket.number:
        return NotIntoItself()
    if into.state not in UNHANDLED:
        return IntoEnded(into.number, into.state)
    join(ctx, found.ticket, into, by)
    if into.place_id is None and one.place_id is not None:
        set_place(ctx.uow, into.number, one.place_text or "", one.place_id, ctx.names)
    return Merged(ref(found.ticket), into.number)


def _one(ctx: Context, name: str | None) -> WorkTicket:
    """Which is to go into another. Raises Refuse."""
    nowhere = None if name is None else named_nowhere(ctx, name)
    return meant(ctx, name, Move.MERGE).ticket if nowhere is None else nowhere


def _other(ctx: Context, one: WorkTicket, name: str | None) -> WorkTicket:
    """Into which it goes; asked where that is not named, or by what names no ticket. Raises Refuse."""
    if name is None or not (is_ticket_number(name) or last_digits(name)):
        raise Refuse(MergeWithWhich(ref(one)))
    nowhere = named_nowhere(ctx, name)
    return meant(ctx, name, Errand.MERGE_INTO).ticket if nowhere is None else nowhere


@executes(UnmergeTicket)
def unmerge(command: UnmergeTicket, ctx: Context) -> Unmerged | TakenApart | ApartHow:
    """拆分 N: by who dispatches, or by its reporter. One that was not merged is taken apart where it tells of several matters."""
    mine = mine_named(ctx, command.ticket)
    merged = [each.own for each in mine if each.own.state is TicketState.MERGED]
    if len(merged) == 1:
        return _apart(ctx, work_ticket(ctx.uow, merged[0].number), {Who.REPORTER})
    open_own = [each.own for each in mine if each.own.state in UNHANDLED]
    if len(open_own) == 1 and command.ticket is not None:
        return take_apart(ctx, work_ticket(ctx.uow, open_own[0].number), command.parts)
    if command.ticket is not None:
        near = meant(ctx, command.ticket, Errand.SPLIT)
        if near.ticket.state in UNHANDLED and near.parts & {Who.ASSIGNEE, Who.DISPATCHER, Who.WORKER}:
            return take_apart(ctx, work_ticket(ctx.uow, near.ticket.number), command.parts)
    found = find(ctx, command.ticket, Move.UNMERGE)
    return _apart(ctx, found.ticket, found.parts)


def _apart(ctx: Context, ticket: WorkTicket, by: Collection[Who]) -> Unmerged:
    ticket = make(ctx, ticket, Move.UNMERGE, by, merged_into=None, assignee_id=None, by_hand=False)
    start_promises(ctx, ticket, ctx.now)
    ctx.uow.wake = True
    tell_reporters(ctx, ticket, follow.UNMERGED_FOR_YOU)
    return Unmerged(ref(ticket))
