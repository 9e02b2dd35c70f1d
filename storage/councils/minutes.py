"""The versions of a meeting's minutes; all are kept."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from storage.models import MeetingMinutes
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class MinutesRow:
    """One version."""

    id: int
    meeting_id: int
    version: int
    text: str
    written_by: int | None
    at: datetime
    approved_by: int | None
    approved_at: datetime | None


def minutes_of(uow: UnitOfWork, meeting_id: int) -> list[MinutesRow]:
    """All versions, the oldest first."""
    statement = select(MeetingMinutes.__table__).where(MeetingMinutes.meeting_id == meeting_id)
    return [MinutesRow(*tuple(row)) for row in uow.execute(statement.order_by(MeetingMinutes.version))]


def write_minutes(uow: UnitOfWork, meeting_id: int, text: str, by: int | None, now: datetime) -> int:
    """Writes the next version, and answers its number; the caller holds the meeting's lock."""
    version = len(minutes_of(uow, meeting_id)) + 1
    row = {"meeting_id": meeting_id, "version": version, "text": text, "written_by": by, "at": now}
    uow.execute(insert(MeetingMinutes).values(**row))
    return version


def approve(uow: UnitOfWork, minutes_id: int, by: int | None, now: datetime) -> None:
    """Writes who approved a version; the caller holds the meeting's lock."""
    uow.execute(update(MeetingMinutes).where(MeetingMinutes.id == minutes_id).values(approved_by=by, approved_at=now))
