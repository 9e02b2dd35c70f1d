"""Changing a rota that stands: somebody is taken off, moved, or changes places with another; or nothing changes at all.

Both shifts and all who are concerned are locked before anything is looked at, so that of two who move the same place at once the
second is told that it has gone.
"""

from dataclasses import dataclass

from governance.duty.shifts import Clash, clash
from governance.notices import NoticeKind
from handlers.catalogue import executes
from handlers.colleagues import people_called
from handlers.context import Context
from handlers.duty.commands.rota import ExchangeShifts, MoveToShift, TakeOffShift
from handlers.duty.fitting import NEAR, refusal, stands
from handlers.duty.members import Member, require_reach
from handlers.duty.moving_up import move_up
from handlers.duty.outcomes.rota import AlreadyBegun, CannotMove, Exchanged, Moved, NotStanding, SeveralStand, TakenOff
from handlers.duty.outcomes.swaps import WhyNot
from handlers.duty.placing import Placed, Via, hold, put
from handlers.duty.queries import led_shifts
from handlers.duty.texts import notices as told
from handlers.duty.texts.words import what
from handlers.notices import tell
from handlers.outcomes import Refuse
from storage.audit import AuditEntry, note
from storage.duty.shifts import ShiftRow, filled
from storage.duty.sign_ups import SignUpRow, change, end_offers, on_shift, shifts_of, sign, standing_of
from storage.people import KnownPerson
from storage.serving import followed_accounts

MOVABLE = ("proposed", "signed", "standby")


@dataclass(frozen=True)
class _Place:
    """Somebody on a shift that has not begun."""

    row: ShiftRow
    person: KnownPerson
    sign_up: SignUpRow

    @property
    def proposed(self) -> bool:
        """Whether they have not been told of it yet."""
        return self.sign_up.state == "proposed"


@executes(TakeOffShift)
def take_off(command: TakeOffShift, ctx: Context) -> TakenOff | NotStanding | SeveralStand | AlreadyBegun:
    """Gives somebody's place back for them."""
    who, (row,) = led_shifts(ctx, command.shift)
    (place,) = _places(ctx, (row, command.name, MOVABLE))
    _leave(ctx, place)
    note(ctx.uow, ctx.sender.id, AuditEntry("shift.take_off", f"shift:{row.id}", place.person.code), ctx.now)
    if place.sign_up.state == "signed":
        move_up(ctx, row)
    if not place.proposed:
        text = told.TAKEN_OFF_TOLD.format(who=who.name, what=what(ctx, row), n=row.id)
        _tell(ctx, place.person, f"off:{place.sign_up.id}", text)
    return TakenOff(row, place.person.name, told=not place.proposed)


@executes(MoveToShift)
def move(command: MoveToShift, ctx: Context) -> Moved | NotStanding | SeveralStand | CannotMove | AlreadyBegun:
    """From one shift to another with room; a proposal stays one."""
    who, (here, there) = led_shifts(ctx, command.shift, command.to)
    (place,) = _places(ctx, (here, command.name, ("proposed", "signed")))
    _require_reach(ctx, who, place, there)
    full = filled(ctx.uow, [there.id])[there.id].taken
    full += len(on_shift(ctx.uow, there.id, "proposed")) if place.proposed else 0
    why = _hindrance(ctx, place, there)
    if why is None and full >= there.shift.capacity:
        why = WhyNot.FULL
    if why is not None:
        return CannotMove(there, place.person.name, why)
    _leave(ctx, place)
    _arrive(ctx, who, place, there)
    if not place.proposed:
        move_up(ctx, here)
    return Moved(here, there, place.person.name, told=not place.proposed)


@executes(ExchangeShifts)
def exchange(
    command: ExchangeShifts, ctx: Context
) -> Exchanged | NotStanding | SeveralStand | CannotMove | AlreadyBegun:
    """Each in the other's place; as many stand on either shift as before."""
    who, (here, there) = led_shifts(ctx, command.shift, command.other_shift)
    may_be = ("proposed", "signed")
    one, other = _places(ctx, (here, command.name, may_be), (there, command.other, may_be))
    for place, to in ((one, there), (other, here)):
        _require_reach(ctx, who, place, to)
        why = _hindrance(ctx, place, to)
        if why is not None:
            return CannotMove(to, place.person.name, why)
    for place in (one, other):
        _leave(ctx, place)
    for place, to in ((one, there), (other, here)):
        _arrive(ctx, who, place, to)
    return Exchanged(here, there, one.person.name, other.person.name)


def _places(ctx: Context, *asked: tuple[ShiftRow, str, tuple[str, ...]]) -> list[_Place]:
    """Who is meant on each of these locked shifts, locked with all who wait there. Raises Refuse."""
    found = []
    for row, name, states in asked:
        if row.shift.starts_at <= ctx.now:
            raise Refuse(AlreadyBegun(row))
        there = {each.person_id: each for each in on_shift(ctx.uow, row.id, *states)}
        called = [person for person in people_called(ctx, name, row.place_id) if person.id in there]
        if not called:
            raise Refuse(NotStanding(row, name))
        if len(called) > 1:
            raise Refuse(SeveralStand(row, name, tuple(person.code for person in called)))
        found.append(_Place(row, called[0], there[called[0].id]))
    waiting = {each.person_id for row, _, _ in asked for each in on_shift(ctx.uow, row.id, "standby")}
    hold(ctx, [row.id for row, _, _ in asked], waiting | {place.person.id for place in found})
    return found


def _require_reach(ctx: Context, who: Member, place: _Place, to: ShiftRow) -> None:
    """At another station they stand only where the lead may put them, or they asked to. Raises Refuse."""
    if place.row.station_id != to.station_id and standing_of(ctx.uow, to.id, place.person.id) is None:
        require_reach(ctx, who, place.person)


def _hindrance(ctx: Context, place: _Place, to: ShiftRow) -> WhyNot | None:
    """What keeps them from the other shift once they have left theirs."""
    person_id = place.person.id
    if to.shift.starts_at <= ctx.now:
        return WhyNot.STARTED
    there = standing_of(ctx.uow, to.id, person_id)
    if stands(there) or (there is not None and there.state == "proposed"):
        return WhyNot.ON
    refused = refusal(ctx, to, person_id, leaving=place.row.id)
    if refused is not None:
        return WhyNot(refused.reason.value)
    if not place.proposed:
        return None
    own = shifts_of(ctx.uow, person_id, to.shift.starts_at - NEAR, ("proposed",))
    others = [row.shift for _, row in own if row.id not in (place.row.id, to.id)]
    found = clash(to.shift, others, ctx.config.zone, ctx.config.rules)
    return None if found is None else WhyNot.OVERLAP if found[0] is Clash.OVERLAP else WhyNot.REST


def _leave(ctx: Context, place: _Place) -> None:
    change(ctx.uow, place.sign_up.id, state="cancelled", ended_at=ctx.now)
    end_offers(ctx.uow, place.sign_up.id, "withdrawn", ctx.now)


def _arrive(ctx: Context, who: Member, place: _Place, to: ShiftRow) -> None:
    """On the other shift as they stood on theirs; who had been told is told."""
    entry = AuditEntry("shift.move", f"shift:{place.row.id}", f"{place.person.code} to shift:{to.id}")
    note(ctx.uow, ctx.sender.id, entry, ctx.now)
    if place.proposed:
        waits = standing_of(ctx.uow, to.id, place.person.id)
        if waits is not None:
            change(ctx.uow, waits.id, state="cancelled", ended_at=ctx.now)
        sign(ctx.uow, to.id, place.person.id, "proposed", "plan", ctx.now, told.WHY_MOVED.format(who=who.name))
        return
    arrived = put(ctx, to.id, place.person.id, Via.LEAD)
    if not isinstance(arrived, Placed):
        raise LookupError(f"nothing stood in the way, and then {arrived}")
    text = told.MOVED_TOLD.format(who=who.name, before=what(ctx, place.row), what=what(ctx, to), n=to.id)
    _tell(ctx, place.person, f"moved:{arrived.id}", text, told.TAP_CANCEL.format(n=to.id))


def _tell(ctx: Context, person: KnownPerson, key: str, text: str, *taps: str) -> None:
    tell(ctx, followed_accounts(ctx.uow, [person.id]), key, NoticeKind.DUTY, text, taps=taps)
