"""Campaigns with a goal and a count by unit, and call-ups that stop when they are filled."""

from collections import Counter
from datetime import datetime, timedelta

from governance.clock import local_day
from governance.notices import NoticeKind
from governance.permissions import Act, may
from handlers.catalogue import executes
from handlers.context import Context
from handlers.duty.commands.service import CallUp, OpenCampaign, ShowCampaigns
from handlers.duty.fitting import who_fit
from handlers.duty.members import Member, member
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
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.posts import not_allowed
from storage.duty.campaigns import open_campaign
from storage.duty.members import enrolments, enrolments_in, units_of
from storage.duty.shifts import ShiftRow, add_shift, campaign_shifts, filled, shift_by_id
from storage.duty.sign_ups import on_shift
from storage.serving import followed_accounts
from understanding.times import Span

CALL_UP_HOURS = 4
MOST = 10


@executes(CallUp)
def call_up(command: CallUp, ctx: Context) -> CampaignOpened | HowToCallUp:
    """Told at once to all who fit, first come first served."""
    who = _who_may(ctx)
    if not command.people or not command.title:
        return HowToCallUp()
    span = command.span
    start = max(span.start, ctx.now) if span is not None else ctx.now
    end = span.end if span is not None and _is_range(span) else start + timedelta(hours=CALL_UP_HOURS)
    row = _open(ctx, who, command, start, end, command.people)
    text = told.CALL_UP_NOTICE.format(n=row.id, what=what(ctx, row), goal=command.people)
    return CampaignOpened(row, _invite(ctx, row, text, NoticeKind.CALL_UP, set(command.skills)))


@executes(OpenCampaign)
def campaign(command: OpenCampaign, ctx: Context) -> CampaignOpened | HowToOpenCampaign | InThePast:
    """Told to all who have enrolled there."""
    who = _who_may(ctx)
    span = command.span
    if not command.people or span is None or not command.title:
        return HowToOpenCampaign()
    if span.end <= ctx.now:
        return InThePast()
    row = _open(ctx, who, command, span.start, span.end, command.people)
    text = told.CAMPAIGN_NOTICE.format(n=row.id, what=what(ctx, row), goal=command.people)
    return CampaignOpened(row, _invite(ctx, row, text, NoticeKind.CAMPAIGN, set()))


@executes(ShowCampaigns)
def campaigns(command: ShowCampaigns, ctx: Context) -> CampaignsListed | CampaignShown | NoSuchCampaign:
    """What runs, or how one gets on, by unit."""
    member(ctx)
    if command.shift is not None:
        row = shift_by_id(ctx.uow, command.shift)
        return _progress(ctx, row) if row is not None and row.campaign_id else NoSuchCampaign(command.shift)
    rows = campaign_shifts(ctx.uow, ctx.now, MOST)
    full = filled(ctx.uow, [row.id for row in rows])
    return CampaignsListed(tuple((row, full[row.id]) for row in rows))


def _progress(ctx: Context, row: ShiftRow) -> CampaignShown:
    people = [place.person_id for place in on_shift(ctx.uow, row.id, "signed", "present", "done", "absent")]
    units = units_of(ctx.uow, people)
    counts = Counter(units.get(person) for person in people)
    return CampaignShown(row, filled(ctx.uow, [row.id])[row.id], tuple(counts.most_common()))


def _who_may(ctx: Context) -> Member:
    who = member(ctx)
    if not may(Act.RUN_DUTY, who.terms):
        raise Refuse(not_allowed(ctx, Act.RUN_DUTY))
    return who


def _open(
    ctx: Context, who: Member, command: CallUp | OpenCampaign, start: datetime, end: datetime, count: int
) -> ShiftRow:
    posts = [term.place_id for term in who.terms if term.place_id is not None]
    place = command.place or (posts[0] if posts else ctx.places.roots()[0])
    campaign_id = open_campaign(
        ctx.uow, title=command.title, place_id=place, goal=count, call_up=isinstance(command, CallUp),
        opened_by=who.person_id, now=ctx.now,
    )  # fmt: skip
    day = local_day(start, ctx.config.zone)
    number = add_shift(ctx.uow, campaign_id=campaign_id, day=day, starts_at=start, ends_at=end, capacity=count)
    row = shift_by_id(ctx.uow, number)
    assert row is not None
    return row


def _invite(ctx: Context, row: ShiftRow, text: str, kind: NoticeKind, skills: set[str]) -> int:
    """Tells all who have enrolled in its community (of the whole subdistrict, where it lies in none), who can and who fit."""
    community = ctx.places.community_of(row.place_id)
    members = enrolments(ctx.uow) if community is None else enrolments_in(ctx.uow, [community])
    able = [each for each in members if not skills or skills & set(each.skills)] or members
    people = [person for person in who_fit(ctx, row, (each.person_id for each in able)) if person != ctx.person_id]
    accounts = followed_accounts(ctx.uow, people)
    tell(ctx, accounts, f"call:{row.id}", kind, text, taps=(told.TAP_SIGN_UP.format(n=row.id),))
    return len(accounts)


def _is_range(span: Span) -> bool:
    return span.end - span.start != timedelta(hours=1) and span.end - span.start < timedelta(hours=24)
