"""Who stands on a shift, who waits, and what became of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, or_, select, update

from governance.duty.shifts import Shift as ShiftValue
from storage.duty.shifts import ShiftRow, shifts_by_id
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


def _sign_ups(uow: UnitOfWork, *where: Any) -> list[SignUpRow]:
    """Those that meet the conditions, in the order in which they came."""
    return [SignUpRow(*tuple(row)) for row in uow.execute(select(*_COLUMNS).where(*where).order_by(SignUp.id))]


def on_shift(uow: UnitOfWork, shift_id: int, *states: str) -> list[SignUpRow]:
    """Who stands on a shift in these states (all that stand, where none is named)."""
    return _sign_ups(uow, SignUp.shift_id == shift_id, SignUp.state.in_(states or STANDING))


def on_shifts(uow: UnitOfWork, shift_ids: Collection[int]) -> list[SignUpRow]:
    """All that stand on any of these shifts."""
    return _sign_ups(uow, SignUp.shift_id.in_(sorted(shift_ids)), SignUp.state.in_(STANDING))


def standing_of(uow: UnitOfWork, shift_id: int, person_id: int) -> SignUpRow | None:
    """A person's place on a shift."""
    found = _sign_ups(uow, SignUp.shift_id == shift_id, SignUp.person_id == person_id, SignUp.state.in_(STANDING))
    return next(iter(found), None)


def proposed_on(uow: UnitOfWork, shift_ids: Collection[int]) -> list[SignUpRow]:
    """Who is proposed for these shifts."""
    return _sign_ups(uow, SignUp.state == "proposed", SignUp.shift_id.in_(sorted(shift_ids)))


def proposed_at(uow: UnitOfWork, station_ids: Collection[int], now: datetime) -> list[SignUpRow]:
    """Who is proposed for the coming shifts of these stations."""
    coming = select(Shift.id).where(
        Shift.station_id.in_(sorted(station_ids)), Shift.starts_at > now, Shift.cancelled_at.is_(None)
    )
    return _sign_ups(uow, SignUp.state == "proposed", SignUp.shift_id.in_(coming))


def stood_at(uow: UnitOfWork, station_id: int) -> set[int]:
    """The people who ever had to do with a station's shifts."""
    there = select(Shift.id).where(Shift.station_id == station_id)
    return set(uow.execute(select(SignUp.person_id).where(SignUp.shift_id.in_(there)).distinct()).scalars())


def attended(uow: UnitOfWork, shift_id: int, person_id: int) -> SignUpRow | None:
    """A person's place on a shift that has begun: there, gone again, or never come."""
    came = ("present", "done", "absent")
    found = _sign_ups(uow, SignUp.shift_id == shift_id, SignUp.person_id == person_id, SignUp.state.in_(came))
    return found[-1] if found else None


def attended_since(uow: UnitOfWork, since: datetime, now: datetime) -> list[SignUpRow]:
    """Everybody's places on shifts that began since then: there, gone again, or never come."""
    begun = select(Shift.id).where(Shift.starts_at >= since, Shift.starts_at <= now, Shift.cancelled_at.is_(None))
    return _sign_ups(uow, SignUp.state.in_(("present", "done", "absent")), SignUp.shift_id.in_(begun))


def shifts_of(
    uow: UnitOfWork, person_id: int, after: datetime, states: tuple[str, ...] = COMING
) -> list[tuple[SignUpRow, ShiftRow]]:
    """A person's places on shifts that end after an instant, by the shifts' start."""
    places = {
        each.shift_id: each
        for each in _sign_ups(
            uow,
            SignUp.person_id == person_id,
            SignUp.state.in_(states),
            SignUp.shift_id.in_(select(Shift.id).where(Shift.ends_at > after, Shift.cancelled_at.is_(None))),
        )
    }
    return [(places[row.id], row) for row in shifts_by_id(uow, places).values()]


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


def swaps_offered_to(
    uow: UnitOfWork, person_id: int, shift_id: int | None, *, or_to_all: bool = False
) -> list[SwapRow]:
    """The unanswered offers to a person (with `or_to_all` those to everybody too), of one shift or of any."""
    to = Swap.to_person_id == person_id
    return _open_swaps(uow, or_(Swap.to_person_id.is_(None), to) if or_to_all else to, *_of(shift_id))


def swaps_offered_by(uow: UnitOfWork, person_id: int, shift_id: int | None) -> list[SwapRow]:
    """The unanswered offers of a person's own places, of one shift or of any."""
    return _open_swaps(uow, SignUp.person_id == person_id, *_of(shift_id))


@dataclass(frozen=True)
class SwapMade:
    """A place that somebody offered, and what became of that. `by_or_to`: who took it, else whom it was offered to (None: all)."""

    id: int
    shift_id: int
    state: str
    by_or_to: int | None


def swaps_made_by(uow: UnitOfWork, person_id: int, since: datetime) -> list[SwapMade]:
    """What a person offered since then, the latest first."""
    statement = (
        select(Swap.id, SignUp.shift_id, Swap.state, func.coalesce(Swap.taken_by, Swap.to_person_id))
        .join(SignUp, SignUp.id == Swap.sign_up_id)
        .where(SignUp.person_id == person_id, Swap.at >= since)
        .order_by(Swap.id.desc())
    )
    return [SwapMade(*tuple(row)) for row in uow.execute(statement)]


@dataclass(frozen=True)
class Touched:
    """A shift that somebody just signed up for, or gave their place on back."""

    shift_id: int
    at: datetime


def just_touched(uow: UnitOfWork, person_id: int, since: datetime) -> list[Touched]:
    """What a person took or gave back by themselves since then, the latest first, each shift once."""
    by_self = (SignUp.person_id == person_id, SignUp.via == "self", or_(SignUp.at >= since, SignUp.ended_at >= since))
    found: dict[int, datetime] = {}
    for row in uow.execute(select(SignUp.shift_id, SignUp.at, SignUp.ended_at).where(*by_self)):
        found[row.shift_id] = max(found.get(row.shift_id, row.at), row.at, row.ended_at or row.at)
    return [Touched(number, at) for number, at in sorted(found.items(), key=lambda each: each[1], reverse=True)]


def open_swap(uow: UnitOfWork, swap_id: int) -> SwapRow | None:
    """The offer, while nobody has answered it."""
    return next(iter(_open_swaps(uow, Swap.id == swap_id)), None)


def _of(shift_id: int | None) -> tuple[Any, ...]:
    return () if shift_id is None else (SignUp.shift_id == shift_id,)


def _open_swaps(uow: UnitOfWork, *where: Any) -> list[SwapRow]:
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
