"""What somebody at work sends without words: it belongs to a ticket in their hands, and shows that they are there."""

from datetime import datetime

from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move, Who
from governance.tickets.states import TicketState
from governance.tickets.urgency import Urgency
from handlers.catalogue import executes
from handlers.context import Context
from handlers.inbound import Kind
from handlers.outcomes import Refuse
from handlers.texts import follow
from handlers.tickets.commands import ShowWork
from handlers.tickets.denials import NotYours, TooFar
from handlers.tickets.evidence import WORK, take_proof
from handlers.tickets.finding import Found, found_again
from handlers.tickets.moving import make
from handlers.tickets.news import tell_reporters
from handlers.tickets.onsite import has_arrived, on_site
from handlers.tickets.outcomes import OnSite, ref
from handlers.tickets.parts import titled
from handlers.tickets.showing_outcomes import WorkShown
from handlers.tickets.take import ahead_of, taken
from storage.deadlines import open_deadlines
from storage.work_tickets import WorkTicket

PROVES = frozenset({Kind.IMAGE.value, Kind.VIDEO.value, Kind.LOCATION.value})
"""What shows that somebody is there; a voice does not."""


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
