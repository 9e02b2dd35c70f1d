"""改通知, 结束通知: another time, and the all-clear; told once to those who got the notice."""

import re
from datetime import UTC, datetime, time, timedelta
from typing import Any

from governance.area_notices import REACHED, RUNNING, NoticeState
from handlers.area_notices.audience import audience_of, places_inside, told_of
from handlers.area_notices.commands import ChangeNotice, EndNotice
from handlers.area_notices.drafting import LONGEST_TEXT, in_time
from handlers.area_notices.outcomes import (
    Changed,
    Drafted,
    Ended,
    EndsBeforeItBegins,
    NoticeStands,
    TimeIsPast,
    WhatTime,
)
from handlers.area_notices.preview import preview
from handlers.area_notices.rights import meant
from handlers.area_notices.standing import says_mistake, stands_beside
from handlers.area_notices.telling import owe_change, owe_clear
from handlers.area_notices.where import instant
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from storage.area_audience import take_back_words, told_count
from storage.area_notices import CLEAR, NoticeRow, change_notice_row, notices_numbered, words_of
from storage.people import names_of
from understanding.time_told import dated

LIVE = (*RUNNING, NoticeState.DRAFT)
TOLD = (*RUNNING, NoticeState.OVER)
DAY = timedelta(days=1)
_ALL_DAY = re.compile(r"全天|整天|一天")


@executes(ChangeNotice)
def change(
    command: ChangeNotice, ctx: Context
) -> Changed | Drafted | WhatTime | NoticeStands | TimeIsPast | EndsBeforeItBegins:
    """A draft is counted anew and waits on; of one that went out those who got it are told."""
    notice = meant(ctx, command.number, LIVE, command.about)
    if notice.state is NoticeState.WITHHELD:
        raise Refuse(_stands(ctx, notice))
    if command.starts is None and command.ends is None and not (command.text and notice.state is NoticeState.DRAFT):
        return WhatTime(notice.number)
    starts, ends = notice.starts_at, notice.ends_at
    if command.starts is not None or command.ends is not None:
        other_day = _on_another_day(ctx, command, notice)
        starts, ends = other_day or in_time(ctx, command.starts or starts, _end_said(ctx, command, notice))
    values: dict[str, Any] = {"starts_at": starts, "ends_at": ends}
    if notice.state is NoticeState.DRAFT:
        return _redraft(ctx, notice, command.text, values)
    if (starts, ends) == (notice.starts_at, notice.ends_at) and notice.state is not NoticeState.OVER:
        raise Refuse(_stands(ctx, notice))
    state = NoticeState.SENT if notice.state is NoticeState.OVER else notice.state
    changes = notice.changes + 1
    change_notice_row(ctx.uow, notice.id, **values, state=state.value, changes=changes, over_at=None)
    take_back_words(ctx.uow, notice.number, "changed")
    row = notices_numbered(ctx.uow, [notice.number])[0]
    owe_change(ctx, row)
    return Changed(told_of(ctx, row), told_count(ctx.uow, notice.id))


def _on_another_day(ctx: Context, command: ChangeNotice, notice: NoticeRow) -> tuple[datetime, datetime | None] | None:
    """The same hours on another day, where only the day is said (改到后天了)."""
    zone, now_on, until = ctx.config.zone, instant(ctx, command.starts), instant(ctx, command.ends)
    if now_on is None or until is None or until - now_on != DAY or _ALL_DAY.search(command.about):
        return None
    begins, midnight = notice.starts_at.astimezone(zone), now_on.astimezone(zone)
    if midnight.time() != time() or begins.time() == time():
        return None
    starts = datetime.combine(midnight.date(), begins.time(), zone).astimezone(UTC)
    ends = None if notice.ends_at is None else starts + (notice.ends_at - notice.starts_at)
    return in_time(ctx, starts, ends)


@executes(EndNotice)
def end(command: EndNotice, ctx: Context) -> Ended | NoticeStands:
    """What has not gone out yet does not go out any more. Where another of the same matter stands, they are told that it does."""
    notice = meant(ctx, command.number, RUNNING, command.about)
    if notice.state not in TOLD or (notice.state is NoticeState.OVER and _cleared(ctx, notice)):
        raise Refuse(_stands(ctx, notice))
    cancelled = notice.starts_at > ctx.now
    change_notice_row(ctx.uow, notice.id, state=NoticeState.OVER.value, over_at=ctx.now)
    take_back_words(ctx.uow, notice.number, "over")
    beside = stands_beside(ctx, notice)
    void = beside is not None and (cancelled or says_mistake(f"{command.about} {command.note}"))
    owe_clear(ctx, notice, command.note.strip(), cancelled=cancelled, instead=beside if void else None)
    row, other = notices_numbered(ctx.uow, [notice.number])[0], "" if beside is None else beside.number
    return Ended(told_of(ctx, row), told_count(ctx.uow, notice.id), cancelled, other, void)


def _cleared(ctx: Context, notice: NoticeRow) -> bool:
    """Whether somebody said already that it is over; where only its time has passed it may still be said."""
    return any(word.name.startswith(CLEAR) for word in words_of(ctx.uow, [notice.id]))


def _end_said(ctx: Context, command: ChangeNotice, notice: NoticeRow) -> datetime | None:
    """The new end; an hour alone (到17点) is one of the notice's own day. Where only another begin was said the end stays as it is,
    or as long after the begin as before.
    """
    start, end = instant(ctx, command.starts), instant(ctx, command.ends)
    if end is not None:
        return end if start is not None or end > notice.starts_at else _on_its_day(ctx, end, notice)
    if notice.ends_at is None or start is None or start < notice.ends_at:
        return notice.ends_at
    return start + (notice.ends_at - notice.starts_at)


def _on_its_day(ctx: Context, end: datetime, notice: NoticeRow) -> datetime:
    zone = ctx.config.zone
    day = (notice.ends_at or notice.starts_at).astimezone(zone).date()
    return datetime.combine(day, end.astimezone(zone).time(), zone)


def _redraft(ctx: Context, notice: NoticeRow, text: str, values: dict[str, Any]) -> Drafted:
    """Whoever agreed to the words before did not agree to these."""
    values["text"] = dated(text, ctx.today)[:LONGEST_TEXT] if text else notice.text
    audience = audience_of(ctx, places_inside(ctx, notice.places), notice.kind)
    change_notice_row(
        ctx.uow, notice.id, **values, audience=audience.of(*REACHED), asked_at=None, by_id=ctx.person_id,
        changes=notice.changes + 1,
    )  # fmt: skip
    return preview(ctx, notices_numbered(ctx.uow, [notice.number])[0], audience)


def _stands(ctx: Context, notice: NoticeRow) -> NoticeStands:
    by = names_of(ctx.uow, [notice.approved_by_id]) if notice.approved_by_id else {}
    return NoticeStands(notice.number, notice.state, next(iter(by.values()), ""), notice.over_at or notice.approved_at)
