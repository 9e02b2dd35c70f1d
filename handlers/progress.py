"""My tickets and where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from governance.tickets.states import TicketState
from handlers import texts
from handlers.context import Context, Here
from handlers.inbound import Reply
from handlers.outcomes import Tone, in_words, outcome, says
from handlers.own_tickets import own_tickets, those_meant
from handlers.turn import Turn
from handlers.workplace import somebody_elses
from storage.tickets import OwnTicket, followed_instead


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class OwnReports:
    """The sender's reports: the newest of them, and how many there are."""

    lines: tuple[texts.TicketLine, ...]
    total: int


@says
def own_reports_in_words(found: OwnReports, here: Here) -> str:
    """Each with its state; how to report where there is none."""
    return texts.progress(list(found.lines), found.total, here.config.zone) if found.lines else texts.NO_TICKETS


def own_reports(ctx: Context) -> OwnReports:
    """All recent reports of the sender; of a merged one the ticket that it went into."""
    return _reports(ctx, own_tickets(ctx))


def progress(turn: Turn) -> Reply:
    """All recent reports of the sender, or the one they name; of a merged one the ticket that it went into."""
    tickets = own_tickets(turn)
    name = turn.meaning.ticket if turn.meaning else None
    meant = those_meant(turn, tickets)
    if name is not None and not meant:
        return somebody_elses(turn, name) or Reply(texts.no_such_ticket(name.upper()))
    return Reply(in_words(_reports(turn, meant), turn.here))


def _reports(ctx: Context, meant: Sequence[OwnTicket]) -> OwnReports:
    shown = meant[: texts.MOST_LISTED]
    into = followed_instead(ctx.uow, [t.number for t in shown if t.state is TicketState.MERGED])
    return OwnReports(tuple(_line(ticket, into.get(ticket.number)) for ticket in shown), len(meant))


def _line(ticket: OwnTicket, into: tuple[str, TicketState] | None) -> texts.TicketLine:
    if into is None:
        return ticket.number, ticket.state, ticket.summary, ticket.opened_at
    summary = texts.GOES_WITH.format(summary=ticket.summary, into=into[0], state=texts.STATE[into[1]])
    return ticket.number, ticket.state, summary, ticket.opened_at
