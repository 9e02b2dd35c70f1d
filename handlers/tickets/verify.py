"""核查: somebody else looks at what was done; good work goes to the reporter, bad work back to whom did it."""

from governance.notices import NoticeKind
from governance.tickets.lifecycle import Move, Need
from governance.tickets.states import TicketState
from handlers.catalogue import executes
from handlers.context import Context
from handlers.texts import follow
from handlers.texts import work as words
from handlers.tickets.commands import VerifyTicket
from handlers.tickets.denials import (
    Missing,
)
from handlers.tickets.ending import evaluate
from handlers.tickets.finding import find, head_of
from handlers.tickets.moving import make
from handlers.tickets.news import tell_reporters
from handlers.tickets.notify import notify_staff
from handlers.tickets.outcomes import (
    Rejected,
    Verified,
    ref,
)
from handlers.tickets.parts import titled
from handlers.tickets.permitting import want
from storage.ratings import forget_ahead


@executes(VerifyTicket)
def verify(command: VerifyTicket, ctx: Context) -> Verified | Rejected | Missing:
    """Writes the verdict, or asks for it."""
    found = find(ctx, command.ticket, Move.VERIFY)
    if command.good is None:
        return want(ctx, found.ticket, Move.VERIFY, Need.NOTE)
    if command.good:
        ticket = make(ctx, found.ticket, Move.VERIFY, found.parts, command.note or None)
        ticket = evaluate(ctx, ticket)
        closed = ticket.state is TicketState.CLOSED
        return Verified(ref(ticket), closed, rated=closed and ticket.account_id is not None)
    ticket = make(ctx, found.ticket, Move.REJECT, found.parts, command.note or None)
    forget_ahead(ctx.uow, ticket.number)
    who = titled(ctx, ticket.assignee_id, ticket.place_id) if ticket.assignee_id is not None else ""
    text = words.REJECTED_TO_YOU.format(
        head=head_of(ticket), note=command.note, who=found.worker.name, n=words.short(ticket.number)
    )
    notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.REJECTED, text)
    tell_reporters(ctx, ticket, follow.REJECTED)
    return Rejected(ref(ticket), who, command.note)
