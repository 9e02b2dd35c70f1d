"""What the lead of a station does: add a shift, stop one, put somebody on it, say what people are trained for, show the code."""

from governance.duty.admission import Refused
from governance.notices import NoticeKind
from handlers.activities.asking import tell_units_it_is_off
from handlers.catalogue import entry_of, executes
from handlers.colleagues import Waiting
from handlers.context import Context
from handlers.duty.commands.lead import AddShift, AssignShift, Qualify, ShowStationCode, StopShift
from handlers.duty.geofence import code_good_until, code_now
from handlers.duty.members import Member, in_reach, member, one_named, require_reach, stations_of
from handlers.duty.outcomes.lead import (
    Assigned,
    CannotAssign,
    HowToAdd,
    HowToQualify,
    HowToStop,
    InThePast,
    LeadsNothing,
    Qualified,
    ShiftAdded,
    ShiftStopped,
    StationCode,
    WhichStation,
)
from handlers.duty.outcomes.swaps import WhyNot
from handlers.duty.placing import Placed, Via, put
from handlers.duty.queries import called, led_shift
from handlers.duty.texts import notices as told
from handlers.duty.texts.words import said_of, what
from handlers.duty.which_station import station_meant
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.refusals import NotAllowed
from storage.audit import AuditEntry, note
from storage.duty.members import qualify
from storage.duty.shifts import add_shift, change_shift, filled, shift_by_id
from storage.duty.sign_ups import change, on_shift, standing_of
from storage.duty.stations import StationRow
from storage.serving import followed_accounts
from understanding.command_names import CommandName
from understanding.which_person import WHO

LONGEST_REASON, LONGEST_QUALIFICATION = 200, 40


@executes(AddShift)
def add(command: AddShift, ctx: Context) -> ShiftAdded | HowToAdd | InThePast:
    """At the station that is named, or the only one that the sender leads."""
    station = station_meant(ctx, _known_stations(ctx, member(ctx)), command.station)
    span = command.span
    if span is None or not command.people:
        return HowToAdd(station.name)
    if span.start <= ctx.now:
        return InThePast()
    number = add_shift(
        ctx.uow, station_id=station.id, day=span.start.astimezone(ctx.config.zone).date(), starts_at=span.start,
        ends_at=span.end, capacity=command.people,
    )  # fmt: skip
    row = shift_by_id(ctx.uow, number)
    assert row is not None
    return ShiftAdded(row)


@executes(StopShift)
def stop(command: StopShift, ctx: Context) -> ShiftStopped | HowToStop:
    """Nobody needs to come; everybody on it is told."""
    _, row = led_shift(ctx, command.shift)
    if not command.reason:
        return HowToStop(row.id)
    change_shift(ctx.uow, row.id, cancelled_at=ctx.now, cancel_reason=command.reason[:LONGEST_REASON])
    people = [place.person_id for place in on_shift(ctx.uow, row.id, "signed", "standby", "present")]
    for place in on_shift(ctx.uow, row.id, "signed", "standby", "proposed"):
        change(ctx.uow, place.id, state="cancelled", ended_at=ctx.now)
    text = said_of(told.STOPPED_TOLD, row).format(n=row.id, what=what(ctx, row), reason=command.reason)
    tell(ctx, followed_accounts(ctx.uow, people), f"stopped:{row.id}", NoticeKind.DUTY, text)
    tell_units_it_is_off(ctx, row, command.reason)
    note(ctx.uow, ctx.sender.id, AuditEntry("shift.stop", f"shift:{row.id}"), ctx.now)
    return ShiftStopped(row, len(people))


@executes(AssignShift)
def assign(command: AssignShift, ctx: Context) -> Assigned | CannotAssign | NotAllowed:
    """Puts somebody on the shift, full or not, where no rule forbids it: who serves here, or has asked to stand on it."""
    who, row = led_shift(ctx, command.shift)
    waiting = Waiting(CommandName.ASSIGN_SHIFT, f"{row.id} {WHO}")
    other = one_named(
        ctx, command.name, lambda why: CannotAssign(command.name, why, row), waiting, row.place_id,
        lambda each: standing_of(ctx.uow, row.id, each.id) is not None or in_reach(ctx, who, each),
    )  # fmt: skip
    if standing_of(ctx.uow, row.id, other.id) is None:
        require_reach(ctx, who, other)
    if not command.beyond and filled(ctx.uow, [row.id])[row.id].taken >= row.shift.capacity:
        return CannotAssign(other.name, WhyNot.FULL, row)
    found = put(ctx, row.id, other.id, Via.LEAD)
    if isinstance(found, Refused):
        return CannotAssign(other.name, WhyNot(found.reason.value), row)
    if not isinstance(found, Placed):
        return CannotAssign(other.name, WhyNot.ON, row)
    text = said_of(told.ASSIGNED_TOLD, row).format(who=who.name, what=what(ctx, row), n=row.id)
    taps = (said_of(told.TAP_CANCEL, row).format(n=row.id),)
    tell(ctx, followed_accounts(ctx.uow, [other.id]), f"assigned:{found.id}", NoticeKind.DUTY, text, taps=taps)
    return Assigned(row, other.name)


@executes(Qualify)
def qualify_member(command: Qualify, ctx: Context) -> Qualified | HowToQualify | NotAllowed:
    """By the lead of a station, or who runs the duty, where the other serves."""
    who = member(ctx)
    _known_stations(ctx, who)
    if not command.name or not command.qualification:
        return HowToQualify()
    waiting = Waiting(CommandName.QUALIFY, f"{WHO} {command.qualification}")
    other = one_named(ctx, command.name, lambda why: CannotAssign(command.name, why), waiting)
    require_reach(ctx, who, other)
    what_for = command.qualification[:LONGEST_QUALIFICATION]
    new = qualify(ctx.uow, other.id, what_for, who.person_id, ctx.now)
    note(ctx.uow, ctx.sender.id, AuditEntry("qualification.give", f"person:{other.code}", what_for), ctx.now)
    return Qualified(other.name, what_for, new)


@executes(ShowStationCode)
def station_code(command: ShowStationCode, ctx: Context) -> StationCode:
    """What the station shows these minutes, for its lead."""
    known, said = _known_stations(ctx, member(ctx)), command.station
    chosen = [each for each in known if not said or called(each.name, said)] or known
    if len(chosen) != 1:
        raise Refuse(WhichStation(entry_of(ShowStationCode).label, tuple(each.name for each in known)))
    station = chosen[0]
    return StationCode(station.name, code_now(ctx, station.id), code_good_until(ctx))


def _known_stations(ctx: Context, who: Member) -> list[StationRow]:
    known = stations_of(ctx, who)
    if not known:
        raise Refuse(LeadsNothing())
    return known
