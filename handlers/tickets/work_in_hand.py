"""What somebody has taken and not yet ended."""

from governance.tickets.states import TicketState
from handlers.context import Context
from handlers.tickets.parts import worker_of
from storage.work_tickets import WorkTicket, assigned_to


def begun(ctx: Context) -> list[WorkTicket]:
    """The tickets that the sender is at."""
    worker = worker_of(ctx, ctx.person_id)
    if worker is None:
        return []
    mine = assigned_to(ctx.uow, sorted(worker.people))
    return [ticket for ticket in mine if ticket.state is TicketState.IN_PROGRESS]
