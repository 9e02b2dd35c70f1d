"""At the shift: there, shown by a scan, a position or the station's code; and gone again, with the minutes that count."""

from datetime import timedelta

from governance.days import month_of
from governance.duty.attendance import by_month, late_minutes, opens_at, presence
from governance.duty.check_ins import Method, near_enough
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Question, ask, settled
from handlers.duty.commands.presence import CheckOut
from handlers.duty.geofence import is_code, last_position, metres_from
from handlers.duty.members import Member, member
from handlers.duty.outcomes.presence import (
    AlreadyThere,
    ByPosition,
    CameToShift,
    CheckedOut,
    NotCheckedIn,
    ScanIsNotEnough,
    ShowYouAreThere,
    TooFarFromShift,
    WrongCode,
)
from handlers.duty.placing import hold
from storage.duty.check_ins import check_in as note_check_in
from storage.duty.hours import credit, minutes_of
from storage.duty.shifts import ShiftRow
from storage.duty.sign_ups import SignUpRow, change, shifts_of, standing_of

AFTER_END = timedelta(hours=12)
"""So long after its end one may still say that one has left."""

ByWords = CameToShift | AlreadyThere | WrongCode | TooFarFromShift | ScanIsNotEnough | ShowYouAreThere


def shift_due(ctx: Context, person_id: int) -> tuple[SignUpRow, ShiftRow] | None:
    """The sender's shift that one may check in to now; one where they are already, where there is no other."""
    near = [(place, row) for place, row in shifts_of(ctx.uow, person_id, ctx.now)
            if opens_at(row.shift, ctx.config.rules) <= ctx.now]  # fmt: skip
    coming = [each for each in near if each[0].state == "signed"]
    return next(iter(coming or near), None)


def here_by_words(ctx: Context, who: Member, place: SignUpRow, row: ShiftRow, code: str | None) -> ByWords:
    """打卡 at a shift: the code or a position sent before shows it; else it is asked for."""
    if place.state == "present":
        return AlreadyThere(row)
    if code is not None:
        known = row.station_id is not None and is_code(ctx, row.station_id, code)
        return _here(ctx, who, place, row, Method.CODE, None) if known else WrongCode()
    position = last_position(ctx)
    if position is not None:
        return here_by_position(ctx, who, place, row, *position)
    ask(ctx, Question.THERE, place=row.place_id)
    return ShowYouAreThere(row)


def here_by_position(ctx: Context, who: Member, place: SignUpRow, row: ShiftRow, lat: float, lon: float) -> ByPosition:
    """A position: near enough, or refused with the distance."""
    metres = metres_from(ctx, row.place_id, lat, lon)
    if metres is None:
        return ScanIsNotEnough() if row.needs_code else ShowYouAreThere(row)
    if not near_enough(metres, ctx.config.rules):
        ask(ctx, Question.THERE, place=row.place_id)
        return TooFarFromShift(row.place_id, metres)
    return _here(ctx, who, place, row, Method.LOCATION, round(metres))


def here_by_scan(
    ctx: Context, who: Member, place: SignUpRow, row: ShiftRow
) -> CameToShift | AlreadyThere | ScanIsNotEnough:
    """A scan of the printed code: enough, unless the station asks for more."""
    if place.state == "present":
        return AlreadyThere(row)
    if row.needs_code:
        ask(ctx, Question.THERE, place=row.place_id)
        return ScanIsNotEnough()
    return _here(ctx, who, place, row, Method.QR, None)


def _here(
    ctx: Context, who: Member, place: SignUpRow, row: ShiftRow, method: Method, distance: int | None
) -> CameToShift | AlreadyThere:
    settled(ctx)
    hold(ctx, [row.id])
    now_standing = standing_of(ctx.uow, row.id, who.person_id)
    if now_standing is None or now_standing.state not in ("signed", "absent"):
        return AlreadyThere(row)
    late = late_minutes(row.shift, ctx.now, ctx.config.rules)
    change(ctx.uow, place.id, state="present", came_at=ctx.now, method=method.value, distance_m=distance, late=late)
    note_check_in(
        ctx.uow, person_id=who.person_id, place_id=row.place_id, day=ctx.today, kind="check_in", method=method.value,
        now=ctx.now, distance_m=distance,
    )  # fmt: skip
    return CameToShift(row, late)


@executes(CheckOut)
def check_out(command: CheckOut, ctx: Context) -> CheckedOut | NotCheckedIn:
    """The stay is over and its minutes count."""
    who = member(ctx)
    here = shifts_of(ctx.uow, who.person_id, ctx.now - AFTER_END, ("present",))
    meant = next((row.id for _, row in here if command.shift in (None, row.id)), None)
    if meant is None:
        return NotCheckedIn()
    row = hold(ctx, [meant])[meant]
    place = standing_of(ctx.uow, meant, who.person_id)
    if place is None or place.state != "present":
        return NotCheckedIn()
    early, minutes = credit_stay(ctx, place, row, by_id=None)
    return CheckedOut(row, early, minutes, minutes_of(ctx.uow, who.person_id, month_of(ctx.today), ctx.today))


def credit_stay(ctx: Context, place: SignUpRow, row: ShiftRow, by_id: int | None) -> tuple[int, int]:
    """Ends a stay at this instant; `by_id`: who confirms that it lasted to the shift's end. Minutes too early, minutes that count.

    Source: design, section 5 (hours on check-out, or at the shift's end when confirmed).
    """
    assert place.came_at is not None
    left = ctx.now if by_id is None else max(ctx.now, row.shift.ends_at)
    stay = presence(row.shift, place.came_at, left, ctx.config.rules)
    change(ctx.uow, place.id, state="done", left_at=left, late=stay.late, early=stay.early, ended_at=ctx.now)
    total = 0
    for day, minutes in by_month(stay.came_at, stay.left_at, ctx.config.zone):
        total += minutes
        credit(
            ctx.uow, person_id=place.person_id, day=day, minutes=minutes, now=ctx.now, place_id=row.place_id, by_id=by_id,
            source="campaign" if row.campaign_id is not None else "shift", source_key=f"shift:{place.id}:{day}",
        )  # fmt: skip
    return stay.early, total
