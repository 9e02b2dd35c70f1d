"""Items that make a job raise: when each is tried again, and which are set aside until somebody looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, String, cast, delete, or_, select, update

from storage.database import Database
from storage.models import JobFailure
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork

MOST_ATTEMPTS = 5
"""So often an item is tried, the last time some forty minutes after the first; then it is set aside."""
FIRST_WAIT_S = 30
FORGET_AFTER = timedelta(days=7)
"""A failure that was not tried again for so long is of an item that is not due any more."""
_LONGEST = 200


@dataclass(frozen=True)
class Failure:
    """One item of a job that fails. `set_aside_at`: since when it waits for somebody, None while it is tried again by itself."""

    job: str
    item: str
    attempts: int
    failed_at: datetime
    next_try_at: datetime
    last_error: str
    set_aside_at: datetime | None


def wait_after(attempts: int) -> timedelta:
    """How long an item waits after so many attempts: half a minute, then four times as long each time."""
    return timedelta(seconds=FIRST_WAIT_S * 4 ** max(attempts - 1, 0))


def note_failure(
    database: Database, job: str, item: str, error: str, now: datetime, *, patient: bool = False
) -> Failure:
    """Notes that an item failed once more; answers what became of it. `patient`: of what is not its fault it is never set aside."""
    first = {"attempts": 1, "failed_at": now, "next_try_at": now + wait_after(1), "last_error": error[:_LONGEST]}
    with database.write() as connection:
        uow = UnitOfWork(connection)
        if insert_once(uow, JobFailure, job=job, item=item, **first):
            return _one(uow, job, item)
        before = _one(uow, job, item, lock=True).attempts
        attempts = min(before + 1, MOST_ATTEMPTS - 1) if patient else before + 1
        again = {**first, "attempts": attempts, "next_try_at": now + wait_after(attempts)}
        aside = now if attempts >= MOST_ATTEMPTS else None
        uow.execute(update(JobFailure).where(*_is(job, item)).values(**again, set_aside_at=aside))
        return _one(uow, job, item)


def has_failures(uow: UnitOfWork, job: str) -> bool:
    """Whether any item of the job fails: the others need not look."""
    return uow.execute(select(JobFailure.item).where(JobFailure.job == job).limit(1)).first() is not None


def held_back(uow: UnitOfWork, job: str, items: Sequence[str], now: datetime) -> set[str]:
    """Those of these items that are not to be tried now."""
    statement = select(JobFailure.item).where(JobFailure.job == job, JobFailure.item.in_(items), _waits(now))
    return set(uow.execute(statement).scalars())


def not_held_back(job: str, key: Any, now: datetime) -> ColumnElement[bool]:
    """The condition that a row with this key may be tried now: keeps those that fail from filling a limited query."""
    here = select(JobFailure.item).where(JobFailure.job == job, JobFailure.item == cast(key, String), _waits(now))
    return ~here.exists()


def failing_items(uow: UnitOfWork, job: str) -> list[str]:
    """All items of the job that failed last time, tried again by themselves or by hand."""
    return list(uow.execute(select(JobFailure.item).where(JobFailure.job == job).order_by(JobFailure.item)).scalars())


def failures(uow: UnitOfWork, most: int = 200) -> list[Failure]:
    """What fails: first what is set aside, the newest first."""
    statement = select(JobFailure.__table__).order_by(JobFailure.set_aside_at.is_(None), JobFailure.failed_at.desc())
    return [Failure(**row._mapping) for row in uow.execute(statement.limit(most))]


def forget_failure(uow: UnitOfWork, job: str, item: str) -> None:
    """The item went well."""
    uow.execute(delete(JobFailure).where(*_is(job, item)))


def try_again(uow: UnitOfWork, job: str, item: str, now: datetime) -> bool:
    """Lets an item be tried with the next pass, with all its attempts before it; False when there is no such failure."""
    values = {"attempts": 0, "next_try_at": now, "set_aside_at": None}
    return uow.execute(update(JobFailure).where(*_is(job, item)).values(**values)).rowcount == 1


def set_aside(uow: UnitOfWork, job: str, item: str, now: datetime) -> bool:
    """Has an item wait for somebody instead of being tried again by itself; False when there is no such failure, or it waits."""
    running = (*_is(job, item), JobFailure.set_aside_at.is_(None))
    return uow.execute(update(JobFailure).where(*running).values(set_aside_at=now)).rowcount == 1


def forget_stale(uow: UnitOfWork, now: datetime) -> int:
    """Drops failures of items that are not due any more; what is set aside stays until somebody looks."""
    stale = (JobFailure.set_aside_at.is_(None), JobFailure.next_try_at < now - FORGET_AFTER)
    return uow.execute(delete(JobFailure).where(*stale)).rowcount


def _waits(now: datetime) -> ColumnElement[bool]:
    return or_(JobFailure.set_aside_at.is_not(None), JobFailure.next_try_at > now)


def _is(job: str, item: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return JobFailure.job == job, JobFailure.item == item


def _one(uow: UnitOfWork, job: str, item: str, *, lock: bool = False) -> Failure:
    statement = select(JobFailure.__table__).where(*_is(job, item))
    return Failure(**uow.execute(statement.with_for_update() if lock else statement).one()._mapping)
