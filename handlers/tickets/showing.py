"""What somebody at work sends without words: it belongs to a ticket in their hands, and shows that they are there."""

from collections.abc import Sequence
from datetime import datetime

from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import UNHANDLED, Move, Who
from governance.tickets.states import TicketState
from governance.tickets.urgency import Urgency
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.at_hand import just_at_hand
from handlers.conversation.questions import Question, asked
from handlers.inbound import Kind
from handlers.outcomes import Refuse
from handlers.texts import follow
from handlers.tickets.commands import ShowWork
from handlers.tickets.denials import NotYours, TooFar
from handlers.tickets.evidence import WORK, metres_between, take_proof
from handlers.tickets.finding import Found, found_again
from handlers.tickets.moving import make
from handlers.tickets.news import tell_reporters
from handlers.tickets.onsite import has_arrived, on_site
from handlers.tickets.outcomes import OnSite, WorkShown, ref
from handlers.tickets.parts import titled, worker_of
from handlers.tickets.take import ahead_of, taken
from storage.deadlines import open_deadlines
from storage.work_tickets import WorkTicket, assigned_to

PROVES = frozenset({Kind.IMAGE.value, Kind.VIDEO.value, Kind.LOCATION.value})
"""What shows that somebody is there; a voice does not."""


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


@executes(ShowWork)
def show_work(command: ShowWork, ctx: Context) -> WorkShown | OnSite | TooFar:
    """Keeps it with the ticket, as the proof of what is said next; who was not there yet has arrived."""
    found = found_again(ctx, command.ticket)
    if Who.ASSIGNEE not in found.parts:
        raise Refuse(NotYours(command.ticket))
    if found.ticket.state is TicketState.HANDLED:
        take_proof(ctx, found.ticket, Move.HANDLE)
        return WorkShown(ref(found.ticket), command.kind)
    if command.kind in PROVES and _is_to_be_surveyed(ctx, found.ticket):
        return on_site(ctx, found, Move.ARRIVE, "")
    proof = take_proof(ctx, found.ticket, WORK)
    if proof.far is not None and not proof.shown:
        return TooFar(ref(found.ticket), Move.ARRIVE, proof.far)
    arrived, ticket = _arrived(ctx, found) if command.kind in PROVES else (None, found.ticket)
    return WorkShown(ref(ticket), command.kind, arrived, ahead_of(ctx, ticket, Move.ARRIVE).moves)


_IN_HAND = UNHANDLED | {TicketState.HANDLED}


def _near(ctx: Context, tickets: Sequence[WorkTicket], spot: tuple[float, float] | None) -> Sequence[WorkTicket]:
    if spot is None or len(tickets) < 2:
        return tickets
    far = {ticket.number: metres_between(ctx, ticket, *spot) for ticket in tickets}
    reach = ctx.config.rules.arrive_metres
    return [each for each in tickets if (metres := far[each.number]) is not None and metres <= reach] or tickets


def _is_to_be_surveyed(ctx: Context, ticket: WorkTicket) -> bool:
    return ticket.urgency == Urgency.HAZARD and DeadlineKind.SURVEY in open_deadlines(ctx.uow, ticket.number)


def _arrived(ctx: Context, found: Found) -> tuple[datetime | None, WorkTicket]:
    """Who sends it from work that is begun is there; what rests goes on only when that is said."""
    ticket = found.ticket
    if ticket.urgency in (Urgency.HAZARD, Urgency.ENQUIRY) or ticket.state is TicketState.SUSPENDED:
        return None, ticket
    ticket = taken(ctx, found)
    if has_arrived(ctx, ticket):
        return None, ticket
    ticket = make(ctx, ticket, Move.ARRIVE, found.parts)
    who = titled(ctx, ctx.person_id, ticket.place_id) if ctx.person_id is not None else ""
    tell_reporters(ctx, ticket, follow.ARRIVED.format(who=who))
    return ctx.now, ticket
