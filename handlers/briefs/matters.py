"""What a brief names, not only counts: a matter a line, each with its number, what it is and who has it."""

from collections.abc import Callable, Collection, Sequence

from handlers.context import Context
from handlers.events.finding import places_touched
from handlers.events.inside import line_of
from handlers.events.texts import line as event_line
from handlers.texts import briefs as words
from handlers.tickets.parts import titled
from storage.brief_figures import open_dangers
from storage.event_reports import counts_of
from storage.events import active_events

MOST = 5
"""Of each kind; the rest is counted."""

Matters = Callable[[Context, Collection[int] | None], Sequence[str]]
"""The lines of one kind of matter at these places, or (None) in the whole subdistrict."""


def dangers(ctx: Context, places: Collection[int] | None) -> list[str]:
    """Every open danger, the oldest first."""
    found = open_dangers(ctx.uow, places)
    lines = [
        words.danger(
            each.number, each.place_text, each.summary,
            None if each.assignee_id is None else titled(ctx, each.assignee_id, each.place_id),
        )
        for each in found[:MOST]
    ]  # fmt: skip
    return lines if len(found) <= MOST else [*lines, words.AND_MORE.format(count=len(found) - MOST)]


def events(ctx: Context, places: Collection[int] | None) -> list[str]:
    """Every event that is proposed or open and was reported from here, the oldest first."""
    found = [
        event
        for event in active_events(ctx.uow)
        if places is None or any(place in places for place in places_touched(ctx, event))
    ]
    named = found[:MOST]
    counts = counts_of(ctx.uow, [event.number for event in named])
    lines = [words.event(event_line(line_of(event, counts[event.number]), ctx.here)) for event in named]
    return lines if len(found) <= MOST else [*lines, words.MORE_EVENTS.format(count=len(found) - MOST)]


NAMED: tuple[Matters, ...] = (dangers, events)
"""In the order in which a brief names them."""


def matters(ctx: Context, places: Collection[int] | None) -> list[str]:
    """All lines."""
    return [line for named in NAMED for line in named(ctx, places)]
