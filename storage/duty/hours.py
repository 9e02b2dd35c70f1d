"""The ledger of service hours: entries are added, never changed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select

from storage.models import ServiceHours
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Entry:
    """A line of the ledger."""

    id: int
    day: date
    minutes: int
    source: str
    place_id: int | None
    reason: str | None


_COLUMNS = (
    ServiceHours.id, ServiceHours.day, ServiceHours.minutes, ServiceHours.source, ServiceHours.place_id,
    ServiceHours.reason,
)  # fmt: skip


def credit(
    uow: UnitOfWork, *, person_id: int, day: date, minutes: int, source: str, source_key: str, now: datetime,
    place_id: int | None = None, counters_id: int | None = None, reason: str | None = None, by_id: int | None = None,
) -> bool:  # fmt: skip
    """Adds a line; False when what it is for was credited before."""
    return insert_once(
        uow, ServiceHours, person_id=person_id, day=day, minutes=minutes, source=source, source_key=source_key, at=now,
        place_id=place_id, counters_id=counters_id, reason=reason, by_id=by_id,
    )  # fmt: skip


def entries(uow: UnitOfWork, person_id: int, first: date, last: date) -> list[Entry]:
    """A person's lines from `first` to `last`, both included, the oldest first."""
    statement = select(*_COLUMNS).where(
        ServiceHours.person_id == person_id, ServiceHours.day >= first, ServiceHours.day <= last
    )
    return [Entry(*tuple(row)) for row in uow.execute(statement.order_by(ServiceHours.day, ServiceHours.id))]


def lines_of_shift(uow: UnitOfWork, sign_up_id: int) -> list[Entry]:
    """The lines of one place on a shift, its corrections included."""
    named = ServiceHours.source_key.like(f"shift:{sign_up_id}:%")
    return [Entry(*tuple(row)) for row in uow.execute(select(*_COLUMNS).where(named).order_by(ServiceHours.id))]


def minutes_of(uow: UnitOfWork, person_id: int, first: date, last: date) -> int:
    """The sum of a person's lines from `first` to `last`."""
    return _sums(uow, first, last, ServiceHours.person_id == person_id).get(person_id, 0)


def minutes_by_person(uow: UnitOfWork, first: date, last: date) -> dict[int, int]:
    """The sum of each person's lines from `first` to `last`."""
    return _sums(uow, first, last)


def _sums(uow: UnitOfWork, first: date, last: date, *where: Any) -> dict[int, int]:
    statement = (
        select(ServiceHours.person_id, func.sum(ServiceHours.minutes).label("minutes"))
        .where(ServiceHours.day >= first, ServiceHours.day <= last, *where)
        .group_by(ServiceHours.person_id)
    )
    return {row.person_id: int(row.minutes) for row in uow.execute(statement)}
