"""My tickets and where they stand."""

from governance.tickets.states import TicketState
from handlers import texts
from handlers.inbound import Reply
from handlers.own_tickets import own_tickets, those_meant
from handlers.turn import Turn
from handlers.workplace import somebody_elses
from storage.tickets import OwnTicket, followed_instead


def progress(turn: Turn) -> Reply:
    """All recent reports of the sender, or the one they name; of a merged one the ticket that it went into."""
    tickets = own_tickets(turn)
    name = turn.meaning.ticket if turn.meaning else None
    meant = those_meant(turn, tickets)
    if name is not None and not meant:
        return somebody_elses(turn, name) or Reply(texts.no_such_ticket(name.upper()))
    if not meant:
        return Reply(texts.NO_TICKETS)
    shown = meant[: texts.MOST_LISTED]
    into = followed_instead(turn.uow, [t.number for t in shown if t.state is TicketState.MERGED])
    lines = [_line(ticket, into.get(ticket.number)) for ticket in shown]
    return Reply(texts.progress(lines, len(meant), turn.config.zone))


def _line(ticket: OwnTicket, into: tuple[str, TicketState] | None) -> texts.TicketLine:
    if into is None:
        return ticket.number, ticket.state, ticket.summary, ticket.opened_at
    summary = texts.GOES_WITH.format(summary=ticket.summary, into=into[0], state=texts.STATE[into[1]])
    return ticket.number, ticket.state, summary, ticket.opened_at
