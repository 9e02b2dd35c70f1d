"""The sender's own reports: those of late, the one that they name, the one that what they send now belongs to."""

from collections.abc import Sequence
from datetime import timedelta

from governance.ticket_numbers import named_by
from governance.tickets.states import ENDED, TicketState, joins
from handlers.context import Context
from handlers.conversation.at_hand import just_at_hand
from handlers.conversation.questions import Question, asked, settled
from handlers.outcomes import Refuse
from handlers.reporting.outcomes import Line, NoSuchReport
from handlers.tickets.news import reports
from storage.tickets import OwnTicket, followed_instead, latest_of, recent_of
from storage.work_tickets import WorkTicket, work_ticket, work_tickets

MOST_LISTED = 5


def own_tickets(ctx: Context) -> list[OwnTicket]:
    """What the sender reported lately, newest first."""
    return recent_of(ctx.uow, ctx.sender.id, ctx.now - timedelta(days=ctx.config.rules.progress_days))


def those_named(tickets: Sequence[OwnTicket], name: str | None) -> list[OwnTicket]:
    """Those of the tickets that a name (the last digits, the whole number) fits; all of them without one."""
    if name is None:
        return list(tickets)
    meant = named_by(name, [ticket.number for ticket in tickets])
    return [ticket for ticket in tickets if ticket.number in meant]


def report_still_open(ctx: Context) -> OwnTicket | None:
    """The sender's newest ticket when what they send now still belongs to it."""
    ticket = latest_of(ctx.uow, ctx.sender.id, ctx.now - ctx.config.rules.join_window)
    if ticket is None or not joins(ticket.opened_at, ticket.state, ctx.now, ctx.config.rules):
        return None
    return ticket


def report_meant(ctx: Context) -> OwnTicket | None:
    """The report that what the sender sends now belongs to: the one just spoken of, else the newest while it is fresh."""
    spoken = just_at_hand(ctx, ctx.config.rules.join_window)
    if len(spoken) == 1:
        meant = [ticket for ticket in own_tickets(ctx) if ticket.number == spoken[0] and ticket.state not in ENDED]
        if meant:
            return meant[0]
    return report_still_open(ctx)


def answered_about(ctx: Context, question: Question, number: str) -> WorkTicket:
    """The ticket, locked, that the sender answers a question about; the question is settled. Raises Refuse: NoSuchReport."""
    require_asked(ctx, question, number)
    ticket = work_ticket(ctx.uow, number)
    settle(ctx, question, number)
    return ticket


def require_asked(ctx: Context, question: Question, number: str) -> None:
    """Raises Refuse for a ticket that the sender was not asked this about and did not report."""
    if is_asked(ctx, question, number):
        return
    found = work_tickets(ctx.uow, [number])
    if not found or ctx.account_id not in {own.account_id for own in reports(ctx, found[0])}:
        raise Refuse(NoSuchReport(number))


def settle(ctx: Context, question: Question, number: str | None = None) -> None:
    """Nobody waits for the answer to this question (about this ticket) any more."""
    if is_asked(ctx, question, number):
        settled(ctx)


def is_asked(ctx: Context, question: Question, number: str | None) -> bool:
    """Whether the sender's open question is this one (about this ticket)."""
    found = asked(ctx)
    if found is None or found.kind != question:
        return False
    return number is None or number in (found.data.get("numbers") or [found.data.get("number")])


def own_lines(ctx: Context, tickets: Sequence[OwnTicket]) -> tuple[Line, ...]:
    """The first of these reports, as a list shows them; of a merged one the ticket that it went into."""
    shown = tickets[:MOST_LISTED]
    into = followed_instead(ctx.uow, [t.number for t in shown if t.state is TicketState.MERGED])
    return tuple(Line(t.number, t.state, t.summary, t.opened_at, into.get(t.number)) for t in shown)
