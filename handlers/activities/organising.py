"""组织活动: an activity with its places opens for people and units; another time of it is added."""

from datetime import datetime

from governance.notices import NoticeKind
from governance.permissions import Act
from handlers.activities import words
from handlers.activities.commands import AddActivityTime, OpenActivity
from handlers.activities.finding import activity_meant, contacts_near
from handlers.activities.lacking import ActivityLacks, Lacks
from handlers.activities.outcomes import ActivityOpened, ActivityTimeAdded, HowToOpenActivity
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import ask_slot
from handlers.duty.members import lead_name, leads, member, runs_duty_at
from handlers.duty.opening import Drive, add_time, invite, open_drive, who_may_open
from handlers.duty.outcomes.lead import InThePast, NotTheirShift
from handlers.notices import tell
from handlers.posts import not_allowed
from handlers.refusals import NotAllowed
from storage.duty.shifts import ShiftRow
from understanding.command_names import CommandName
from understanding.gathering_told import TOLD
from understanding.place_search import decided, search

MOST, LONGEST_TITLE = 9999, 80


@executes(OpenActivity)
def open_activity(
    command: OpenActivity, ctx: Context
) -> ActivityOpened | ActivityLacks | HowToOpenActivity | NotAllowed:
    """Told to all who have enrolled there, and to who speaks for the units there."""
    who = who_may_open(ctx)
    place = command.place or _place_called(ctx, command.spot)
    if place is not None and not runs_duty_at(ctx, who.terms, place):
        return not_allowed(ctx, Act.RUN_DUTY, place)
    span = _span(ctx, command.starts_at, command.ends_at)
    lacks = _lacks(command)
    if command.said and lacks is not None and (command.starts_at is None or command.starts_at > ctx.now):
        ask_slot(ctx, CommandName.OPEN_CAMPAIGN, before=f"{TOLD}，{command.said}，", lacks=lacks.value)
        return ActivityLacks(lacks, command.title, command.starts_at)
    if span is None or not command.title or not command.people or command.people > MOST or span[0] <= ctx.now:
        return HowToOpenActivity(command.kind, span is not None and span[0] <= ctx.now)
    title, spot = command.title[:LONGEST_TITLE], command.spot[:LONGEST_TITLE] or None
    row = open_drive(
        ctx, who, Drive(title, *span, command.people, place, kind=command.kind, spot=spot)
    )  # fmt: skip
    told = invite(ctx, row, words.invitation(ctx, row), NoticeKind.CAMPAIGN, set())
    return ActivityOpened(row, told + _tell_units(ctx, row))


@executes(AddActivityTime)
def add_activity_time(
    command: AddActivityTime, ctx: Context
) -> ActivityTimeAdded | HowToOpenActivity | InThePast | NotTheirShift:
    """It has places of its own; who runs the duty there, or opened it, adds it."""
    who, row = member(ctx), activity_meant(ctx, command.shift)
    if not leads(ctx, who, row):
        return NotTheirShift(row, lead_name(ctx, row.lead_id))
    span = _span(ctx, command.starts_at, command.ends_at)
    if span is not None and span[0] <= ctx.now:
        return InThePast()
    if span is None or not command.people or command.people > MOST or row.campaign_id is None:
        return HowToOpenActivity(row.activity, False)
    return ActivityTimeAdded(add_time(ctx, row.campaign_id, *span, command.people))


def _lacks(command: OpenActivity) -> Lacks | None:
    """What is asked for first."""
    missing = {
        Lacks.TITLE: not command.title, Lacks.START: command.starts_at is None, Lacks.END: command.ends_at is None,
        Lacks.PEOPLE: not command.people,
    }  # fmt: skip
    return next((part for part, misses in missing.items() if misses), None)


def _span(ctx: Context, start: datetime | None, end: datetime | None) -> tuple[datetime, datetime] | None:
    """What a form sends is local time."""
    if start is None or end is None:
        return None
    first, last = (each if each.tzinfo else each.replace(tzinfo=ctx.config.zone) for each in (start, end))
    return (first, last) if first < last else None


def _place_called(ctx: Context, spot: str) -> int | None:
    """The place of ours that it names, as it would be read in a sentence: one can check in there."""
    named = [node.id for node in ctx.places.nodes.values() if spot and node.name == spot]
    found = decided(search(ctx.places, spot)) if spot and len(named) != 1 else None
    return named[0] if len(named) == 1 else found.place if found else None


def _tell_units(ctx: Context, row: ShiftRow) -> int:
    accounts = contacts_near(ctx, row.place_id)
    tell(ctx, accounts, f"units:{row.id}", NoticeKind.CAMPAIGN, words.unit_invitation(ctx, row))
    return len(accounts)
