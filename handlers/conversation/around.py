"""Events and notices that a message may be about, as the understanding knows them: like tickets, each with its number and state."""

from collections.abc import Iterable

from governance.area_notices import NoticeState
from handlers.area_notices.rights import mine
from handlers.context import Context
from handlers.events.finding import events_in_reach
from handlers.tickets.parts import Worker
from storage.event_reports import Told
from understanding.situation import OwnTicket

MOST = 4
"""So many of each kind, the newest."""
_AS = {
    NoticeState.DRAFT: "draft", NoticeState.SENDING: "sent", NoticeState.SENT: "sent",
    NoticeState.OVER: "over", NoticeState.WITHHELD: "over",
}  # fmt: skip


def around_staff(ctx: Context, worker: Worker) -> list[OwnTicket]:
    """What somebody may decide on: events in their area, and notices to it."""
    found = [
        OwnTicket(event.number, event.title, _place(ctx, event.places), event.state.value, "event")
        for event in events_in_reach(ctx)[:MOST]
    ]
    return found + [
        OwnTicket(notice.number, notice.text, _place(ctx, notice.places), _AS[notice.state], "notice")
        for notice in mine(ctx, worker.terms)[:MOST]
    ]


def around_reporter(told: Iterable[Told]) -> list[OwnTicket]:
    """The events that somebody's own reports are in, each once."""
    return [
        OwnTicket(number, title, "", state, "event")
        for number, title, state in dict.fromkeys((each.event_number, each.title, each.state) for each in told)
    ][:MOST]


def _place(ctx: Context, places: tuple[int, ...]) -> str:
    return ctx.places.full_name(places[0]) if places and places[0] in ctx.places.nodes else ""
