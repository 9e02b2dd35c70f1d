"""What was announced: the round's, and later ones for what an objection had held up; with the draft in the account."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, select, update

from storage.database import Database
from storage.models import Announcement, Attachment, StarRound
from storage.unit_of_work import UnitOfWork

CLAIM_FOR = timedelta(minutes=2)
"""A draft claimed this long ago and not settled: its worker died, nobody knows whether the platform has it."""


@dataclass(frozen=True)
class AnnouncementRow:
    """An announcement with its round's community and month."""

    id: int
    round_id: int
    community_id: int
    month: date
    running: int
    at: datetime
    draft: str
    draft_media_id: str | None


def announcements(uow: UnitOfWork, *where: Any) -> list[AnnouncementRow]:
    """Those that meet the conditions, the oldest first."""
    statement = (
        select(
            Announcement.id, Announcement.round_id, StarRound.place_id, StarRound.month, Announcement.running, Announcement.at,
            Announcement.draft, Announcement.draft_media_id,
        )
        .join(StarRound, StarRound.id == Announcement.round_id)
        .where(*where)
        .order_by(Announcement.id)
    )  # fmt: skip
    return [AnnouncementRow(*tuple(row)) for row in uow.execute(statement)]


def add_announcement(uow: UnitOfWork, round_id: int, now: datetime) -> int:
    """Writes the round's next announcement; answers its id. The round must be locked."""
    count = uow.execute(
        select(func.count()).select_from(Announcement).where(Announcement.round_id == round_id)
    ).scalar_one()
    row = {"round_id": round_id, "running": count, "at": now, "draft": "wanted"}
    return int(uow.execute(insert(Announcement).values(**row).returning(Announcement.id)).scalar_one())


def add_poster(uow: UnitOfWork, now: datetime) -> int:
    """A picture of our own that waits to be drawn; answers its id."""
    row = {
        "kind": "poster", "purpose": "poster", "state": "pending", "attempts": 0, "not_before": now, "received_at": now,
    }  # fmt: skip
    return int(uow.execute(insert(Attachment).values(**row).returning(Attachment.id)).scalar_one())


def change_draft(uow: UnitOfWork, announcement_id: int, draft: str, **values: Any) -> None:
    """Writes what became of a draft."""
    uow.execute(update(Announcement).where(Announcement.id == announcement_id).values(draft=draft, **values))


def set_draft(database: Database, announcement_id: int, draft: str, **values: Any) -> None:
    """Likewise, in a transaction of its own; what was taken down meanwhile stays to be deleted."""
    with database.write() as connection:
        uow = UnitOfWork(connection)
        meanwhile = uow.execute(select(Announcement.draft).where(Announcement.id == announcement_id)).scalar_one()
        change_draft(uow, announcement_id, draft if meanwhile == "sending" else "to_delete", **values)


def claim_draft(database: Database, state: str, now: datetime) -> AnnouncementRow | None:
    """Takes one announcement whose draft is `wanted` or `to_delete`; no other worker gets it.

    One whose worker died on the way is noted as doubtful, and not made again.
    """
    with database.read() as connection:
        busy = select(Announcement.id).where(Announcement.draft.in_((state, "sending"))).limit(1)
        if connection.execute(busy).first() is None:
            return None  # the common case, without the write lock
    with database.write() as connection:
        uow = UnitOfWork(connection)
        died = (Announcement.draft == "sending", Announcement.draft_at < now - CLAIM_FOR)
        uow.execute(update(Announcement).where(*died).values(draft="doubtful"))
        due = select(Announcement.id).where(Announcement.draft == state).order_by(Announcement.id).limit(1)
        found = uow.execute(due.with_for_update(skip_locked=True)).scalar()
        if found is None:
            return None
        change_draft(uow, found, "sending", draft_at=now)
        (row,) = announcements(uow, Announcement.id == found)
        return row
