"""Whether a page still shows what is so."""

from handlers.context import Context
from handlers.office.outcomes import Stale
from handlers.office.privacy import veil
from storage.console.ticket_page import events_of, last_event, reporter_of

SHOWN = 3


def stale(ctx: Context, number: str, seen: int) -> Stale | None:
    """What happened to a ticket since somebody looked at it; None where nothing did. The caller holds the ticket's lock."""
    if last_event(ctx.uow, number) <= seen:
        return None
    shown = veil(ctx, reporter_of(ctx.uow, number))
    news = [(event.kind, shown.event(event).who) for event in events_of(ctx.uow, number) if event.id > seen]
    return Stale(tuple(news[-SHOWN:]))
