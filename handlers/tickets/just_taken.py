"""What somebody has just done in their own work."""

from governance.tickets.lifecycle import Move
from handlers.context import Context
from handlers.tickets.parts import worker_of
from storage.ticket_events import Step, last_step
from storage.work_tickets import assigned_to

REAIMED = (Move.TAKE, Move.ARRIVE, Move.PLAN, Move.CREW, Move.HANDLE)
"""The steps of one's own work; who takes back what they gave to others says to whom."""


def step_just_taken(ctx: Context) -> Step | None:
    """The last step of the sender's own work, where that was a moment ago."""
    worker = worker_of(ctx, ctx.person_id)
    if worker is None:
        return None
    numbers = [ticket.number for ticket in assigned_to(ctx.uow, sorted(worker.people))]
    since = ctx.now - ctx.config.rules.question_window
    return last_step(ctx.uow, worker.person_id, numbers, [move.value for move in REAIMED], since)
