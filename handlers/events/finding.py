"""Which event somebody means, and whether they may decide on it; refused in words where there is none, asked where several are."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from governance.events.numbers import events_named
from governance.events.states import EventAct, EventState, may
from governance.permissions import Act, may_at
from handlers.context import Context
from handlers.events.outcomes import EventRef, NoSuchEvent, NotInThisState, WhichEvent
from handlers.events.recipients import on_watch
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, rights_area
from handlers.tickets.parts import Worker, worker_of
from storage.event_reports import places_told
from storage.events import EventRow, event_row, lock_event, log_of, recent_events
from storage.people import names_of

KEPT = timedelta(days=1)
"""So long after its end an event is found without its whole number, and can be opened again."""
MOST_PLACES = 20
_BROUGHT = {
    EventState.OPEN: (EventAct.CONFIRM, EventAct.REOPEN), EventState.ENDED: (EventAct.END,),
    EventState.REFUSED: (EventAct.REFUSE, EventAct.EXPIRE),
}  # fmt: skip


def event_meant(ctx: Context, name: str | None, act: EventAct) -> EventRow:
    """The event that the sender names, or the only one for which they may wish this; locked. Raises Refuse."""
    found = _one(ctx, name, act)
    event = lock_event(ctx.uow, found.number)
    if not may(act, event.state):
        raise Refuse(_not_now(ctx, event, act))
    return event


def event_seen(ctx: Context, name: str) -> EventRow:
    """The event that the sender names, to be looked at. Raises Refuse."""
    return _one(ctx, name, None)


def events_in_reach(ctx: Context) -> list[EventRow]:
    """What is active or ended lately where the sender may decide on it, the newest first."""
    worker = worker_of(ctx, ctx.person_id)
    if worker is None:
        return []
    recent = [event for event in recent_events(ctx.uow, ctx.now - KEPT) if event.state is not EventState.REFUSED]
    return [event for event in recent if decides(ctx, worker, event)]


def decides(ctx: Context, worker: Worker, event: EventRow) -> bool:
    """Whether somebody may decide on an event: who dispatches in one of its places, or stands on a shift there by night."""
    if any(may_at(Act.DISPATCH, worker.terms, *rights_area(ctx, place)) for place in places_touched(ctx, event)):
        return True
    return bool(worker.people & set(on_watch(ctx, event.places)))


def places_touched(ctx: Context, event: EventRow) -> Iterator[int]:
    """Where an event lies, then from where it was reported, each once; the latter is read only by who looks that far."""
    yield from event.places
    yield from (place for place in places_told(ctx.uow, event.number, MOST_PLACES) if place not in event.places)


def confirmed_by_another(event: EventRow, person_id: int | None) -> bool:
    """Whether somebody else said that it is one matter: whoever says the opposite comes second, and undoes nothing."""
    return event.confirmed_by is not None and event.confirmed_by != person_id


def ref(event: EventRow) -> EventRef:
    """As it is spoken of."""
    return EventRef(event.number, event.title)


def _one(ctx: Context, name: str | None, act: EventAct | None) -> EventRow:
    reach = events_in_reach(ctx)
    if name is None:
        fitting = [event for event in reach if act is None or may(act, event.state)]
        return _only(fitting, None, act)
    named = [event for event in reach if event.number in events_named(name, [event.number])]
    if named:
        return _only(named, name, act)
    elsewhere = event_row(ctx.uow, name.strip().upper())
    worker = worker_of(ctx, ctx.person_id)
    if elsewhere is not None and worker is not None and decides(ctx, worker, elsewhere):
        return elsewhere
    if worker is None or elsewhere is not None:
        raise Refuse(not_allowed(ctx, Act.DISPATCH, None if elsewhere is None else elsewhere.places[0]))
    raise Refuse(NoSuchEvent(name.upper(), act))


def _only(fitting: Sequence[EventRow], name: str | None, act: EventAct | None) -> EventRow:
    if not fitting:
        raise Refuse(NoSuchEvent(name, act))
    if len(fitting) > 1:
        raise Refuse(WhichEvent(tuple(ref(event) for event in fitting)))
    return fitting[0]


def _not_now(ctx: Context, event: EventRow, act: EventAct) -> NotInThisState:
    """With who brought it where it is, and when: who confirms a moment after another reads that."""
    brought = _BROUGHT.get(event.state, ())
    last = next((line for line in reversed(log_of(ctx.uow, event.number)) if line.what in brought), None)
    who = None if last is None or last.person_id is None else names_of(ctx.uow, [last.person_id]).get(last.person_id)
    return NotInThisState(ref(event), act, event.state, who, None if last is None else last.at)
