"""值班表, 我的值班, 班次 N: what is to be done, and who does it."""

from datetime import timedelta

from handlers.catalogue import executes
from handlers.context import Context
from handlers.duty.commands.shifts import ShowMyShifts, ShowShift, ShowShifts
from handlers.duty.listed import keep_listed
from handlers.duty.members import leads, member
from handlers.duty.outcomes.shifts import NoOwnShifts, NoShifts, OwnShifts, ShiftShown, ShiftsListed
from handlers.duty.queries import called, shift_meant
from storage.duty.shifts import coming_shifts, filled
from storage.duty.sign_ups import on_shift, shifts_of
from storage.duty.stations import stations
from storage.people import names_of
from understanding.masking import masked_name

WEEK = timedelta(days=7)


@executes(ShowShifts)
def shifts(command: ShowShifts, ctx: Context) -> ShiftsListed | NoShifts:
    """Of the coming week, or of the day or station that is named."""
    member(ctx)
    local, span = ctx.here.local, command.span
    named = [each.id for each in stations(ctx.uow) if called(each.name, command.said)]
    rows = coming_shifts(
        ctx.uow, ends_after=local, starts_from=span.start if span else None, station_ids=named,
        starts_before=span.end if span else local + WEEK,
    )  # fmt: skip
    if command.hours is not None:
        begin, end = command.hours
        rows = [row for row in rows if begin <= row.shift.starts_at.astimezone(ctx.config.zone).hour < end]
    if not rows:
        return NoShifts(command.said)
    keep_listed(ctx, rows)
    full = filled(ctx.uow, [row.id for row in rows])
    free = (row for row in rows if full[row.id].taken < row.shift.capacity and row.shift.closes_at > ctx.now)
    return ShiftsListed(command.said, tuple((row, full[row.id]) for row in rows), next(free, rows[0]))


@executes(ShowMyShifts)
def my_shifts(_command: ShowMyShifts, ctx: Context) -> OwnShifts | NoOwnShifts:
    """Where the sender stands or waits."""
    person = member(ctx).person_id
    mine = shifts_of(ctx.uow, person, ctx.now, ("signed", "standby", "present"))
    if not mine:
        return NoOwnShifts()
    return OwnShifts(
        tuple(
            (row, place.state, _waits(ctx, row.id, person) if place.state == "standby" else None) for place, row in mine
        )
    )


@executes(ShowShift)
def who_stands(command: ShowShift, ctx: Context) -> ShiftShown:
    """Who stands there and who waits; full names for its lead."""
    who = member(ctx)
    row = shift_meant(ctx, command.shift)
    full_names = leads(ctx, who, row)
    standing = on_shift(ctx.uow, row.id)
    names = names_of(ctx.uow, [place.person_id for place in standing])
    shown = {p: name if full_names or p == who.person_id else masked_name(name) for p, name in names.items()}
    on = [(shown[each.person_id], each.state) for each in standing if each.state not in ("standby", "proposed")]
    return ShiftShown(row, tuple(on), tuple(shown[each.person_id] for each in standing if each.state == "standby"))


def _waits(ctx: Context, shift_id: int, person_id: int) -> int:
    return [each.person_id for each in on_shift(ctx.uow, shift_id, "standby")].index(person_id) + 1
