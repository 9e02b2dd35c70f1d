"""确认, 不是一回事, 扩大, 缩小, 移出, 牵头: whether it is one matter, what belongs to it, and who leads it."""

from collections.abc import Iterable
from datetime import timedelta

from governance.events.coverage import covers, grown, wider
from governance.events.kinds import KINDS
from governance.events.states import ACTIVE, EventAct, EventState
from governance.permissions import Act, may_at
from handlers.catalogue import executes
from handlers.context import Context
from handlers.events.commands import ConfirmEvent, NarrowEvent, RefuseEvent, TakeOutOfEvent, WidenEvent
from handlers.events.finding import MOST_PLACES, confirmed_by_another, event_meant, ref
from handlers.events.inside import dangers_in
from handlers.events.outcomes import (
    Confirmed,
    EventRef,
    InNoEvent,
    Narrowed,
    NotInThisState,
    NotOne,
    TakenOut,
    WhereTo,
    Widened,
)
from handlers.events.where import spots_of, title_of
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, rights_area
from handlers.tickets.naming import numbers_named
from handlers.tickets.parts import worker_of
from storage.event_reports import (
    counts_of,
    join_event,
    lock_loose,
    members_numbered,
    members_of,
    places_told,
    release,
    take_out,
)
from storage.events import EventRow, active_events, change_event, log_event
from storage.people import names_of
from storage.work_tickets import work_tickets
from understanding.normalise import normalise
from understanding.place_search import CLEAR, Reason, places_named, search


@executes(ConfirmEvent)
def confirm(command: ConfirmEvent, ctx: Context) -> Confirmed | NotInThisState:
    """One matter from now on; whoever confirms leads it until another does."""
    event = event_meant(ctx, command.event, EventAct.CONFIRM)
    confirm_locked(ctx, event)
    people = counts_of(ctx.uow, [event.number])[event.number].people
    return Confirmed(ref(event), people, dangers_in(ctx, event.number), beside(ctx, event))


def confirm_locked(ctx: Context, event: EventRow) -> None:
    """Writes that a proposed event is one."""
    change_event(
        ctx.uow, event.number, state=EventState.OPEN, confirmed_at=ctx.now, confirmed_by=ctx.person_id,
        lead_person_id=ctx.person_id,
    )  # fmt: skip
    log_event(ctx.uow, event.number, EventAct.CONFIRM.value, ctx.now, ctx.person_id)


@executes(RefuseEvent)
def refuse(command: RefuseEvent, ctx: Context) -> NotOne | NotInThisState:
    """Not one matter: each report is as it was. What all were answered is taken back by no word, nor what another confirmed."""
    event = event_meant(ctx, command.event, EventAct.REFUSE)
    if event.last_word is not None:
        raise Refuse(NotInThisState(ref(event), EventAct.REFUSE, event.state, None, event.word_at))
    if confirmed_by_another(event, ctx.person_id):
        who = names_of(ctx.uow, [event.confirmed_by or 0]).get(event.confirmed_by or 0)
        raise Refuse(NotInThisState(ref(event), EventAct.REFUSE, event.state, who, event.confirmed_at))
    count = counts_of(ctx.uow, [event.number])[event.number].reports
    release(ctx.uow, event.number, ctx.now)
    change_event(ctx.uow, event.number, state=EventState.REFUSED, ended_at=ctx.now)
    log_event(ctx.uow, event.number, EventAct.REFUSE.value, ctx.now, ctx.person_id, command.note or None)
    return NotOne(ref(event), count)


@executes(WidenEvent)
def widen(command: WidenEvent, ctx: Context) -> Widened | WhereTo:
    """Another place as well, or the next larger thing; what waits there and is like it joins."""
    event = event_meant(ctx, command.event, EventAct.WIDEN)
    spot_of = spots_of(ctx.places)
    if command.where:
        place = _place(ctx, event, command.where, EventAct.WIDEN)
        places = grown(event.places, spot_of(place), spot_of)
    else:
        places = wider(event.places, spot_of)
    _require_reach(ctx, event, set(places) - set(event.places))
    now = _cover(ctx, event, places, EventAct.WIDEN, grows=True)
    since = event.proposed_at - timedelta(hours=KINDS[event.kind].hours)
    loose = [each for each in lock_loose(ctx.uow, event.kind, since) if covers(places, spot_of(each.place_id))]
    join_event(ctx.uow, [each.id for each in loose], event.number, (event.last_word or 1) - 1, ctx.now)
    ctx.uow.wake = True
    everywhere = bool(set(places) & set(ctx.places.roots()))
    return Widened(now, len(loose), everywhere, beside(ctx, event, places))


@executes(NarrowEvent)
def narrow(command: NarrowEvent, ctx: Context) -> Narrowed | WhereTo:
    """No more than a place; it does not grow by itself any more."""
    event = event_meant(ctx, command.event, EventAct.NARROW)
    place = _place(ctx, event, command.where, EventAct.NARROW)
    _require_reach(ctx, event, [place])
    spot_of = spots_of(ctx.places)
    now = _cover(ctx, event, (place,), EventAct.NARROW, grows=False)
    outside = [each for each in members_of(ctx.uow, event.number) if not covers((place,), spot_of(each.place_id))]
    take_out(ctx.uow, [each.id for each in outside], ctx.now)
    return Narrowed(now, tuple(each.number for each in outside))


@executes(TakeOutOfEvent)
def take_report_out(command: TakeOutOfEvent, ctx: Context) -> TakenOut | InNoEvent:
    """Somebody's different trouble: its ticket was never touched, so that it is as it was."""
    members = members_numbered(ctx.uow, numbers_named(ctx, command.ticket))
    if len(members) != 1:
        raise Refuse(InNoEvent(command.ticket.upper()))
    member = members[0]
    event = event_meant(ctx, member.event_number, EventAct.TAKE_OUT)
    ticket = work_tickets(ctx.uow, [member.number])[0]
    take_out(ctx.uow, [member.id], ctx.now)
    log_event(ctx.uow, event.number, EventAct.TAKE_OUT.value, ctx.now, ctx.person_id, member.number)
    return TakenOut(ref(event), member.number, ticket.summary)


def beside(ctx: Context, event: EventRow, places: tuple[int, ...] = ()) -> EventRef | None:
    """Another active event of the same kind that covers some of the same."""
    spot_of = spots_of(ctx.places)
    mine = places or event.places
    for other in active_events(ctx.uow):
        if other.number == event.number or other.kind != event.kind or other.state not in ACTIVE:
            continue
        if any(covers(mine, spot_of(place)) for place in other.places) or any(
            covers(other.places, spot_of(p)) for p in mine
        ):
            return ref(other)
    return None


def _cover(ctx: Context, event: EventRow, places: tuple[int, ...], act: EventAct, *, grows: bool) -> EventRef:
    title = title_of(ctx, event.kind, places)
    change_event(ctx.uow, event.number, places=places, title=title, grows=grows)
    log_event(ctx.uow, event.number, act.value, ctx.now, ctx.person_id, title)
    return EventRef(event.number, title)


def _require_reach(ctx: Context, event: EventRow, places: Iterable[int]) -> None:
    """Each lies in the event's communities, or the sender decides there as well. Raises Refuse."""
    communities, worker = {ctx.places.community_of(each) for each in event.places}, worker_of(ctx, ctx.person_id)
    for place in places:
        if ctx.places.community_of(place) in communities and place not in ctx.places.roots():
            continue
        if worker is None or not may_at(Act.DISPATCH, worker.terms, *rights_area(ctx, place)):
            raise Refuse(not_allowed(ctx, Act.DISPATCH, place))


def _place(ctx: Context, event: EventRow, where: str, act: EventAct) -> int:
    """The place that is named: of several called so the one in the event, and of these the one that was reported. Raises Refuse."""
    words, lines = normalise(where), ctx.places.line_of
    named = places_named(ctx.places, words) if words else ()
    told = {place for each in places_told(ctx.uow, event.number, MOST_PLACES) for place in lines(each)}
    communities = {ctx.places.community_of(place) for place in event.places}
    inside = [place for place in named if ctx.places.community_of(place) in communities]
    within = [place for place in inside if not set(event.places).isdisjoint(lines(place))]
    heard_of = [place for place in within if place in told]
    named = next((tuple(found) for found in (heard_of, within, inside) if found), named)
    if len(named) == 1:
        return named[0]
    found = [each for each in search(ctx.places, words, _home(ctx, event)) if each.reason not in _NOT_SAID]
    if named or not found or (len(found) > 1 and found[0].score - found[1].score < CLEAR):
        raise Refuse(WhereTo(ref(event), where, act))
    return found[0].place


_NOT_SAID = (Reason.OWN_BUILDING, Reason.HOME, Reason.ALIKE)
"""No place was said at all, or one that only sounds like it."""


def _home(ctx: Context, event: EventRow) -> int | None:
    """A building of the event's, so that 1幢 means the one there."""
    return next((home for place in event.places for home in (ctx.places.homes_in(place) or [place])), None)
