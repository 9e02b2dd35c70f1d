"""Check-ins and patrols: one a person, place, day and kind."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import select, update

from storage.models import CheckIn
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork

LONGEST_OF_A_DAY = 1200
"""Characters that are kept of all walks of a day."""


def check_in(
    uow: UnitOfWork, *, person_id: int, place_id: int, day: date, kind: str, method: str, now: datetime,
    by_id: int | None = None, distance_m: int | None = None, note: str | None = None, number: str | None = None,
) -> bool:  # fmt: skip
    """Writes one; False when the day has it already."""
    return insert_once(
        uow, CheckIn, person_id=person_id, place_id=place_id, day=day, kind=kind, method=method, at=now, by_id=by_id,
        distance_m=distance_m, note=note, number=number,
    )  # fmt: skip


def add_to_patrol(uow: UnitOfWork, person_id: int, place_id: int, day: date, note: str, number: str | None) -> None:
    """What was seen on a later walk of the day; the first ticket stays the row's."""
    mine = (
        CheckIn.person_id == person_id, CheckIn.place_id == place_id, CheckIn.day == day, CheckIn.kind == "patrol",
    )  # fmt: skip
    row = uow.execute(select(CheckIn.id, CheckIn.note, CheckIn.number).where(*mine).with_for_update()).one()
    both = "；".join(filter(None, (row.note, note)))[:LONGEST_OF_A_DAY]
    uow.execute(update(CheckIn).where(CheckIn.id == row.id).values(note=both, number=row.number or number))


def prove(uow: UnitOfWork, person_id: int, place_id: int, day: date, method: str, distance_m: int | None) -> None:
    """A day's check-in is shown by something better than words."""
    mine = (
        CheckIn.person_id == person_id, CheckIn.place_id == place_id, CheckIn.day == day, CheckIn.kind == "check_in",
        CheckIn.method.in_(("text", "beside")),
    )  # fmt: skip
    uow.execute(update(CheckIn).where(*mine).values(method=method, distance_m=distance_m))


def days_of(uow: UnitOfWork, person_id: int, since: date) -> set[date]:
    """The days on which a person checked in anywhere or patrolled."""
    statement = select(CheckIn.day).where(CheckIn.person_id == person_id, CheckIn.day >= since)
    return set(uow.execute(statement.distinct()).scalars())


def patrols_on(uow: UnitOfWork, person_id: int, day: date) -> int:
    """How many places a person has patrolled on a day."""
    mine = (CheckIn.person_id == person_id, CheckIn.day == day, CheckIn.kind == "patrol")
    return len(uow.execute(select(CheckIn.id).where(*mine)).all())


def patrolled_since(uow: UnitOfWork, person_ids: Sequence[int], since: date) -> set[int]:
    """Those of them who have patrolled since a day."""
    made = (CheckIn.person_id.in_(person_ids), CheckIn.day >= since, CheckIn.kind == "patrol")
    return set(uow.execute(select(CheckIn.person_id).where(*made)).scalars())


def places_of_day(uow: UnitOfWork, person_ids: Collection[int], day: date) -> dict[int, int]:
    """Where each of these people checked in last on a day; whoever did not is not there."""
    mine = (CheckIn.person_id.in_(sorted(person_ids)), CheckIn.day == day)
    rows = uow.execute(select(CheckIn.person_id, CheckIn.place_id).where(*mine).order_by(CheckIn.id))
    return {row.person_id: row.place_id for row in rows}


def last_place_of(uow: UnitOfWork, person_id: int) -> int | None:
    """Where a person checked in last."""
    statement = select(CheckIn.place_id).where(CheckIn.person_id == person_id)
    found: int | None = uow.execute(statement.order_by(CheckIn.id.desc()).limit(1)).scalar()
    return found
