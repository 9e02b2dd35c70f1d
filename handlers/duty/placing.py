"""The one way onto a shift: the shift and the person are locked, looked at, and only then written.

Signing up, moving up, being assigned, swapping, a confirmed plan and a call-up all come through here, so that nobody
stands in two places at once however two of them come together.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from governance.duty.admission import Admitted, Refused, StandBy
from handlers.context import Context
from handlers.duty.fitting import decide, refusal, stands
from storage.duty.locks import lock_people, lock_shifts
from storage.duty.shifts import ShiftRow, change_shift, filled, shifts_by_id
from storage.duty.sign_ups import SignUpRow, change, on_shift, sign, standing_of


class Via(StrEnum):
    """How somebody comes to a place; as it is stored."""

    SELF = "self"
    """By signing up: where the shift is full, onto its stand-by list."""
    STANDBY = "standby"
    """Moved up from the stand-by list to a place that is free."""
    LEAD = "lead"
    """Put there by the lead, full or not."""
    SWAP = "swap"
    """In the place of somebody who leaves it."""
    PLAN = "plan"
    """Proposed, and confirmed by the lead: only where there is room."""


@dataclass(frozen=True)
class Placed:
    """They stand there now; `id`: of the sign-up."""

    id: int


@dataclass(frozen=True)
class There:
    """They stood there before."""


@dataclass(frozen=True)
class Waiting:
    """They wait on the stand-by list since before; `place`: which, 1-based."""

    place: int


def hold(ctx: Context, shift_ids: Collection[int], person_ids: Collection[int] = ()) -> dict[int, ShiftRow]:
    """Locks shifts by number, then people by id, and reads the shifts as they are now; what is held already stays held.

    Whoever needs several holds all of them at once before putting the first, so that two never wait for each other.
    """
    lock_shifts(ctx.uow, shift_ids)
    lock_people(ctx.uow, person_ids)
    return shifts_by_id(ctx.uow, shift_ids)


def put(
    ctx: Context, shift_id: int, person_id: int, via: Via, *, instead_of: int | None = None
) -> Placed | There | Waiting | StandBy | Refused:
    """Puts a person on a shift or its stand-by list, or says why not. `instead_of`: the sign-up whose place it is (a swap)."""
    row = hold(ctx, [shift_id], [person_id])[shift_id]
    before = standing_of(ctx.uow, shift_id, person_id)
    if stands(before):
        return There()
    if via is Via.SELF and before is not None and before.state == "standby":
        return Waiting([each.person_id for each in on_shift(ctx.uow, shift_id, "standby")].index(person_id) + 1)
    decision = _decision(ctx, row, person_id, via)
    if isinstance(decision, Refused) or (via is Via.PLAN and isinstance(decision, StandBy)):
        return decision
    if instead_of is not None:
        change(ctx.uow, instead_of, state="swapped", ended_at=ctx.now)
    place = _write(ctx, row, person_id, before, via, "signed" if isinstance(decision, Admitted) else "standby")
    return decision if isinstance(decision, StandBy) else Placed(place)


def _decision(ctx: Context, row: ShiftRow, person_id: int, via: Via) -> Admitted | StandBy | Refused:
    """Who signs up or is planned needs room; the lead makes it, and a swap or who moves up has it."""
    if via in (Via.SELF, Via.PLAN):
        return decide(ctx, row, person_id, filled(ctx.uow, [row.id])[row.id])
    return refusal(ctx, row, person_id) or Admitted()


def _write(ctx: Context, row: ShiftRow, person_id: int, before: SignUpRow | None, via: Via, state: str) -> int:
    if before is not None and via in (Via.STANDBY, Via.PLAN):
        change(ctx.uow, before.id, state=state, via=via.value)
        return before.id
    if before is not None:
        change(ctx.uow, before.id, state="cancelled", ended_at=ctx.now)  # waited or was proposed: it is settled now
    if via is Via.LEAD:
        _make_room(ctx, row)
    return sign(ctx.uow, row.id, person_id, state, via.value, ctx.now)


def _make_room(ctx: Context, row: ShiftRow) -> None:
    taken = filled(ctx.uow, [row.id])[row.id].taken
    if taken >= row.shift.capacity:
        change_shift(ctx.uow, row.id, capacity=taken + 1)
