"""Leaves: written, found, cancelled."""

from datetime import datetime

from sqlalchemy import select, update

from governance.serving import Absence
from storage.models import Leave
from storage.unit_of_work import UnitOfWork


def begin_leave(uow: UnitOfWork, absence: Absence, now: datetime) -> None:
    """Writes a leave."""
    uow.add(
        Leave, person_id=absence.person, stand_in_id=absence.stand_in, since=absence.since, until=absence.until,
        created_at=now,
    )  # fmt: skip


def leaves_of(uow: UnitOfWork, person_id: int, now: datetime) -> list[Absence]:
    """A person's leaves that run or are to come, the next first."""
    statement = (
        select(Leave.person_id, Leave.stand_in_id, Leave.since, Leave.until)
        .where(Leave.person_id == person_id, Leave.until > now, Leave.cancelled_at.is_(None))
        .order_by(Leave.since)
    )
    return [Absence(row.person_id, row.stand_in_id, row.since, row.until) for row in uow.execute(statement)]


def cancel_leaves(uow: UnitOfWork, person_id: int, now: datetime) -> None:
    """Ends all leaves of a person that run or are to come."""
    running = (Leave.person_id == person_id, Leave.until > now, Leave.cancelled_at.is_(None))
    uow.execute(update(Leave).where(*running).values(cancelled_at=now))
