"""通报, 预计, 结束, 重开: one answer to all who reported. It is written once here; a job tells each of them."""

from datetime import datetime

from governance.events.states import EventAct, EventState, confirms
from handlers.catalogue import executes
from handlers.context import Context
from handlers.events import words
from handlers.events.commands import EndEvent, EstimateEvent, ReopenEvent, UpdateEvent
from handlers.events.deciding import confirm_locked
from handlers.events.finding import event_meant, ref
from handlers.events.outcomes import GoesOn, InThePast, NotInThisState, SayWhat, ToldAll
from handlers.events.reviving import revive
from handlers.outcomes import Refuse
from handlers.texts.work import moment
from storage.event_reports import counts_of
from storage.events import EventRow, change_event, log_event, say_to_all


@executes(UpdateEvent)
def update(command: UpdateEvent, ctx: Context) -> ToldAll | SayWhat | NotInThisState:
    """How it stands, in the sender's own words."""
    event = event_meant(ctx, command.event, EventAct.UPDATE)
    if not command.text:
        raise Refuse(SayWhat(ref(event), EventAct.UPDATE))
    return _tell_all(ctx, event, EventAct.UPDATE, command.text)


@executes(EstimateEvent)
def estimate(command: EstimateEvent, ctx: Context) -> ToldAll | SayWhat | InThePast | NotInThisState:
    """Until when; where that was said before, that it has changed."""
    event = event_meant(ctx, command.event, EventAct.ESTIMATE)
    if command.until is None:
        raise Refuse(SayWhat(ref(event), EventAct.ESTIMATE))
    until = command.until.replace(tzinfo=ctx.config.zone)
    if until <= ctx.now:
        raise Refuse(InThePast(ref(event), until))
    back, at = words.back_of(event.kind), _moment(ctx, until)
    if event.estimate_at is None or event.estimate_at == until:
        text = words.ESTIMATED.format(at=at, back=back, text=command.text)
    else:
        before = _moment(ctx, event.estimate_at)
        text = words.ESTIMATE_CHANGED.format(before=before, at=at, back=back, text=command.text)
    change_event(ctx.uow, event.number, estimate_at=until)
    return _tell_all(ctx, event, EventAct.ESTIMATE, text)


@executes(EndEvent)
def end(command: EndEvent, ctx: Context) -> ToldAll | NotInThisState:
    """It is over: all are told and asked once; each report goes on until its reporter says so, or is silent long enough."""
    event = event_meant(ctx, command.event, EventAct.END)
    text = words.ENDED.format(back=words.back_of(event.kind), text=command.text)
    told = _tell_all(ctx, event, EventAct.END, text)
    change_event(ctx.uow, event.number, state=EventState.ENDED, ended_at=ctx.now, settled_at=None)
    return told


@executes(ReopenEvent)
def reopen(command: ReopenEvent, ctx: Context) -> GoesOn | NotInThisState:
    """It was ended too early."""
    event = event_meant(ctx, command.event, EventAct.REOPEN)
    revive(ctx, event, 0, note=command.note or words.ACT[EventAct.REOPEN])
    return GoesOn(ref(event))


def _tell_all(ctx: Context, event: EventRow, act: EventAct, text: str) -> ToldAll:
    """Who answers all reporters of a proposed event confirms it by that."""
    confirmed = confirms(act, event.state)
    if confirmed:
        confirm_locked(ctx, event)
    say_to_all(ctx.uow, event.number, act.value, text, ctx.now, ctx.person_id)
    log_event(ctx.uow, event.number, act.value, ctx.now, ctx.person_id, text)
    people = counts_of(ctx.uow, [event.number])[event.number].people
    return ToldAll(ref(event), act.value, text, people, confirmed)


def _moment(ctx: Context, at: datetime) -> str:
    return moment(at, ctx.config.zone, ctx.now)
