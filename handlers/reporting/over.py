"""A reporter says that it is over, and it is too late to take the report back: whoever has it hears so at once."""

from collections.abc import Sequence

from governance.notices import NoticeKind
from governance.tickets.sensitive import is_sensitive
from governance.tickets.states import ENDED
from governance.tickets.urgency import Urgency
from handlers.context import Context
from handlers.conversation.at_hand import just_at_hand
from handlers.reporting.over_outcomes import ToldOver
from handlers.reporting.raising import LONGEST
from handlers.reporting.withdrawing_texts import NOTICE_OVER, NOTICE_OVER_DANGER, WITHDRAWS
from handlers.tickets.finding import head_of
from handlers.tickets.moving import note_event
from handlers.tickets.notify import notify_staff
from handlers.tickets.parts import titled
from storage.tickets import OwnTicket
from storage.work_tickets import WorkTicket


def tell_over(ctx: Context, ticket: WorkTicket, said: str) -> ToldOver:
    """Kept with the ticket in the reporter's words, and told; nothing of it moves by that."""
    danger = ticket.urgency == Urgency.HAZARD or is_sensitive(ticket.category)
    words = said[:LONGEST] or WITHDRAWS
    note_event(ctx, ticket, "reply", words)
    text = (NOTICE_OVER_DANGER if danger else NOTICE_OVER).format(head=head_of(ticket), words=words)
    notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.REPLY, text)
    who = "" if ticket.assignee_id is None else titled(ctx, ticket.assignee_id, ticket.place_id)
    return ToldOver(ticket.number, ticket.state, who, danger)


def running_one(ctx: Context, tickets: Sequence[OwnTicket]) -> OwnTicket | None:
    """The report that is being worked on and may be meant without its name: the only one, else the one just spoken of."""
    running = [ticket for ticket in tickets if ticket.state not in ENDED]
    spoken = just_at_hand(ctx, ctx.config.rules.question_window)[:1]
    just = [ticket for ticket in running if (ticket.number,) == spoken]
    return running[0] if len(running) == 1 else just[0] if just else None
