"""Whether a page still shows what is so."""

from handlers.context import Context
from handlers.office.outcomes import Stale
from handlers.office.privacy import veil
from storage.console.ticket_page import events_of, last_event, reporter_of

SHOWN = 3


def stale(ctx: Context, number: str, seen: int) -> Stale | None:
    """What happened to a ticket since somebody looked at it; None where nothing did. The caller holds the ticket's lock.

    Who claims to have seen what has not happened yet has not looked at it: the newest events are news to them.
    """
    if last_event(ctx.uow, number) == seen:
        return None
    events = events_of(ctx.uow, number)
    news = [event for event in events if event.id > seen] or events
    shown = veil(ctx, reporter_of(ctx.uow, number))
    return Stale(tuple((event.kind, shown.event(event).who) for event in news[-SHOWN:]))
