"""It is more or less urgent than was thought: what was promised is promised anew: from the report on, of a danger from now on."""

from collections.abc import Collection
from dataclasses import replace

from governance.notices import NoticeKind
from governance.tickets.deadlines import PROMISES, DeadlineKind, take_by
from governance.tickets.lifecycle import Move, Who
from governance.tickets.urgency import Urgency
from handlers.context import Context
from handlers.texts import URGENCY_MARK
from handlers.texts import work as words
from handlers.tickets.danger_doubts import ordinary_urgency
from handlers.tickets.finding import head_of
from handlers.tickets.moving import make, restart, start_promises
from handlers.tickets.notify import notify_staff
from storage.deadlines import drop_deadlines, meet_deadlines, open_deadlines
from storage.work_tickets import WorkTicket, change_ticket, work_ticket


def stood_down(ctx: Context, ticket: WorkTicket, by: Collection[Who], note: str) -> tuple[WorkTicket, Urgency]:
    """Writes that a ticket is no danger, with why; it goes on as what it is without one."""
    urgency = ordinary_urgency(ctx, ticket)
    ticket = make(ctx, ticket, Move.STAND_DOWN, by, note)
    change_urgency(ctx, ticket.number, urgency)
    return replace(ticket, urgency=urgency.value), urgency


def change_urgency(ctx: Context, number: str, urgency: Urgency) -> None:
    """Writes the urgency and its promises, and tells the one whose it is."""
    change_ticket(ctx.uow, number, urgency=urgency.value)
    if not open_deadlines(ctx.uow, number):
        return  # nothing was promised yet
    drop_deadlines(ctx.uow, number, ctx.now, tuple(PROMISES))
    ticket = work_ticket(ctx.uow, number)
    start_promises(ctx, ticket, ctx.now if urgency is Urgency.HAZARD else ticket.opened_at)
    if ticket.accepted_at is not None:
        meet_deadlines(ctx.uow, number, [DeadlineKind.ACCEPT], ticket.accepted_at)
    if DeadlineKind.TAKE in open_deadlines(ctx.uow, number):
        restart(ctx, number, take_by(urgency, ctx.now, ctx.config.times))
    mark = URGENCY_MARK[urgency.value] or words.NOT_URGENT
    text = words.URGENCY_CHANGED.format(head=head_of(ticket), mark=mark)
    notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.URGENCY, text)
