"""What the clock does with events: reports are held against each other, answers go to all, what nobody decides or answers ends."""

from datetime import timedelta

from governance.events.states import EventAct, EventState
from governance.tickets.lifecycle import Who
from handlers.context import Context
from handlers.events.gathering import gather
from handlers.events.reporters import over_for
from handlers.events.telling import tell_next
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.texts import jobs as words
from storage.event_reports import events_with_untold, kinds_unseen, note_answer, release, silent_members
from storage.events import change_event, events_to_settle, lock_event, log_event, stale_proposals
from storage.work_tickets import lock_tickets, work_ticket

LATE = timedelta(days=1)
"""So long after an event ended somebody may still be found who has not got the last answer."""
CHUNK = 50


def _kinds(ctx: Context) -> list[str]:
    return kinds_unseen(ctx.uow)


def _untold(ctx: Context) -> list[str]:
    return events_with_untold(ctx.uow, ctx.now - LATE)


def _stale(ctx: Context) -> list[str]:
    return stale_proposals(ctx.uow, ctx.now - timedelta(hours=ctx.config.rules.event_wait_hours))


def _expire(ctx: Context, number: str) -> int:
    """Nobody confirmed it: its reports are by themselves, each with its own clock as before."""
    event = lock_event(ctx.uow, number)
    if event.state is not EventState.PROPOSED or number not in _stale(ctx):
        return 0
    release(ctx.uow, number, ctx.now)
    change_event(ctx.uow, number, state=EventState.REFUSED, ended_at=ctx.now)
    log_event(ctx.uow, number, EventAct.EXPIRE.value, ctx.now, None)
    return 1


def _silence(ctx: Context) -> list[str]:
    return events_to_settle(ctx.uow, ctx.now - timedelta(hours=ctx.config.rules.event_silence_hours))


def _settle(ctx: Context, number: str) -> int:
    """Whoever said nothing for so long after the end agrees: their reports are over, and may still be rated or opened again."""
    silent = silent_members(ctx.uow, number, CHUNK)
    lock_tickets(ctx.uow, [each.number for each in silent])
    event = lock_event(ctx.uow, number)
    if event.state is not EventState.ENDED or event.settled_at is not None:
        return 0
    for each in silent:
        over_for(ctx, work_ticket(ctx.uow, each.number), frozenset({Who.SYSTEM}))
    note_answer(ctx.uow, [each.id for each in silent], True, ctx.now)
    if len(silent) < CHUNK:
        change_event(ctx.uow, number, settled_at=ctx.now)
    return 1


JOBS: tuple[Job[JobTools], ...] = (
    Job("events", *words.EVENTS, Lane.EVENTS, _kinds, in_transaction(gather)),
    Job("event_words", *words.EVENT_WORDS, Lane.EVENTS, _untold, in_transaction(tell_next)),
    Job("event_expiry", *words.EVENT_EXPIRY, Lane.EVENTS, _stale, in_transaction(_expire)),
    Job("event_silence", *words.EVENT_SILENCE, Lane.EVENTS, _silence, in_transaction(_settle)),
)
