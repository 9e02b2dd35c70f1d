"""What the clock does with duty: the weekly plan, reminders, who has not come, the end of each shift, who did not patrol."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from governance.days import start_of
from governance.notices import NoticeKind
from governance.periods import Daily
from handlers.activities.asking import ask_how_it_was
from handlers.context import Context, SubdistrictConfig
from handlers.duty.members import lead_called
from handlers.duty.plan_ahead import plan_pattern
from handlers.duty.texts import notices as words
from handlers.duty.texts.words import said_of, what
from handlers.duty.unpatrolled import tell_unpatrolled
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.notices import tell
from handlers.periodic import once_a_period
from handlers.texts import jobs as labels
from storage.duty.plan_write import running_patterns
from storage.duty.shifts import (
    ShiftRow,
    ShiftTimes,
    change_shift,
    least_stages,
    shift_by_id,
    shift_is_free,
    shift_times,
)
from storage.duty.sign_ups import SignUpRow, change, end_offers, on_shift
from storage.grids import grids_to_check
from storage.people import names_of
from storage.serving import followed_accounts

SHIFTS = "shifts"
AHEAD = timedelta(hours=36)
REMIND_HOUR = 19
"""The evening before. Source: design, section 5."""
EVENING, SOON, MISSED = 1, 2, 3
"""Stages of a place on a shift: what has been said."""


def _near(ctx: Context) -> list[str]:
    """Those with something to say now: nobody is locked for the others."""
    near = shift_times(ctx.uow, ctx.now + AHEAD, SHIFTS, ctx.now)
    least = least_stages(ctx.uow, [each.id for each in near])
    return [str(each.id) for each in near if _has_something(ctx, each, least.get(each.id))]


def _has_something(ctx: Context, shift: ShiftTimes, said: int | None) -> bool:
    """Whether a shift is over, or somebody has not been told what is to be said by now."""
    try:
        return ctx.now >= _over(shift, ctx.config) or (said is not None and _stage(shift, ctx.now, ctx.config) > said)
    except OverflowError:
        return True  # it is taken up, and fails by itself


def _watch_free(ctx: Context, shift_id: str) -> int:
    """One shift, when nobody else signs up to it now."""
    row = shift_by_id(ctx.uow, int(shift_id)) if shift_is_free(ctx.uow, int(shift_id)) else None
    return int(_watch(ctx, row)) if row is not None and row.counted_at is None else 0


def _stage(row: ShiftTimes | ShiftRow, now: datetime, config: SubdistrictConfig) -> int:
    """What is to be said by now."""
    rules = config.rules
    if now >= row.starts_at + timedelta(minutes=rules.duty_late_minutes):
        return MISSED
    if now >= row.starts_at:
        return 0
    if now >= row.starts_at - timedelta(minutes=rules.duty_remind_minutes):
        return SOON
    return EVENING if now >= _evening_before(row, config.zone) else 0


def _evening_before(row: ShiftTimes | ShiftRow, zone: ZoneInfo) -> datetime:
    return start_of(row.day - timedelta(days=1), zone) + timedelta(hours=REMIND_HOUR)


def _over(row: ShiftTimes | ShiftRow, config: SubdistrictConfig) -> datetime:
    return row.ends_at + timedelta(minutes=config.rules.duty_late_minutes)


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
        text = said_of(words.NOT_THERE_YET, row).format(who=_names(ctx, late), what=what(ctx, row), n=row.id)
        _tell(ctx, [row.lead_id], f"late:{row.id}", NoticeKind.LATE, text)
    return bool(late)


def _remind(ctx: Context, row: ShiftRow, place: SignUpRow, stage: int) -> None:
    text = words.REMIND_SOON if stage == SOON else words.REMIND_EVENING
    if stage == EVENING and row.day == ctx.today:
        text = words.REMIND_TODAY
    said = said_of(text, row).format(what=what(ctx, row), n=row.id)
    _tell(ctx, [place.person_id], f"remind:{place.id}:{stage}", NoticeKind.DUTY_REMIND, said)


def _end(ctx: Context, row: ShiftRow) -> None:
    """Who never came is noted, who never left is confirmed by the lead, who waited waits no more."""
    absent, unclosed = on_shift(ctx.uow, row.id, "signed"), on_shift(ctx.uow, row.id, "present")
    about = {"n": row.id, "what": what(ctx, row), "lead": lead_called(ctx, row.lead_id)}
    for place in absent:
        change(ctx.uow, place.id, state="absent", ended_at=ctx.now)
        end_offers(ctx.uow, place.id, "withdrawn", ctx.now)
        _tell(
            ctx,
            [place.person_id],
            f"absent:{place.id}",
            NoticeKind.DUTY,
            said_of(words.NO_SHOW_SELF, row).format(**about),
        )
    for place in on_shift(ctx.uow, row.id, "standby", "proposed"):
        change(ctx.uow, place.id, state="cancelled", ended_at=ctx.now)
    if row.lead_id is not None:
        if absent:
            text = said_of(words.NO_SHOW_LEAD, row).format(who=_names(ctx, absent), **about)
            _tell(ctx, [row.lead_id], f"noshow:{row.id}", NoticeKind.DUTY, text)
        if unclosed:
            text = said_of(words.CONFIRM_HOURS, row).format(who=_names(ctx, unclosed), **about)
            _tell(ctx, [row.lead_id], f"confirm:{row.id}", NoticeKind.DUTY, text, f"确认工时 {row.id}")
    ask_how_it_was(ctx, row)
    change_shift(ctx.uow, row.id, counted_at=ctx.now)


def _names(ctx: Context, places: list[SignUpRow]) -> str:
    names = names_of(ctx.uow, [place.person_id for place in places])
    return "、".join(names[place.person_id] for place in places)


def _tell(ctx: Context, people: list[int], key: str, kind: NoticeKind, text: str, *taps: str) -> None:
    tell(ctx, followed_accounts(ctx.uow, people), key, kind, text, taps=taps, again=True)


JOBS: tuple[Job[JobTools], ...] = (
    Job(SHIFTS, *labels.SHIFTS, Lane.TICKETS, _near, in_transaction(_watch_free)),
    once_a_period("shift_plan", *labels.SHIFT_PLAN, Daily(0, 10), lambda ctx: running_patterns(ctx.uow), plan_pattern),
    once_a_period(
        "unpatrolled",
        *labels.UNPATROLLED,
        Daily(16, 0, weekday=4),
        lambda ctx: [grid.id for grid in grids_to_check(ctx.uow)],
        tell_unpatrolled,
    ),
)
