"""Which shift somebody means, and whether it is theirs; each raises Refuse where it is not."""

from datetime import date
from typing import Any

from handlers.catalogue import entry_of
from handlers.context import Context
from handlers.duty.members import Member, lead_name, leads, member
from handlers.duty.outcomes.lead import NotTheirShift
from handlers.duty.outcomes.shifts import CalledOff, NeedsNumber, NoSuchShift, WhichShift
from handlers.outcomes import Refuse
from storage.duty.locks import lock_shifts
from storage.duty.shifts import ShiftRow, shift_by_id
from storage.duty.sign_ups import SignUpRow, shifts_of

_PART = 3


def shift_meant(ctx: Context, number: int | None, *, lock: bool = False) -> ShiftRow:
    """The shift with this number, that takes place."""
    if number is None:
        raise Refuse(NeedsNumber())
    row = shift_by_id(ctx.uow, number, lock=lock)
    if row is None:
        raise Refuse(NoSuchShift(number))
    if row.cancelled_at is not None:
        raise Refuse(CalledOff(row))
    return row


def led_shift(ctx: Context, number: int | None) -> tuple[Member, ShiftRow]:
    """The sender and the shift, locked, when they lead it."""
    who = member(ctx)
    row = shift_meant(ctx, number, lock=True)
    if not leads(ctx, who, row):
        raise Refuse(NotTheirShift(row, lead_name(ctx, row.lead_id)))
    return who, row


def led_shifts(ctx: Context, *numbers: int | None) -> tuple[Member, list[ShiftRow]]:
    """The sender and several shifts, all locked, when they lead each of them; asked before anything is locked."""
    who = member(ctx)
    for row in [shift_meant(ctx, number) for number in numbers]:
        if not leads(ctx, who, row):
            raise Refuse(NotTheirShift(row, lead_name(ctx, row.lead_id)))
    lock_shifts(ctx.uow, [number for number in numbers if number is not None])
    return who, [shift_meant(ctx, number) for number in numbers]


def own_place(
    ctx: Context, person_id: int, number: int | None, states: tuple[str, ...], command: type[Any], none: Any,
    days: tuple[date, date] | None = None,
) -> tuple[SignUpRow, ShiftRow]:  # fmt: skip
    """The sender's own place that a command means, by number or because it is the only one; `none`: what there is else.

    `days`: the days that were said where the number is only a guess; a place on none of them is not meant.
    """
    mine = shifts_of(ctx.uow, person_id, ctx.now, states)
    if days is not None:
        then = [each for each in mine if days[0] <= day_of(ctx, each[1]) <= days[1]]
        number = number if any(each[1].id == number for each in then) else None
        if number is None and len(then) != 1:
            raise Refuse(WhichShift(entry_of(command).label, tuple(row for _, row in then or mine)) if mine else none)
        mine = then
    if number is not None:
        found = next((each for each in mine if each[1].id == number), None)
        if found is not None:
            return found
        raise Refuse(none if shift_by_id(ctx.uow, number) is not None else NoSuchShift(number))
    if not mine:
        raise Refuse(none)
    if len(mine) > 1:
        raise Refuse(WhichShift(entry_of(command).label, tuple(row for _, row in mine)))
    return mine[0]


def day_of(ctx: Context, row: ShiftRow) -> date:
    """The local day on which a shift begins."""
    return row.shift.starts_at.astimezone(ctx.config.zone).date()


def called(name: str, said: str) -> bool:
    """Whether a text names a station: wholly, or by three characters of its name (和事佬)."""
    parts = {name[start : start + _PART] for start in range(len(name) - _PART + 1)} or {name}
    return bool(said) and (said in name or any(part in said for part in parts))
