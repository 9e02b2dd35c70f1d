"""The sender's own reports, each with the ticket that is worked on for it."""

from dataclasses import dataclass

from governance.ticket_numbers import named_by
from handlers.context import Context
from handlers.reporting.queries import own_tickets
from storage.work_tickets import WorkTicket, work_tickets


@dataclass(frozen=True)
class Mine:
    """A report of the sender's and what it was merged into, or itself; neither is locked."""

    own: WorkTicket
    root: WorkTicket


def mine_named(ctx: Context, name: str | None) -> list[Mine]:
    """The sender's reports that a name may mean, newest first; all of the last time without one."""
    numbers = [ticket.number for ticket in own_tickets(ctx)]
    own = work_tickets(ctx.uow, numbers if name is None else named_by(name, numbers))
    into = work_tickets(ctx.uow, [ticket.merged_into for ticket in own if ticket.merged_into is not None])
    roots = {ticket.number: ticket for ticket in into}
    return [Mine(ticket, roots.get(ticket.merged_into or "", ticket)) for ticket in own]
