"""What shows that somebody is where they check in: a scan of the place's code, or a position."""

from governance.duty.check_ins import Method, near_enough
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import settled
from handlers.duty.attend import here_by_position, here_by_scan, shift_due
from handlers.duty.check_in import streak_of
from handlers.duty.commands.presence import ScanPlace, ShowPosition
from handlers.duty.expecting import asked_for, awaited_at
from handlers.duty.geofence import metres_from
from handlers.duty.members import Member, member
from handlers.duty.outcomes.presence import (
    AlreadyCheckedIn,
    AlreadyThere,
    ByPosition,
    CameToShift,
    CheckedIn,
    NotCheckedIn,
    Proved,
    ProvesNothing,
    ScanIsNotEnough,
)
from storage.duty import check_ins


@executes(ScanPlace)
def scanned(
    command: ScanPlace, ctx: Context
) -> CameToShift | AlreadyThere | ScanIsNotEnough | CheckedIn | AlreadyCheckedIn:
    """Present at the sender's shift there, else checked in."""
    who, place = member(ctx), command.place
    due = shift_due(ctx, who.person_id)
    if due is not None and due[1].place_id == place:
        return here_by_scan(ctx, who, *due)
    method = Method.QR
    if not check_ins.check_in(
        ctx.uow, person_id=who.person_id, place_id=place, day=ctx.today, kind="check_in", method=method.value,
        now=ctx.now,
    ):  # fmt: skip
        check_ins.prove(ctx.uow, who.person_id, place, ctx.today, method.value, None)
        return AlreadyCheckedIn(place, streak_of(ctx, who))
    return CheckedIn(place, streak_of(ctx, who), method)


@executes(ShowPosition)
def position_shown(command: ShowPosition, ctx: Context) -> ByPosition | Proved | ProvesNothing | NotCheckedIn:
    """At the shift that waits for it, else at the place where the sender checked in by words."""
    who = member(ctx)
    due = awaited_at(ctx, who)
    if due is not None:
        return here_by_position(ctx, who, *due, command.lat, command.lon)
    question = asked_for(ctx)
    if question is None:
        return NotCheckedIn()
    settled(ctx)
    return _prove(ctx, who, question.data["place"], command.lat, command.lon)


def _prove(ctx: Context, who: Member, place: int, lat: float, lon: float) -> Proved | ProvesNothing:
    """The position came after the words."""
    metres = metres_from(ctx, place, lat, lon)
    if metres is None or not near_enough(metres, ctx.config.rules):
        return ProvesNothing(place, metres or 0)
    check_ins.prove(ctx.uow, who.person_id, place, ctx.today, Method.LOCATION.value, round(metres))
    return Proved(place, metres)
