"""A report that has just been written: which kind of trouble it tells of, and the event that it belongs to already."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.events.grouping import Covering, event_for
from governance.events.kinds import KINDS
from governance.events.states import EventState
from handlers.context import Context
from handlers.events.where import spots_of
from storage.event_reports import note_trouble
from storage.events import EventRow, active_events, event_of_report
from understanding.normalise import normalise
from understanding.supply_back import TROUBLE, supply_asked
from understanding.trouble import Trouble, tells_of_burst
from understanding.trouble_told import trouble_told

CHANNEL = "wechat"
OF_A_BURST = (Trouble.NO_WATER, Trouble.FLOOD)
"""What a burst main is told of by: it belongs to the event that runs there, whichever of them that is."""


@dataclass(frozen=True)
class KnownEvent:
    """What a new report is told of an event that is open where it lies: its newest word, and until when it is meant to last."""

    event: str
    title: str
    word: str | None
    word_at: datetime | None
    estimate_at: datetime | None


def notice_trouble(ctx: Context, number: str, text: str, place_id: int | None) -> KnownEvent | None:
    """Notes what a report tells of; answers the open event that it is of from now on. Of a proposed one nothing is said yet.

    What is of no event waits for others like it: the clock holds them against each other.
    """
    kind = None if place_id is None else _kind_told(ctx, normalise(text), place_id)
    if kind is None or place_id is None:
        return None
    event = event_at(ctx, kind, place_id)
    is_open = event is not None and event.state is EventState.OPEN
    note_trouble(
        ctx.uow, number=number, kind=kind.value, place_id=place_id, account_id=_reporter(ctx), now=ctx.now,
        event=None if event is None else event.number, told=(event.last_word or 0) if event is not None else 0,
    )  # fmt: skip
    return known(event) if event is not None and is_open else None


def _kind_told(ctx: Context, words: str, place_id: int) -> Trouble | None:
    """The kind of which events are made; where one runs already, fewer words tell of it."""
    running = {event.kind for event in active_events(ctx.uow)}
    near = [Trouble(kind) for kind in running if event_at(ctx, kind, place_id) is not None]
    kind = _told(ctx, words, near)
    if kind not in near and tells_of_burst(words):
        kind = next((each for each in OF_A_BURST if each in near), kind)
    return kind if kind is not None and kind in KINDS else None


def _told(ctx: Context, words: str, near: Sequence[Trouble]) -> Trouble | None:
    return trouble_told(words, ctx.config.troubles, near) or TROUBLE.get(supply_asked(words) or "")


def where_it_runs(ctx: Context, text: str, within: int | None) -> tuple[int, ...]:
    """Where open events of the kind that a text tells of lie, the last told of first: what is meant by who says no place.

    `within`: the community that the text names, where it names one.
    """
    events = [event for event in active_events(ctx.uow) if event.state is EventState.OPEN]
    kind = _told(ctx, normalise(text), [Trouble(code) for code in sorted({event.kind for event in events})])
    alike = sorted(
        (event for event in events if event.kind == kind), key=lambda event: event.last_report_at, reverse=True
    )
    places = dict.fromkeys(place for event in alike for place in event.places[:1])
    return tuple(place for place in places if within is None or within in ctx.places.line_of(place))


def _reporter(ctx: Context) -> int | None:
    """Who can be answered; another system's account stands for many people."""
    return ctx.account.id if ctx.account is not None and ctx.account.channel == CHANNEL else None


def event_at(ctx: Context, kind: str, place_id: int) -> EventRow | None:
    """The event of this kind to which a report at this place belongs."""
    events = {event.number: event for event in active_events(ctx.uow) if event.kind == kind}
    if not events:
        return None
    spot_of = spots_of(ctx.places)
    coverings = [Covering(event.number, event.places, event.grows) for event in events.values()]
    found = event_for(spot_of(place_id), KINDS[kind], coverings, spot_of)
    return None if found is None else events[found.number]


def event_of(ctx: Context, number: str) -> KnownEvent | None:
    """The open event that a report is of."""
    event = event_of_report(ctx.uow, number)
    return known(event) if event is not None and event.state is EventState.OPEN else None


def known(event: EventRow) -> KnownEvent:
    """What is said of an open event."""
    return KnownEvent(event.number, event.title, event.word, event.word_at, event.estimate_at)
