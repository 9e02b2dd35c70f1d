"""看事件: one event, or those of one's area."""

from governance.events.states import EventState
from governance.permissions import Act
from handlers.catalogue import executes
from handlers.context import Context
from handlers.events.commands import ShowEvent
from handlers.events.finding import event_seen, events_in_reach
from handlers.events.inside import dangers_of, line_of, reports_in
from handlers.events.outcomes import EventShown, EventsShown
from handlers.posts import require
from handlers.texts import where_and_what
from handlers.tickets.parts import titled
from storage.event_reports import counts_of
from storage.events import EventRow

SHOWN = 6


@executes(ShowEvent)
def show(command: ShowEvent, ctx: Context) -> EventShown | EventsShown:
    """With dangers first, the newest word, and what can be done."""
    if command.event is not None:
        return _one(ctx, event_seen(ctx, command.event))
    events = events_in_reach(ctx)
    if not events:
        require(ctx, Act.DISPATCH)
    if len(events) == 1:
        return _one(ctx, events[0])
    counts = counts_of(ctx.uow, [event.number for event in events])
    return EventsShown(tuple(line_of(event, counts[event.number]) for event in events))


def _one(ctx: Context, event: EventRow) -> EventShown:
    counts = counts_of(ctx.uow, [event.number])[event.number]
    tickets = reports_in(ctx, event.number)
    lead = None if event.lead_person_id is None else titled(ctx, event.lead_person_id, event.places[0])
    return EventShown(
        line_of(event, counts, dangers_of(tickets)),
        tuple((ticket.number, where_and_what(ticket.place_text, ticket.summary)) for ticket in tickets[:SHOWN]),
        lead, event.word, event.word_at, event.state is EventState.PROPOSED,
    )  # fmt: skip
