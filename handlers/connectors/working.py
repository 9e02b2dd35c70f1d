"""What came from platforms is worked off: one record, one transaction; of one matter the lower version first."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

import structlog

from governance.connectors.mapping import NEEDED, Kind, Platform
from governance.connectors.reading import Fault, Record, Unreadable, read
from governance.connectors.retry import HOLD_FOR, given_up, wait_after
from handlers.connectors.appointments import take_appointment
from handlers.connectors.people import take_enrolment, take_hours, take_patrol
from handlers.connectors.ratings import take_rating
from handlers.connectors.reports import take_report, text_of
from handlers.connectors.results import Aside, Clash, Done, Held, Result
from handlers.connectors.subjects import KINDS, take_subject
from handlers.connectors.weather import take_warning
from handlers.context import Context
from handlers.intake.taking_in import system_account
from handlers.jobs import JobTools, in_transaction
from handlers.reporting.whereabouts import dangers_told
from storage.accounts import KnownAccount
from storage.connectors.items import (
    CONFLICT,
    SET_ASIDE,
    Stored,
    change_item,
    end_item,
    first_waiting,
    firsts_waiting,
    matters_waiting,
    wake_matter,
)
from storage.database import Unavailable
from storage.room import no_room
from storage.unit_of_work import UnitOfWork
from understanding.normalise import normalise

MOST = 200
"""Matters in one look."""
BETWEEN = "/"
log = structlog.get_logger("linli.connectors")
TAKERS: dict[Kind, Callable[[Context, Platform, Record], Result]] = {
    Kind.REPORT: take_report,
    Kind.WARNING: take_warning,
    Kind.RATING: take_rating,
    Kind.ENROLMENT: take_enrolment,
    Kind.HOURS: take_hours,
    Kind.PATROL: take_patrol,
    Kind.APPOINTMENT: take_appointment,
    **dict.fromkeys(KINDS, take_subject),
}


def due(ctx: Context) -> list[str]:
    """The matters of which something waits."""
    waiting = matters_waiting(ctx.uow, ctx.now, MOST)
    return [f"{name}{BETWEEN}{their_id}" for name, their_id in waiting if name in ctx.config.platforms]


def work(tools: JobTools, matter: str) -> int:
    """The next record of a matter; one that raises comes again later, and is set aside in the end."""
    try:
        return in_transaction(_work)(tools, matter)
    except Unavailable:
        raise
    except Exception as error:
        if no_room(error):
            raise
        log.error("record failed", exc_info=True, matter=matter, error=type(error).__name__)
        with tools.database.write() as connection:
            _failed(Context(UnitOfWork(connection), tools.config, tools.clock(), tools.book), matter, error)
        return 0


def work_together(tools: JobTools, matters: Sequence[str]) -> list[int]:
    """The next record of each, in one transaction; where one raises, none was worked off. Their words are read before it."""
    dangers = _read_ahead(tools, matters)
    with tools.database.write() as connection:
        ctx = replace(Context(UnitOfWork(connection), tools.config, tools.clock(), tools.book), dangers=dangers)
        accounts = {name: _account(ctx, name) for name in sorted({matter.partition(BETWEEN)[0] for matter in matters})}
        items = {name: firsts_waiting(ctx.uow, name, _of(name, matters), ctx.now) for name in accounts}
        ctx.uow.share()
        counts = [
            _next(ctx, accounts[name], items[name].get(their_id), name) for name, their_id in map(_split, matters)
        ]
        ctx.uow.finish()
    if ctx.uow.wake:
        tools.wake()
    return counts


def _read_ahead(tools: JobTools, matters: Sequence[str]) -> dict[str, tuple[float, bool]]:
    """What the words of first reports tell of a danger; what can't be read shows when it is worked off."""
    now, said = tools.clock(), list[str]()
    with tools.database.read() as connection:
        uow = UnitOfWork(connection)
        names = sorted({_split(matter)[0] for matter in matters})
        waiting = [
            (name, item) for name in names for item in firsts_waiting(uow, name, _of(name, matters), now).values()
        ]
    for name, item in waiting:
        with suppress(Unreadable):
            record = read(tools.config.platforms[name], json.loads(item.payload or "null"))
            if record.kind is Kind.REPORT and record.word("text"):
                said.append(normalise(text_of(record)))
    return dangers_told(list(dict.fromkeys(said)), tools.config.model) if said else {}


def _account(ctx: Context, name: str) -> KnownAccount:
    return system_account(ctx, ctx.config.platforms[name].channel, name)


def _work(ctx: Context, matter: str) -> int:
    name, their_id = _split(matter)
    account = _account(ctx, name)
    return _next(ctx, account, first_waiting(ctx.uow, name, their_id, ctx.now), name)


def _split(matter: str) -> tuple[str, str]:
    name, _, their_id = matter.partition(BETWEEN)
    return name, their_id


def _of(name: str, matters: Sequence[str]) -> list[str]:
    return [their_id for whose, their_id in map(_split, matters) if whose == name]


def _next(ctx: Context, account: KnownAccount, item: Stored | None, name: str) -> int:
    """The next record of a matter. Of two workers the second waits for the account, and then sees what the first has done."""
    if item is None:
        return 0
    ctx = replace(ctx, account=account, cause=f"connect:{name}{BETWEEN}{item.their_id}")
    try:
        record = read(ctx.config.platforms[name], json.loads(item.payload or "null"))
    except Unreadable as unreadable:
        _end(ctx, item, Aside(unreadable.fault, unreadable.about))
        return 1
    _end(ctx, replace(item, kind=record.kind.value), _result(ctx, ctx.config.platforms[name], record))
    return 1


def _result(ctx: Context, platform: Platform, record: Record) -> Result:
    if record.kind is not Kind.REPORT:
        missing = [each for each in NEEDED[record.kind] if not record.word(each)]
        if missing:
            return Aside(Fault.MISSING_FIELD, missing[0])
    if record.kind not in TAKERS:
        return Aside(Fault.UNKNOWN_RECORD, record.kind.value)
    return TAKERS[record.kind](ctx, platform, record)


def _end(ctx: Context, item: Stored, result: Result) -> None:
    match result:
        case Done(ours, remarks, begun):
            reason = min((each.value for each in remarks), default="")
            end_item(ctx.uow, item.id, ctx.now, ours=ours, kind=item.kind, reason=reason)
            if begun:
                wake_matter(ctx.uow, item.platform, item.their_id, ctx.now)
        case Held():
            _hold(ctx, item)
        case Aside(fault, about):
            change_item(ctx.uow, item.id, kind=item.kind, state=SET_ASIDE, reason=fault.value, about=about)
        case Clash(ours, about):
            change_item(ctx.uow, item.id, kind=item.kind, state=CONFLICT, ours=ours, about=about[:80])


def _hold(ctx: Context, item: Stored) -> None:
    """Waits for the first record of its matter, a day at most."""
    if ctx.now - item.received_at >= HOLD_FOR:
        change_item(ctx.uow, item.id, kind=item.kind, state=SET_ASIDE, reason=Fault.NEVER_BEGUN.value)
        return
    attempts = item.attempts + 1
    change_item(ctx.uow, item.id, kind=item.kind, attempts=attempts, not_before=ctx.now + wait_after(attempts))


def _failed(ctx: Context, matter: str, error: Exception) -> None:
    name, _, their_id = matter.partition(BETWEEN)
    item = first_waiting(ctx.uow, name, their_id, ctx.now)
    if item is None:
        return
    attempts = item.attempts + 1
    values = {"attempts": attempts, "not_before": ctx.now + wait_after(attempts), "about": type(error).__name__[:80]}
    if given_up(attempts):
        values |= {"state": SET_ASIDE, "reason": Fault.FAILED.value}
    change_item(ctx.uow, item.id, **values)
