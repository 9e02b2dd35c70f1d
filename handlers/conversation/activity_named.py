"""An activity that somebody calls by its name (剪窗花那个给我家报两个人) is meant before any shift or report."""

from datetime import timedelta
from typing import Any

from governance.activities.kinds import Score
from handlers.activities.commands import RateActivity
from handlers.context import Context
from handlers.conversation.interpreting import Interpreted
from handlers.duty.commands.presence import CheckIn
from handlers.duty.commands.service import ShowCampaigns
from handlers.duty.commands.shifts import CancelShift, ShowShift, SignUp
from storage.duty.shifts import ShiftRow, campaign_times
from storage.duty.sign_ups import standing_of
from understanding.days import days_in
from understanding.gathering_joined import Part, called_so, liking_of, name_said, part_meant, people_coming

BACK, AHEAD = timedelta(days=7), timedelta(days=90)


def activity_named(ctx: Context, found: Interpreted) -> Any | None:
    """What is wanted with it; None where the words name none that is or was there."""
    part = part_meant(found.words)
    if part is None or found.reading.hazard is not None:
        return None
    rows = [row for row in campaign_times(ctx.uow, ctx.today - BACK, ctx.today + AHEAD) if row.cancelled_at is None]
    row = _meant(ctx, rows, found.words, part)
    if row is not None:
        return _wanted(ctx, part, row, found)
    name = name_said(found.words) if part is Part.COMES else ""
    return ShowCampaigns(called=name) if name else None


def _meant(ctx: Context, rows: list[ShiftRow], words: str, part: Part) -> ShiftRow | None:
    """The one that is named, yet to end, or over where somebody liked it; of several the one on the day that is said."""
    over = part is Part.LIKED
    fit = [row for row in rows if (row.ends_at <= ctx.now) is over and (row.activity is not None or part is Part.COMES)]
    named = [fit[place] for place in called_so(words, [row.title or "" for row in fit])]
    days = days_in(words, ctx.today)
    on_day = [row for row in named if row.day in days]
    chosen = on_day or named
    return chosen[0] if len(chosen) == 1 else None


def _wanted(ctx: Context, part: Part, row: ShiftRow, found: Interpreted) -> Any:
    if part is Part.COMES:
        people = people_coming(found.words)
        return SignUp(row.id, people=people if people is not None and people > 1 else None)
    if part is Part.AWAY:
        return CancelShift(row.id)
    if part is Part.LIKED:
        score = liking_of(found.words)
        return RateActivity(row.id, None if score is None else Score(score), found.text)
    if part is Part.THERE and _stands(ctx, row):
        return CheckIn(row.place_id, arrived=True, station=True)
    led = ctx.person_id is not None and row.lead_id == ctx.person_id
    return ShowShift(row.id) if led and part is Part.ASKS else ShowCampaigns(row.id)


def _stands(ctx: Context, row: ShiftRow) -> bool:
    return ctx.person_id is not None and standing_of(ctx.uow, row.id, ctx.person_id) is not None
