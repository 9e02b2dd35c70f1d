"""My tickets and where they stand."""

from datetime import timedelta

from governance.ticket_numbers import named_by
from handlers import texts
from handlers.inbound import Reply
from handlers.turn import Turn
from handlers.workplace import somebody_elses
from storage.tickets import OwnTicket, recent_of


def progress(turn: Turn) -> Reply:
    """All recent reports of the sender, or the one they name."""
    tickets = recent_of(turn.uow, turn.account.id, turn.now - timedelta(days=turn.house.rules.progress_days))
    name = turn.meaning.ticket if turn.meaning else None
    if name is not None:
        meant = named_by(name, [ticket.number for ticket in tickets])
        if not meant:
            return somebody_elses(turn, name) or Reply(texts.no_such_ticket(name.upper()))
        tickets = [ticket for ticket in tickets if ticket.number in meant]
    if not tickets:
        return Reply(texts.NO_TICKETS)
    return Reply(texts.progress([_line(t) for t in tickets[: texts.MOST_LISTED]], len(tickets), turn.house.zone))


def _line(ticket: OwnTicket) -> texts.TicketLine:
    return ticket.number, ticket.state, ticket.summary, ticket.opened_at
