"""撤销派单: a dispatch that nobody has acted on yet is taken back; owner, state and deadlines are as they were."""

from governance.notices import NoticeKind
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.escalation import next_instant
from governance.tickets.lifecycle import Move
from governance.tickets.states import TicketState
from handlers.catalogue import executes
from handlers.context import Context
from handlers.texts import follow
from handlers.texts import work as words
from handlers.tickets.commands import UndoDispatch
from handlers.tickets.finding import find, head_of
from handlers.tickets.moving import make
from handlers.tickets.news import tell_reporters, unsay_whose
from handlers.tickets.notify import notify_staff
from handlers.tickets.outcomes import DispatchUndone, NoDispatchToUndo, ref
from handlers.tickets.parts import titled
from storage.deadlines import drop_deadlines, ended_at, revive
from storage.ticket_events import Done, last_done
from storage.work_tickets import WorkTicket

_STARTED = (DeadlineKind.TAKE,)
_MET = (DeadlineKind.ACCEPT, DeadlineKind.TAKE)
"""What the dispatch started, and what it met."""


@executes(UndoDispatch)
def undo_dispatch(command: UndoDispatch, ctx: Context) -> DispatchUndone | NoDispatchToUndo:
    """Back to whose it was; both are told, once."""
    found = find(ctx, command.ticket, Move.UNDO_DISPATCH)
    last = last_done(ctx.uow, found.ticket.number, [Move.DISPATCH, Move.UNDO_DISPATCH])
    if last is None:
        raise LookupError("dispatched, and by no event")
    if last.kind == Move.UNDO_DISPATCH:
        return NoDispatchToUndo(ref(found.ticket))
    gone, owner = found.ticket.assignee_id, last.owner_before
    ticket = make(
        ctx, found.ticket, Move.UNDO_DISPATCH, found.parts, back_to=last.before or TicketState.ACCEPTED, assignee_id=owner,
        dispatched_at=_dispatched_before(ctx, found.ticket, last), by_hand=True,
    )  # fmt: skip
    _deadlines_again(ctx, ticket.number, last)
    name = found.worker.name
    notify_staff(ctx, ticket, gone, NoticeKind.UNDONE, words.UNDONE_FOR_YOU.format(head=head_of(ticket), who=name))
    if owner is not None:
        notify_staff(
            ctx, ticket, owner, NoticeKind.YOURS_AGAIN, words.YOURS_AGAIN.format(head=head_of(ticket), who=name)
        )
    whose = None if owner is None else titled(ctx, owner, ticket.place_id)
    never_told = unsay_whose(ctx, ticket)
    if whose is not None or not never_told:
        tell_reporters(ctx, ticket, follow.RETURNED if whose is None else follow.GIVEN_TO.format(who=whose), whose=True)
    return DispatchUndone(ref(ticket), whose)


def _dispatched_before(ctx: Context, ticket: WorkTicket, last: Done) -> object:
    earlier = last_done(ctx.uow, ticket.number, [Move.DISPATCH, Move.TRANSFER], before=last.id)
    return None if earlier is None else earlier.at


def _deadlines_again(ctx: Context, number: str, last: Done) -> None:
    drop_deadlines(ctx.uow, number, ctx.now, _STARTED)
    times = ctx.config.times
    newest = {each.deadline.kind: each for each in ended_at(ctx.uow, number, _MET, last.at)}
    for each in newest.values():
        revive(ctx.uow, each, next_instant(each.deadline, each.stage, times))
