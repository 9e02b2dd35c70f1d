"""It is more or less urgent than was thought: what was promised is promised anew, from the report on."""

from governance.notices import NoticeKind
from governance.tickets.deadlines import PROMISES, DeadlineKind
from governance.tickets.urgency import Urgency
from handlers.context import Context
from handlers.texts import URGENCY_MARK
from handlers.texts import work as words
from handlers.tickets.finding import head_of
from handlers.tickets.moving import start_promises
from handlers.tickets.notify import notify_staff
from storage.deadlines import drop_deadlines, meet_deadlines, open_deadlines
from storage.work_tickets import change_ticket, work_ticket


def change_urgency(ctx: Context, number: str, urgency: Urgency) -> None:
    """Writes the urgency and its promises, and tells the one whose it is."""
    change_ticket(ctx.uow, number, urgency=urgency.value)
    if not open_deadlines(ctx.uow, number):
        return  # nothing was promised yet
    drop_deadlines(ctx.uow, number, ctx.now, tuple(PROMISES))
    ticket = work_ticket(ctx.uow, number)
    start_promises(ctx, ticket, ticket.opened_at)
    if ticket.accepted_at is not None:
        meet_deadlines(ctx.uow, number, [DeadlineKind.ACCEPT], ticket.accepted_at)
    mark = URGENCY_MARK[urgency.value] or words.NOT_URGENT
    text = words.URGENCY_CHANGED.format(head=head_of(ticket), mark=mark)
    notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.URGENCY, text)
