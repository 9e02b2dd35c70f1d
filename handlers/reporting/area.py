"""What those see who work at a place: its open tickets, and one of them by its number."""

from collections.abc import Sequence

from governance.permissions import PERMISSIONS, Act, may
from governance.tickets.sensitive import is_sensitive, kept_from
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, post_lines, require, sender_terms
from handlers.reporting.commands import ShowArea
from handlers.reporting.outcomes import Line, OpenInArea, ReportsSeen
from handlers.reporting.overseen_area import own_area
from handlers.reporting.queries import MOST_LISTED
from handlers.tickets.naming import numbers_named
from handlers.tickets.parts import sees, worker_of
from storage.brief_figures import open_count
from storage.tickets import PlacedTicket, newest_open
from storage.work_tickets import work_tickets


@executes(ShowArea)
def my_area(_command: ShowArea, ctx: Context) -> OpenInArea:
    """The sender's posts and what is open there."""
    require(ctx, Act.SEE)
    terms = [term for term in sender_terms(ctx) if term.role in PERMISSIONS[Act.SEE]]
    places = own_area(ctx, Act.SEE).places
    tickets = newest_open(ctx.uow, places, MOST_LISTED, kept_from(terms))
    return OpenInArea(tuple(post_lines(ctx, terms)), _lines(tickets), open_count(ctx.uow, places))


def reports_seen(ctx: Context, name: str) -> ReportsSeen | None:
    """A ticket that the sender did not report but may see; None for residents. Raises Refuse where it lies elsewhere."""
    terms = sender_terms(ctx)
    if not may(Act.SEE, terms):
        return None
    found = work_tickets(ctx.uow, numbers_named(ctx, name))
    worker = worker_of(ctx, ctx.person_id)
    seen = [
        ticket for ticket in found if ticket.place_id is not None and worker is not None and sees(ctx, worker, ticket)
    ]
    if found and not seen and all(is_sensitive(ticket.category) for ticket in found):
        return None
    if found and not seen:
        raise Refuse(not_allowed(ctx, Act.SEE, found[0].place_id))
    return ReportsSeen(_lines(seen), len(seen)) if seen else None


def _lines(tickets: Sequence[PlacedTicket]) -> tuple[Line, ...]:
    shown = tickets[:MOST_LISTED]
    return tuple(Line(t.number, t.state, t.summary, t.opened_at, place=t.place_text) for t in shown)
