"""Who may dispatch says who is to go right after a ticket was shown to them: it goes there, or it is asked which is meant."""

from governance.permissions import PERMISSIONS, Act
from governance.tickets.lifecycle import UNHANDLED
from handlers.context import Context
from handlers.conversation.at_hand import just_at_hand
from handlers.conversation.commands import OfferChoice
from handlers.conversation.interpreting import Interpreted
from handlers.conversation.offering import offered
from handlers.tickets.commands import DispatchTicket
from storage.outbox import last_told
from storage.work_tickets import work_tickets
from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.order_given import order_given

MOST = 3


def dispatch_meant(ctx: Context, found: Interpreted) -> DispatchTicket | OfferChoice | None:
    """The dispatch of what was just shown; None where nothing was, or the words say something else."""
    if found.situation.role not in PERMISSIONS[Act.DISPATCH] or found.reading.hazard is not None:
        return None
    whom = order_given(found.words)
    shown = [] if whom is None else _shown(ctx) or _only_open(found)
    if not shown:
        return None
    if len(shown) == 1:
        return DispatchTicket(shown[0], whom)
    each = [Candidate(CommandName.DISPATCH_TICKET, 1.0, ticket=number) for number in shown[:MOST]]
    return offered(found.text, each, found.situation)


def _only_open(found: Interpreted) -> list[str]:
    """The one ticket that can be sent somebody to, where there is no other."""
    open_ones = {each.number for each in found.situation.tickets if each.state in UNHANDLED}
    return list(open_ones) if len(open_ones) == 1 else []


def _shown(ctx: Context) -> list[str]:
    """The open tickets that the sender was shown last: by the newest push, or in the last answer."""
    window = ctx.config.rules.question_window
    spoken, since = just_at_hand(ctx, window), ctx.sender.at_hand_since
    told = last_told(ctx.uow, ctx.sender.id, max(since, ctx.now - window) if spoken and since else ctx.now - window)
    numbers = [told] if told is not None else list(spoken)
    still_open = {ticket.number for ticket in work_tickets(ctx.uow, numbers) if ticket.state in UNHANDLED}
    return [number for number in numbers if number in still_open]
