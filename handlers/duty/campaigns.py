"""Campaigns with a goal and a count by unit, and call-ups that stop when they are filled."""

from collections import Counter
from datetime import timedelta

from governance.notices import NoticeKind
from handlers.catalogue import executes
from handlers.context import Context
from handlers.duty.commands.service import CallUp, OpenCampaign, ShowCampaigns
from handlers.duty.members import member
from handlers.duty.opening import Drive, invite, open_drive, who_may_open
from handlers.duty.outcomes.lead import InThePast
from handlers.duty.outcomes.service import (
    CampaignOpened,
    CampaignShown,
    CampaignsListed,
    HowToCallUp,
    HowToOpenCampaign,
    NoSuchCampaign,
)
from handlers.duty.texts import notices as told
from handlers.duty.texts.words import what
from storage.activities import bookings_on
from storage.duty.members import units_of
from storage.duty.shifts import ShiftRow, campaign_shifts, filled, shift_by_id
from storage.duty.sign_ups import on_shift
from understanding.times import Span

CALL_UP_HOURS = 4
MOST = 10


@executes(CallUp)
def call_up(command: CallUp, ctx: Context) -> CampaignOpened | HowToCallUp:
    """Told at once to all who fit, first come first served."""
    who = who_may_open(ctx)
    if not command.people or not command.title:
        return HowToCallUp()
    span = command.span
    start = max(span.start, ctx.now) if span is not None else ctx.now
    end = span.end if span is not None and _is_range(span) else start + timedelta(hours=CALL_UP_HOURS)
    row = open_drive(ctx, who, Drive(command.title, start, end, command.people, command.place, call_up=True))
    text = told.CALL_UP_NOTICE.format(n=row.id, what=what(ctx, row), goal=command.people)
    return CampaignOpened(row, invite(ctx, row, text, NoticeKind.CALL_UP, set(command.skills)))


@executes(OpenCampaign)
def campaign(command: OpenCampaign, ctx: Context) -> CampaignOpened | HowToOpenCampaign | InThePast:
    """Told to all who have enrolled there."""
    who = who_may_open(ctx)
    span = command.span
    if not command.people or span is None or not command.title:
        return HowToOpenCampaign()
    if span.end <= ctx.now:
        return InThePast()
    row = open_drive(ctx, who, Drive(command.title, span.start, span.end, command.people, command.place))
    text = told.CAMPAIGN_NOTICE.format(n=row.id, what=what(ctx, row), goal=command.people)
    return CampaignOpened(row, invite(ctx, row, text, NoticeKind.CAMPAIGN, set()))


@executes(ShowCampaigns)
def campaigns(command: ShowCampaigns, ctx: Context) -> CampaignsListed | CampaignShown | NoSuchCampaign:
    """What runs, or how one gets on, by unit."""
    member(ctx)
    if command.shift is not None:
        row = shift_by_id(ctx.uow, command.shift)
        return _progress(ctx, row) if row is not None and row.campaign_id else NoSuchCampaign(command.shift)
    rows = campaign_shifts(ctx.uow, ctx.now, MOST)
    full = filled(ctx.uow, [row.id for row in rows])
    return CampaignsListed(tuple((row, full[row.id]) for row in rows), command.called)


def _progress(ctx: Context, row: ShiftRow) -> CampaignShown:
    people = [place.person_id for place in on_shift(ctx.uow, row.id, "signed", "present", "done", "absent")]
    units = units_of(ctx.uow, people)
    counts = Counter(units.get(person) for person in people)
    counts.update({each.unit: each.people for each in bookings_on(ctx.uow, [row.id])})
    return CampaignShown(row, filled(ctx.uow, [row.id])[row.id], tuple(counts.most_common()))


def _is_range(span: Span) -> bool:
    return span.end - span.start != timedelta(hours=1) and span.end - span.start < timedelta(hours=24)
