"""What somebody has just done in their own work."""

from datetime import timedelta

from governance.tickets.lifecycle import Move
from handlers.context import Context
from handlers.tickets.parts import worker_of
from storage.ticket_events import Step, last_step
from storage.work_tickets import assigned_to

REAIMED = (Move.TAKE, Move.ARRIVE, Move.PLAN, Move.CREW, Move.HANDLE)
"""The steps of one's own work; who takes back what they gave to others says to whom."""
STEP_KEPT = timedelta(days=30)
"""So long a step that is named with its ticket may be said to be wrong."""


def step_just_taken(ctx: Context) -> Step | None:
    """The last step of the sender's own work, where that was a moment ago."""
    worker = worker_of(ctx, ctx.person_id)
    if worker is None:
        return None
    numbers = [ticket.number for ticket in assigned_to(ctx.uow, sorted(worker.people))]
    since = ctx.now - ctx.config.rules.question_window
    return last_step(ctx.uow, worker.person_id, numbers, [move.value for move in REAIMED], since)


def step_of_kind(ctx: Context, kind: Move, number: str | None) -> Step | None:
    """The last such step of the sender's: on this ticket, or a moment ago on any of theirs."""
    worker = worker_of(ctx, ctx.person_id)
    if worker is None:
        return None
    mine = [ticket.number for ticket in assigned_to(ctx.uow, sorted(worker.people))]
    window = ctx.config.rules.question_window if number is None else STEP_KEPT
    numbers = mine if number is None else [each for each in mine if each == number]
    return last_step(ctx.uow, worker.person_id, numbers, [kind.value], ctx.now - window)
