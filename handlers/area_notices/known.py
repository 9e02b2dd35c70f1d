"""Known trouble: what is announced where somebody lives, for who reports it again, asks about it, or opens the public page."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from governance.area_notices import NoticeState
from governance.clock import local_day
from handlers.area_notices.audience import told_of
from handlers.area_notices.outcomes import AnnouncedThere, IsAnnounced, Told
from handlers.context import Context, SubdistrictConfig
from storage.area_notices import NoticeRow, recent_notices, running_notices
from storage.database import Database
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork
from understanding.announced import kind_in
from understanding.places_told import places_told
from understanding.stoppage_asked import stoppage_asked
from understanding.supply_back import supply_asked
from understanding.time_told import time_told

EARLY = timedelta(minutes=30)
"""Valves are closed a little before their time."""
MOST = 3
LATELY, MOST_READ = timedelta(days=1), 50
"""So long who asks is told that something does not happen after all."""


def announced_report(ctx: Context, words: str, place: int | None) -> IsAnnounced | None:
    """The notice that runs at the place now and tells of just this; None for anything else. A danger is never asked about here."""
    kind = kind_in(words)
    where = place if place is not None else ctx.sender.place_id
    if kind is None or where is None:
        return None
    for row in running_notices(ctx.uow, ctx.now):
        if row.kind == kind and row.starts_at - EARLY <= ctx.now and _covers(ctx, row, where):
            return IsAnnounced(told_of(ctx, row))
    return None


def announced_answer(ctx: Context, words: str) -> AnnouncedThere | None:
    """The notices that answer a question about what is away or will be, else those that were called off lately; None for none."""
    kind = kind_in(words) or supply_asked(words)
    if kind is None:
        return only_announced(ctx, words)
    rows = [row for row in running_notices(ctx.uow, ctx.now) if row.kind == kind]
    rows = rows or [
        row for row in recent_notices(ctx.uow, ctx.now - LATELY, MOST_READ) if row.kind == kind and _off(row)
    ]
    asked = places_told(ctx.places, words).places if rows else ()
    here = list(asked) or ([] if ctx.sender.place_id is None else [ctx.sender.place_id])
    if here:
        rows = [row for row in rows if any(_covers(ctx, row, place) or _lies_in(ctx, row, place) for place in here)]
    rows = _on_that_day(ctx, rows, words)
    return AnnouncedThere(tuple(told_of(ctx, row) for row in rows[:MOST])) if rows else None


def only_announced(ctx: Context, words: str) -> AnnouncedThere | None:
    """The one notice that runs or is to come where the sender lives, for a question that names no kind (到底停不停); None for none,
    and for several.
    """
    kinds, home = stoppage_asked(words), ctx.sender.place_id
    rows = announced_at(ctx, home) if kinds and home is not None else []
    return AnnouncedThere((told_of(ctx, rows[0]),)) if len(rows) == 1 and rows[0].kind in kinds else None


def announced_publicly(
    database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook
) -> tuple[Context, list[Told]]:
    """Everything that is announced now or soon, for the public page."""
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        return ctx, [told_of(ctx, row) for row in running_notices(ctx.uow, ctx.now)]


def announced_at(ctx: Context, place: int | None) -> list[NoticeRow]:
    """What is announced where somebody lives; everywhere where that is not known."""
    return [row for row in running_notices(ctx.uow, ctx.now) if place is None or _covers(ctx, row, place)]


def _off(row: NoticeRow) -> bool:
    """Whether people were told of it, and that it does not happen."""
    return row.state is NoticeState.OVER and row.over_at is not None and row.over_at < row.starts_at


def _on_that_day(ctx: Context, rows: Sequence[NoticeRow], words: str) -> list[NoticeRow]:
    """Those of the time that the question names, where it names one."""
    said = time_told(words, ctx.here.local)
    if said.start is None:
        return list(rows)
    day, zone = local_day(said.start, ctx.config.zone), ctx.config.zone
    return [
        row for row in rows
        if local_day(row.starts_at, zone) <= day and (row.ends_at is None or day <= local_day(row.ends_at, zone))
    ]  # fmt: skip


def _covers(ctx: Context, row: NoticeRow, place: int) -> bool:
    return bool(set(row.places) & set(ctx.places.line_of(place)))


def _lies_in(ctx: Context, row: NoticeRow, place: int) -> bool:
    return any(place in ctx.places.line_of(each) for each in row.places)
