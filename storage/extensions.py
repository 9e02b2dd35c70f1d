"""Requests to extend a ticket's time."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select, update

from storage.models import Extension
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class AskedExtension:
    """A request that waits for a decision."""

    id: int
    asked_by: int
    until: date
    reason: str


def ask_extension(
    uow: UnitOfWork, number: str, *, asked_by: int, until: date, reason: str, now: datetime
) -> None:  # fmt: skip
    """Writes a request in place of one that nobody has decided yet."""
    uow.execute(
        update(Extension)
        .where(Extension.number == number, Extension.granted.is_(None))
        .values(granted=False, decided_at=now)
    )
    uow.add(Extension, number=number, asked_by=asked_by, asked_at=now, until=until, reason=reason)


def asked_extension(uow: UnitOfWork, number: str) -> AskedExtension | None:
    """The request that waits for a decision."""
    statement = select(Extension.id, Extension.asked_by, Extension.until, Extension.reason)
    row = uow.execute(statement.where(Extension.number == number, Extension.granted.is_(None))).first()
    return None if row is None else AskedExtension(row.id, row.asked_by, row.until, row.reason)


def extensions_asked(uow: UnitOfWork, numbers: Collection[str]) -> set[str]:
    """Those of these tickets for which more time was asked and nobody has decided yet."""
    if not numbers:
        return set()
    waiting = select(Extension.number).where(Extension.number.in_(sorted(numbers)), Extension.granted.is_(None))
    return set(uow.execute(waiting).scalars())


def decide_extension(uow: UnitOfWork, extension_id: int, granted: bool, decided_by: int, now: datetime) -> None:
    """Writes the decision."""
    uow.execute(
        update(Extension)
        .where(Extension.id == extension_id)
        .values(granted=granted, decided_by=decided_by, decided_at=now)
    )
