"""预订 N 20人, 退订 N, 实到 N 18人: places that a unit holds, gives back, and fills."""

from governance.activities.bookings import Refusal, Refused, book, coached, may_give_back, may_record, places_left
from governance.activities.contests import enrolment_over
from governance.activities.kinds import ActivityKind
from governance.duty.attendance import opens_at
from handlers.activities.commands import BookPlaces, GiveBackPlaces, RecordArrivals
from handlers.activities.finding import activity_meant, unit_meant
from handlers.activities.outcomes import (
    ArrivalsRecorded,
    HowManyPlaces,
    NotByUnits,
    NothingBooked,
    NotTheTimeToRecord,
    PlacesBooked,
    PlacesGivenBack,
    PlacesRefused,
)
from handlers.catalogue import executes
from handlers.context import Context
from handlers.duty.members import lead_name, member
from handlers.duty.moving_up import move_up
from handlers.duty.placing import hold
from storage.activities import booking_of, bookings_on, change_booking, write_booking
from storage.duty.shifts import ShiftRow, filled, times_of_campaign

MOST = 999


@executes(BookPlaces)
def book_places(command: BookPlaces, ctx: Context) -> PlacesBooked | PlacesRefused | HowManyPlaces | NotByUnits:
    """So many in all: said again with another number, it is changed. Places that become free go to who waits."""
    who = member(ctx)
    row = _held(ctx, command.shift)
    unit = unit_meant(ctx, row, command.unit, "预订 {n} 20人")
    if row.call_up:
        return NotByUnits(row)
    wanted = command.people or (1 if row.activity is ActivityKind.COACHING else 0)
    if not 0 < wanted <= MOST:
        return HowManyPlaces(row)
    mine, full = booking_of(ctx.uow, row.id, unit.id), filled(ctx.uow, [row.id])[row.id]
    held = 0 if mine is None else mine.people
    left = places_left(row.shift.capacity, full.taken, full.waiting)
    decision = _not_here(ctx, row, unit.id, wanted > held) or book(
        wanted, held, left, row.starts_at, ctx.now, ctx.config.zone
    )
    if isinstance(decision, Refused):
        return PlacesRefused(row, unit.name, decision, held, full.waiting, lead_name(ctx, row.lead_id))
    if mine is None:
        write_booking(ctx.uow, row.id, unit.id, wanted, who.person_id, ctx.now)
    elif wanted != held:
        change_booking(ctx.uow, mine.id, people=wanted)
    if wanted < held:
        move_up(ctx, row)
    now = filled(ctx.uow, [row.id])[row.id]
    left = places_left(row.shift.capacity, now.taken, now.waiting)
    return PlacesBooked(row, unit.name, wanted, held, left)


def _held(ctx: Context, number: int | None) -> ShiftRow:
    """The activity's time, locked; of a coaching all its times, so that a unit gets one of them however it asks. Raises Refuse."""
    row = activity_meant(ctx, number)
    if row.activity is ActivityKind.COACHING and row.campaign_id is not None:
        hold(ctx, [each.id for each in times_of_campaign(ctx.uow, row.campaign_id)])
    return activity_meant(ctx, number, lock=True)


def _not_here(ctx: Context, row: ShiftRow, unit: int, more: bool) -> Refused | None:
    """Too late for more places; or another unit's time of a coaching, or a second one of its own."""
    if more and enrolment_over(row.enrol_until, ctx.now):
        return Refused(Refusal.ENROLMENT_OVER)
    if row.activity is not ActivityKind.COACHING or row.campaign_id is None:
        return None
    times = [each.id for each in times_of_campaign(ctx.uow, row.campaign_id) if each.cancelled_at is None]
    return coached(row.id, unit, [(each.shift_id, each.organisation_id) for each in bookings_on(ctx.uow, times)])


@executes(GiveBackPlaces)
def give_back(command: GiveBackPlaces, ctx: Context) -> PlacesGivenBack | PlacesRefused | NothingBooked:
    """Up to the day before; who waits moves up."""
    row = activity_meant(ctx, command.shift, lock=True)
    unit = unit_meant(ctx, row, command.unit, "退订 {n}")
    mine = booking_of(ctx.uow, row.id, unit.id)
    if mine is None:
        return NothingBooked(row, unit.name)
    if not may_give_back(row.starts_at, ctx.now, ctx.config.zone):
        late = Refused(Refusal.STARTED if row.starts_at <= ctx.now else Refusal.TOO_LATE, mine.people)
        return PlacesRefused(row, unit.name, late, mine.people, 0, lead_name(ctx, row.lead_id))
    change_booking(ctx.uow, mine.id, ended_at=ctx.now)
    move_up(ctx, row)
    return PlacesGivenBack(row, unit.name, mine.people)


@executes(RecordArrivals)
def record_arrivals(
    command: RecordArrivals, ctx: Context
) -> ArrivalsRecorded | NothingBooked | HowManyPlaces | NotTheTimeToRecord:
    """By who speaks for the unit, or who runs the duty there; the last word counts."""
    row = activity_meant(ctx, command.shift, lock=True)
    unit = unit_meant(ctx, row, command.unit, "实到 {n} 18人")
    mine = booking_of(ctx.uow, row.id, unit.id)
    if mine is None:
        return NothingBooked(row, unit.name)
    if command.people is None or not 0 <= command.people <= MOST:
        return HowManyPlaces(row, arrived=True)
    if not may_record(row.shift, ctx.now, ctx.config.rules):
        return NotTheTimeToRecord(row, ctx.now < opens_at(row.shift, ctx.config.rules))
    change_booking(ctx.uow, mine.id, came=command.people)
    return ArrivalsRecorded(row, unit.name, command.people, mine.people)
