"""What the clock brings to shifts: the weekly plan, reminders, who has not come, and the end of each."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from governance.clock import local_day
from governance.days import start_of
from governance.duty.patterns import Pattern, occurrences
from handlers.context import Context, SubdistrictConfig
from handlers.duty.members import lead_called
from handlers.duty.shift_words import what
from handlers.notices import tell
from handlers.texts import duty as words
from storage.database import Database
from storage.duty.shifts import ShiftRow, change_shift, plan_shift, shift_by_id, shift_rows
from storage.duty.sign_ups import SignUpRow, change, end_offers, on_shift
from storage.models import Shift, ShiftPattern, SignUp
from storage.people import names_of
from storage.place_book import PlaceBook
from storage.serving import followed_accounts
from storage.unit_of_work import UnitOfWork

AHEAD = timedelta(hours=36)
REMIND_HOUR = 19
"""The evening before. Source: design, section 5."""
EVENING, SOON, MISSED = 1, 2, 3
"""Stages of a place on a shift: what has been said."""


def plan_ahead(ctx: Context, instant: datetime) -> int:
    """Writes the shifts that the weekly patterns bring in the next weeks; each once, however often it runs."""
    day, zone = local_day(instant, ctx.config.zone), ctx.config.zone
    last = day + timedelta(weeks=ctx.config.rules.duty_weeks)
    count = 0
    for row in ctx.uow.execute(select(ShiftPattern.__table__).where(ShiftPattern.retired_at.is_(None))).all():
        pattern = Pattern(
            frozenset(int(digit) - 1 for digit in row.weekdays), row.start_minute, row.end_minute, row.on_holidays, row.since,
            row.until,
        )  # fmt: skip
        for on, starts_at, ends_at in occurrences(pattern, day, last, zone, ctx.config.calendar):
            count += starts_at > ctx.now and plan_shift(
                ctx.uow, station_id=row.station_id, pattern_id=row.id, day=on, starts_at=starts_at, ends_at=ends_at,
                capacity=row.capacity, qualification=row.qualification,
            )  # fmt: skip
    return count


def watch_shifts(database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook) -> int:
    """Reminds, notes who has not come, ends shifts; each shift in a transaction of its own. Answers how many had something."""
    with database.read() as connection:
        near = shift_rows(UnitOfWork(connection), Shift.counted_at.is_(None), Shift.starts_at <= now + AHEAD)
        busy = _busy(UnitOfWork(connection), near, now, config)
    done = 0
    for shift_id in busy:
        with database.write() as connection:
            ctx = Context(UnitOfWork(connection), config, now, book)
            row = shift_by_id(ctx.uow, shift_id, lock=True)
            if row is not None and row.counted_at is None:
                done += _watch(ctx, row)
            ctx.uow.finish()
    return done


def _busy(uow: UnitOfWork, rows: list[ShiftRow], now: datetime, config: SubdistrictConfig) -> list[int]:
    """Those with something to say now: nobody is locked for the others."""
    said = select(SignUp.shift_id, func.min(SignUp.stage).label("stage")).where(
        SignUp.shift_id.in_([row.id for row in rows]), SignUp.state == "signed"
    )
    least = {row.shift_id: row.stage for row in uow.execute(said.group_by(SignUp.shift_id))}
    return [
        row.id
        for row in rows
        if now >= _over(row, config) or (row.id in least and _stage(row, now, config) > least[row.id])
    ]


def _stage(row: ShiftRow, now: datetime, config: SubdistrictConfig) -> int:
    """What is to be said by now."""
    rules = config.rules
    if now >= row.shift.starts_at + timedelta(minutes=rules.duty_late_minutes):
        return MISSED
    if now >= row.shift.starts_at:
        return 0
    if now >= row.shift.starts_at - timedelta(minutes=rules.duty_remind_minutes):
        return SOON
    return EVENING if now >= _evening_before(row, config.zone) else 0


def _evening_before(row: ShiftRow, zone: ZoneInfo) -> datetime:
    return start_of(row.day - timedelta(days=1), zone) + timedelta(hours=REMIND_HOUR)


def _over(row: ShiftRow, config: SubdistrictConfig) -> datetime:
    return row.shift.ends_at + timedelta(minutes=config.rules.duty_late_minutes)


def _watch(ctx: Context, row: ShiftRow) -> bool:
    if row.cancelled_at is not None:
        change_shift(ctx.uow, row.id, counted_at=ctx.now)
        return False
    if ctx.now >= _over(row, ctx.config):
        _end(ctx, row)
        return True
    stage = _stage(row, ctx.now, ctx.config)
    late = [place for place in on_shift(ctx.uow, row.id, "signed") if place.stage < stage]
    for place in late:
        change(ctx.uow, place.id, stage=stage)
        if stage != MISSED:
            _remind(ctx, row, place, stage)
    if stage == MISSED and late and row.lead_id is not None:
        text = words.NOT_THERE_YET.format(who=_names(ctx, late), what=what(ctx, row), n=row.id)
        _tell(ctx, [row.lead_id], f"late:{row.id}", "late", text)
    return bool(late)


def _remind(ctx: Context, row: ShiftRow, place: SignUpRow, stage: int) -> None:
    text = words.REMIND_SOON if stage == SOON else words.REMIND_EVENING
    if stage == EVENING and row.day == ctx.today:
        text = words.REMIND_TODAY
    said = text.format(what=what(ctx, row), n=row.id)
    _tell(ctx, [place.person_id], f"remind:{place.id}:{stage}", "duty_remind", said)


def _end(ctx: Context, row: ShiftRow) -> None:
    """Who never came is noted, who never left is confirmed by the lead, who waited waits no more."""
    absent, unclosed = on_shift(ctx.uow, row.id, "signed"), on_shift(ctx.uow, row.id, "present")
    about = {"n": row.id, "what": what(ctx, row), "lead": lead_called(ctx, row.lead_id)}
    for place in absent:
        change(ctx.uow, place.id, state="absent", ended_at=ctx.now)
        end_offers(ctx.uow, place.id, "withdrawn", ctx.now)
        _tell(ctx, [place.person_id], f"absent:{place.id}", "duty", words.NO_SHOW_SELF.format(**about))
    for place in on_shift(ctx.uow, row.id, "standby", "proposed"):
        change(ctx.uow, place.id, state="cancelled", ended_at=ctx.now)
    if row.lead_id is not None:
        if absent:
            text = words.NO_SHOW_LEAD.format(who=_names(ctx, absent), **about)
            _tell(ctx, [row.lead_id], f"noshow:{row.id}", "duty", text)
        if unclosed:
            text = words.CONFIRM_HOURS.format(who=_names(ctx, unclosed), **about)
            _tell(ctx, [row.lead_id], f"confirm:{row.id}", "duty", text, f"确认工时 {row.id}")
    change_shift(ctx.uow, row.id, counted_at=ctx.now)


def _names(ctx: Context, places: list[SignUpRow]) -> str:
    names = names_of(ctx.uow, [place.person_id for place in places])
    return "、".join(names[place.person_id] for place in places)


def _tell(ctx: Context, people: list[int], key: str, kind: str, text: str, *taps: str) -> None:
    tell(ctx, followed_accounts(ctx.uow, people), key, kind, text, taps=taps, again=True)
