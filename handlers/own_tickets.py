"""The sender's own reports, and the one that they name by its digits."""

from datetime import timedelta

from governance.ticket_numbers import named_by
from handlers.context import Context
from handlers.turn import Turn
from storage.tickets import OwnTicket, recent_of


def own_tickets(ctx: Context) -> list[OwnTicket]:
    """What the sender reported lately, newest first."""
    return recent_of(ctx.uow, ctx.sender.id, ctx.now - timedelta(days=ctx.config.rules.progress_days))


def those_meant(turn: Turn, tickets: list[OwnTicket]) -> list[OwnTicket]:
    """Those of the tickets that the sender's words name; all of them when they name none."""
    name = turn.meaning.ticket if turn.meaning else None
    if name is None:
        return tickets
    meant = named_by(name, [ticket.number for ticket in tickets])
    return [ticket for ticket in tickets if ticket.number in meant]
