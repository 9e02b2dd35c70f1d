"""到场, 方案, 进场: the three steps of a danger, each with its own evidence; of everything else only noted."""

from governance.days import end_of, last_day
from governance.tickets.deadlines import Deadline, DeadlineKind
from governance.tickets.lifecycle import Move
from governance.tickets.urgency import Urgency
from handlers.catalogue import executes
from handlers.context import Context
from handlers.texts import follow
from handlers.tickets.commands import ArriveOnSite, BringCrew, ReachHelp, SetPlan
from handlers.tickets.evidence import take_proof
from handlers.tickets.finding import Found, find
from handlers.tickets.moving import make, restart
from handlers.tickets.news import tell_reporters
from handlers.tickets.outcomes import OnSite, Planned, ref
from handlers.tickets.parts import titled
from handlers.tickets.permitting import Brought
from handlers.tickets.showing_outcomes import Reached
from handlers.tickets.take import ahead_of, taken
from storage.deadlines import open_deadlines
from storage.ticket_events import last_done
from storage.work_tickets import WorkTicket
from understanding.times import done_before, time_in

_NEWS = {Move.ARRIVE: follow.ARRIVED, Move.CREW: follow.CREW}


@executes(ArriveOnSite)
def arrive(command: ArriveOnSite, ctx: Context) -> OnSite:
    """Somebody is on site."""
    return on_site(ctx, find(ctx, command.ticket, Move.ARRIVE), Move.ARRIVE, command.note)


@executes(BringCrew)
def crew(command: BringCrew, ctx: Context) -> OnSite:
    """People, material and machine are there."""
    return on_site(ctx, find(ctx, command.ticket, Move.CREW), Move.CREW, command.note)


@executes(SetPlan)
def plan(command: SetPlan, ctx: Context) -> Planned:
    """What will be done. A day or hour in it becomes the danger's time to be handled."""
    found = find(ctx, command.ticket, Move.PLAN, Brought(command.note))
    ticket = make(ctx, taken(ctx, found), Move.PLAN, found.parts, command.note)
    _agree(ctx, ticket, command.note)
    tell_reporters(ctx, ticket, follow.PLANNED.format(note=command.note))
    return Planned(ref(ticket), command.note, ahead_of(ctx, ticket, Move.PLAN))


@executes(ReachHelp)
def reach(command: ReachHelp, ctx: Context) -> Reached:
    """Who was reached; the reporter is not told, since that may be who the person is in danger from."""
    found = find(ctx, command.ticket, Move.REACH, Brought(command.note))
    ticket = make(ctx, taken(ctx, found), Move.REACH, found.parts, command.note)
    return Reached(ref(ticket), command.note, ahead_of(ctx, ticket, Move.REACH))


def on_site(ctx: Context, found: Found, move: Move, note: str) -> OnSite:
    """Makes the move with the proof that was sent. Who has none yet has taken the ticket all the same, and is asked for it."""
    ticket = taken(ctx, found)
    if move is Move.ARRIVE and not note and has_arrived(ctx, ticket):
        return OnSite(ref(ticket), move, ctx.now, ahead_of(ctx, ticket, move).moves)
    proof = take_proof(ctx, ticket, move)
    ticket = make(ctx, ticket, move, found.parts, note or None, proof=proof)
    who = titled(ctx, ctx.person_id, ticket.place_id) if ctx.person_id is not None else ""
    tell_reporters(ctx, ticket, _NEWS[move].format(who=who))
    theirs = ctx.person_id == ticket.assignee_id
    return OnSite(ref(ticket), move, ctx.now, ahead_of(ctx, ticket, move).moves if theirs else ())


def has_arrived(ctx: Context, ticket: WorkTicket) -> bool:
    """Whether somebody has been on site since the ticket was taken last."""
    if DeadlineKind.SURVEY in open_deadlines(ctx.uow, ticket.number):
        return False
    last = last_done(ctx.uow, ticket.number, [Move.ARRIVE, Move.TAKE])
    return last is not None and last.kind == Move.ARRIVE


def _agree(ctx: Context, ticket: WorkTicket, note: str) -> None:
    """A danger is to be handled as agreed in its plan: by the time that it names (12点前), else on its day.

    Source: design, section 5.
    """
    if ticket.urgency != Urgency.HAZARD:
        return
    local = ctx.now.astimezone(ctx.config.zone)
    span = time_in(note, local, ctx.config.calendar)
    if span is None or span.end <= local:
        return
    day = last_day(span.end, ctx.config.zone)
    due = span.start if done_before(note) else end_of(day, ctx.config.zone)
    if due > ctx.now and (day - ctx.today).days <= ctx.config.rules.extend_days:
        restart(ctx, ticket.number, Deadline(DeadlineKind.HANDLE, ctx.now, due))
