"""Which tickets in somebody's hands what they send without words may belong to."""

from collections.abc import Sequence

from governance.tickets.lifecycle import UNHANDLED
from governance.tickets.states import TicketState
from handlers.context import Context
from handlers.conversation.at_hand import just_at_hand
from handlers.conversation.questions import Question, asked
from handlers.tickets.evidence import metres_between
from handlers.tickets.parts import worker_of
from storage.work_tickets import WorkTicket, assigned_to

_IN_HAND = UNHANDLED | {TicketState.HANDLED}


def work_at_hand(ctx: Context, spot: tuple[float, float] | None = None) -> Sequence[WorkTicket]:
    """The tickets in the sender's hands that what they send now may belong to: those just spoken of, else the several that they
    have begun. `spot`: where it was sent from; of several those near it count. None while the bot does not know what is meant.
    """
    worker, question = worker_of(ctx, ctx.person_id), asked(ctx)
    if worker is None or (question is not None and question.kind == Question.CHOICE):
        return ()
    mine = [ticket for ticket in assigned_to(ctx.uow, sorted(worker.people)) if ticket.state in _IN_HAND]
    spoken = just_at_hand(ctx, ctx.config.rules.question_window)
    named = [ticket for ticket in mine if ticket.number in spoken]
    if named:
        return _near(ctx, [ticket for ticket in named if ticket.state in UNHANDLED] or named[:1], spot)
    begun = _near(ctx, [ticket for ticket in mine if ticket.state is TicketState.IN_PROGRESS], spot)
    return begun if len(begun) > 1 else ()


def _near(ctx: Context, tickets: Sequence[WorkTicket], spot: tuple[float, float] | None) -> Sequence[WorkTicket]:
    if spot is None or len(tickets) < 2:
        return tickets
    far = {ticket.number: metres_between(ctx, ticket, *spot) for ticket in tickets}
    reach = ctx.config.rules.arrive_metres
    return [each for each in tickets if (metres := far[each.number]) is not None and metres <= reach] or tickets
