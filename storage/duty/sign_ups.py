"""Who stands on a shift, who waits, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from governance.duty.shifts import Shift as ShiftValue
from storage.duty.shifts import ShiftRow, shift_rows
from storage.models import Shift, SignUp, Swap
from storage.unit_of_work import UnitOfWork

STANDING = ("proposed", "signed", "standby", "present", "done", "absent")
COMING = ("signed", "present")


@dataclass(frozen=True)
class SignUpRow:
    """Somebody on a shift."""

    id: int
    shift_id: int
    person_id: int
    state: str
    via: str
    why: str | None
    stage: int
    came_at: datetime | None
    left_at: datetime | None
    late: int | None
    early: int | None


_COLUMNS = (
    SignUp.id, SignUp.shift_id, SignUp.person_id, SignUp.state, SignUp.via, SignUp.why, SignUp.stage, SignUp.came_at,
    SignUp.left_at, SignUp.late, SignUp.early,
)  # fmt: skip


def sign_ups(uow: UnitOfWork, *where: Any) -> list[SignUpRow]:
    """Those that meet the conditions, in the order in which they came."""
    return [SignUpRow(*tuple(row)) for row in uow.execute(select(*_COLUMNS).where(*where).order_by(SignUp.id))]


def on_shift(uow: UnitOfWork, shift_id: int, *states: str) -> list[SignUpRow]:
    """Who stands on a shift in these states (all that stand, where none is named)."""
    return sign_ups(uow, SignUp.shift_id == shift_id, SignUp.state.in_(states or STANDING))


def standing_of(uow: UnitOfWork, shift_id: int, person_id: int) -> SignUpRow | None:
    """A person's place on a shift."""
    found = sign_ups(uow, SignUp.shift_id == shift_id, SignUp.person_id == person_id, SignUp.state.in_(STANDING))
    return next(iter(found), None)


def shifts_of(
    uow: UnitOfWork, person_id: int, after: datetime, states: tuple[str, ...] = COMING
) -> list[tuple[SignUpRow, ShiftRow]]:
    """A person's places on shifts that end after an instant, by the shifts' start."""
    places = {
        each.shift_id: each
        for each in sign_ups(
            uow,
            SignUp.person_id == person_id,
            SignUp.state.in_(states),
            SignUp.shift_id.in_(select(Shift.id).where(Shift.ends_at > after, Shift.cancelled_at.is_(None))),
        )
    }
    return [(places[row.id], row) for row in shift_rows(uow, Shift.id.in_(list(places)))]


def shifts_of_many(uow: UnitOfWork, person_ids: Sequence[int], after: datetime) -> dict[int, list[ShiftValue]]:
    """The coming shifts of each of them that end after an instant; who has none is not in it."""
    statement = (
        select(SignUp.person_id, Shift.id, Shift.starts_at, Shift.ends_at, Shift.capacity)
        .join(Shift, Shift.id == SignUp.shift_id)
        .where(SignUp.person_id.in_(person_ids), SignUp.state.in_(COMING))
        .where(Shift.ends_at > after, Shift.cancelled_at.is_(None))
    )
    found: dict[int, list[ShiftValue]] = {}
    for row in uow.execute(statement):
        found.setdefault(row.person_id, []).append(ShiftValue(row.id, row.starts_at, row.ends_at, row.capacity))
    return found


def sign(
    uow: UnitOfWork, shift_id: int, person_id: int, state: str, via: str, now: datetime, why: str | None = None
) -> int:
    """Puts a person on a shift; answers the row's id."""
    row = {"shift_id": shift_id, "person_id": person_id, "state": state, "via": via, "at": now, "why": why, "stage": 0}
    return int(uow.execute(insert(SignUp).values(**row).returning(SignUp.id)).scalar_one())


def change(uow: UnitOfWork, sign_up_id: int, **values: Any) -> None:
    """Writes changed columns."""
    uow.execute(update(SignUp).where(SignUp.id == sign_up_id).values(**values))


@dataclass(frozen=True)
class SwapRow:
    """A place that is offered."""

    id: int
    sign_up_id: int
    shift_id: int
    from_id: int
    to_id: int | None


def open_swaps(uow: UnitOfWork, *where: Any) -> list[SwapRow]:
    """The offers that nobody has answered, the oldest first."""
    statement = (
        select(Swap.id, Swap.sign_up_id, SignUp.shift_id, SignUp.person_id, Swap.to_person_id)
        .join(SignUp, SignUp.id == Swap.sign_up_id)
        .where(Swap.state == "open", SignUp.state == "signed", *where)
        .order_by(Swap.id)
    )
    return [SwapRow(*tuple(row)) for row in uow.execute(statement)]


def offer(uow: UnitOfWork, sign_up_id: int, to_person_id: int | None, now: datetime) -> None:
    """Offers a place; an earlier offer of it ends."""
    end_offers(uow, sign_up_id, "withdrawn", now)
    uow.add(Swap, sign_up_id=sign_up_id, to_person_id=to_person_id, state="open", at=now)


def end_offers(uow: UnitOfWork, sign_up_id: int, state: str, now: datetime, taken_by: int | None = None) -> bool:
    """Ends the open offer of a place; False when there is none."""
    left = (Swap.sign_up_id == sign_up_id, Swap.state == "open")
    return uow.execute(update(Swap).where(*left).values(state=state, decided_at=now, taken_by=taken_by)).rowcount > 0
