"""打卡: at a courtyard, building, station or study place; by words and a position; one a person, place and day."""

from datetime import timedelta

from governance.duty.admission import Admitted
from governance.duty.attendance import opens_at
from governance.duty.check_ins import Method, Streak, near_enough, still_for_yesterday, streak
from governance.roles import Role
from handlers.catalogue import executes
from handlers.colleagues import Waiting, only_one, people_called
from handlers.context import Context
from handlers.conversation.questions import Question, Wants, ask, ask_slot
from handlers.duty.attend import ByWords, here_by_words, shift_due
from handlers.duty.commands.presence import CheckIn, ShowCheckIns
from handlers.duty.fitting import decide
from handlers.duty.geofence import last_position, metres_from, position_of
from handlers.duty.members import Member, member
from handlers.duty.outcomes.presence import (
    AlreadyCheckedIn,
    CheckedIn,
    CheckedInBeside,
    CheckInCalendar,
    CheckInWhere,
    NoShiftThere,
    OnlyForLeaders,
    TooEarly,
    TooFarAway,
    TooLateForYesterday,
    WhoIsBeside,
)
from handlers.duty.outcomes.shifts import NoOwnShifts
from handlers.outcomes import Refuse
from storage.duty import check_ins
from storage.duty.shifts import ShiftRow, coming_shifts, filled
from storage.duty.sign_ups import shifts_of
from understanding.command_names import CommandName
from understanding.which_person import WHO

_LOOK_BACK = timedelta(days=400)
_SOON = timedelta(hours=2)
_AREAS = frozenset({"subdistrict", "alliance", "community"})
"""Nobody checks in at so large a place."""
MOST = 24

AtPlace = CheckedIn | AlreadyCheckedIn | TooFarAway | TooLateForYesterday | CheckedInBeside | WhoIsBeside


@executes(CheckIn)
def check_in(command: CheckIn, ctx: Context) -> ByWords | AtPlace | CheckInWhere:
    """At the shift that begins now, where the place that is named is no other; else at that place."""
    who = member(ctx)
    elsewhere = command.yesterday or command.beside is not None
    due = None if elsewhere else shift_due(ctx, who.person_id)
    if due is not None and command.place in (None, due[1].place_id):
        return here_by_words(ctx, who, *due, command.code)
    if command.arrived and not elsewhere and (command.station or _is_station(ctx, command.place)):
        raise Refuse(_no_shift_there(ctx, who, command.place))
    if command.code or (command.place is None and not elsewhere and _soon(ctx, who)):
        _no_shift_now(ctx, who)
    if elsewhere and not who.holds(Role.BUILDING_LEADER):
        raise Refuse(OnlyForLeaders(command.beside is not None))
    place = command.place or _own_place(ctx, who)
    if place is None:
        ask_slot(ctx, CommandName.CHECK_IN, before=command.said, wants=Wants.PLACE)
        return CheckInWhere(next((p for p, node in ctx.places.nodes.items() if node.kind == "station"), None))
    return _at(ctx, who, command, place)


def _at(ctx: Context, who: Member, command: CheckIn, place: int) -> AtPlace:
    if command.beside is not None:
        return _beside(ctx, who, command.beside, place)
    if command.yesterday:
        if not still_for_yesterday(ctx.now, ctx.config.zone, ctx.config.rules):
            return TooLateForYesterday()
        return _by_words(ctx, who, place, yesterday=True)
    position = last_position(ctx)
    return _by_position(ctx, who, place, *position) if position is not None else _by_words(ctx, who, place)


@executes(ShowCheckIns)
def calendar(_command: ShowCheckIns, ctx: Context) -> CheckInCalendar:
    """Days in a row and the month."""
    days = check_ins.days_of(ctx.uow, member(ctx).person_id, ctx.today - _LOOK_BACK)
    return CheckInCalendar(ctx.today, frozenset(days), streak(days, ctx.today))


def streak_of(ctx: Context, who: Member) -> Streak:
    """The sender's days in a row, today's check-in included."""
    return streak(check_ins.days_of(ctx.uow, who.person_id, ctx.today - _LOOK_BACK), ctx.today)


def _own_place(ctx: Context, who: Member) -> int | None:
    """Where somebody checks in when they do not say: the building they lead, where they last did, where they live, serve."""
    home, nodes = ctx.sender.place_id, ctx.places.nodes
    led = [t.place_id for t in who.terms if t.role is Role.BUILDING_LEADER and t.place_id is not None]
    if led:
        return home if home in led else led[0]
    last = check_ins.last_place_of(ctx.uow, who.person_id)
    if last is not None and last in nodes:
        return last
    near = [home, *(term.place_id for term in who.terms)]
    return next((p for p in near if p is not None and p in nodes and nodes[p].kind not in _AREAS), None)


def _is_station(ctx: Context, place: int | None) -> bool:
    return place is not None and ctx.places.nodes[place].kind == "station"


def _no_shift_there(ctx: Context, who: Member, place: int | None) -> NoShiftThere:
    coming = shifts_of(ctx.uow, who.person_id, ctx.now, ("signed",))
    here = [row for _, row in coming if place in (None, row.place_id)] or [row for _, row in coming]
    own = (here[0], opens_at(here[0].shift, ctx.config.rules)) if here else None
    return NoShiftThere(place, own, None if place is None else _free_today(ctx, who, place))


def _free_today(ctx: Context, who: Member, place: int) -> ShiftRow | None:
    """A shift there that is yet to end today and that no rule keeps the sender from."""
    until = ctx.here.local.replace(hour=23, minute=59)
    rows = coming_shifts(ctx.uow, ends_after=ctx.here.local, starts_before=until, most=MOST)
    there = [row for row in rows if row.place_id == place]
    full = filled(ctx.uow, [row.id for row in there])
    return next((row for row in there if isinstance(decide(ctx, row, who.person_id, full[row.id]), Admitted)), None)


def _soon(ctx: Context, who: Member) -> bool:
    """Whether a shift of theirs begins soon: what they say is meant for it."""
    coming = shifts_of(ctx.uow, who.person_id, ctx.now, ("signed",))
    return bool(coming) and coming[0][1].shift.starts_at - ctx.now <= _SOON


def _no_shift_now(ctx: Context, who: Member) -> None:
    coming = shifts_of(ctx.uow, who.person_id, ctx.now, ("signed",))
    if not coming:
        raise Refuse(NoOwnShifts())
    row = coming[0][1]
    raise Refuse(TooEarly(row, opens_at(row.shift, ctx.config.rules)))


def _by_words(ctx: Context, who: Member, place: int, *, yesterday: bool = False) -> CheckedIn | AlreadyCheckedIn:
    day = ctx.today - timedelta(days=1) if yesterday else ctx.today
    new = check_ins.check_in(
        ctx.uow,
        person_id=who.person_id,
        place_id=place,
        day=day,
        kind="check_in",
        method=Method.TEXT.value,
        now=ctx.now,
    )
    if not new:
        return AlreadyCheckedIn(place, streak_of(ctx, who), yesterday)
    provable = not yesterday and position_of(ctx.places, place) is not None
    if provable:
        ask(ctx, Question.THERE, place=place)
    return CheckedIn(place, streak_of(ctx, who), Method.TEXT, yesterday, asks=provable)


def _by_position(
    ctx: Context, who: Member, place: int, lat: float, lon: float
) -> CheckedIn | AlreadyCheckedIn | TooFarAway:
    """The position was sent first."""
    metres = metres_from(ctx, place, lat, lon)
    if metres is None:
        return _by_words(ctx, who, place)
    if not near_enough(metres, ctx.config.rules):
        return TooFarAway(place, metres)
    method, far = Method.LOCATION, round(metres)
    if not check_ins.check_in(
        ctx.uow, person_id=who.person_id, place_id=place, day=ctx.today, kind="check_in", method=method.value,
        now=ctx.now, distance_m=far,
    ):  # fmt: skip
        check_ins.prove(ctx.uow, who.person_id, place, ctx.today, method.value, far)
        return AlreadyCheckedIn(place, streak_of(ctx, who))
    return CheckedIn(place, streak_of(ctx, who), method, metres=metres)


def _beside(ctx: Context, who: Member, name: str, place: int) -> CheckedInBeside | WhoIsBeside:
    """For a helper who stands beside, recorded so."""
    found = people_called(ctx, name)
    if not found:
        return WhoIsBeside(name)
    before = f"{ctx.places.full_name(place)} 替{WHO}"
    helper = only_one(ctx, name, found, Waiting(CommandName.CHECK_IN, before))
    new = check_ins.check_in(
        ctx.uow, person_id=helper.id, place_id=place, day=ctx.today, kind="check_in", method=Method.BESIDE.value,
        now=ctx.now, by_id=who.person_id,
    )  # fmt: skip
    return CheckedInBeside(helper.name, place, new)
