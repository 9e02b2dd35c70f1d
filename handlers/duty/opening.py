"""What opens for people to sign up to: a campaign, a call-up or an activity, with its first time; and who is invited."""

from dataclasses import dataclass
from datetime import datetime

from governance.activities.kinds import ActivityKind
from governance.clock import local_day
from governance.notices import NoticeKind
from governance.permissions import Act, may
from handlers.context import Context
from handlers.duty.fitting import who_fit
from handlers.duty.members import Member, member
from handlers.duty.texts import notices as told
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.posts import not_allowed
from storage.duty.campaigns import open_campaign
from storage.duty.members import enrolments, enrolments_in
from storage.duty.shifts import ShiftRow, add_shift, shift_by_id
from storage.serving import followed_accounts


@dataclass(frozen=True)
class Drive:
    """What is to open. `place` None: where who opens it serves; `kind` None: no activity; `spot`: where it is in words."""

    title: str
    start: datetime
    end: datetime
    people: int
    place: int | None = None
    call_up: bool = False
    kind: ActivityKind | None = None
    spot: str | None = None


def who_may_open(ctx: Context) -> Member:
    """The sender, who runs duty somewhere. Raises Refuse."""
    who = member(ctx)
    if not may(Act.RUN_DUTY, who.terms):
        raise Refuse(not_allowed(ctx, Act.RUN_DUTY))
    return who


def open_drive(ctx: Context, who: Member, drive: Drive) -> ShiftRow:
    """Writes it with its first time."""
    posts = [term.place_id for term in who.terms if term.place_id is not None]
    place = drive.place or (posts[0] if posts else ctx.places.roots()[0])
    campaign_id = open_campaign(
        ctx.uow, title=drive.title, place_id=place, goal=drive.people, call_up=drive.call_up, opened_by=who.person_id,
        now=ctx.now, kind=drive.kind, spot=drive.spot,
    )  # fmt: skip
    return add_time(ctx, campaign_id, drive.start, drive.end, drive.people)


def add_time(ctx: Context, campaign_id: int, start: datetime, end: datetime, people: int) -> ShiftRow:
    """A time of a campaign at which so many can take part."""
    day = local_day(start, ctx.config.zone)
    number = add_shift(ctx.uow, campaign_id=campaign_id, day=day, starts_at=start, ends_at=end, capacity=people)
    row = shift_by_id(ctx.uow, number)
    assert row is not None
    return row


def invite(ctx: Context, row: ShiftRow, text: str, kind: NoticeKind, skills: set[str]) -> int:
    """Tells all who have enrolled in its community (of the whole subdistrict, where it lies in none), who can and who fit."""
    community = ctx.places.community_of(row.place_id)
    members = enrolments(ctx.uow) if community is None else enrolments_in(ctx.uow, [community])
    able = [each for each in members if not skills or skills & set(each.skills)] or members
    people = [person for person in who_fit(ctx, row, (each.person_id for each in able)) if person != ctx.person_id]
    accounts = followed_accounts(ctx.uow, people)
    tell(ctx, accounts, f"call:{row.id}", kind, text, taps=(told.TAP_SIGN_UP.format(n=row.id),))
    return len(accounts)
