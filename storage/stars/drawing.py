"""Posters that wait for a worker: to be drawn, or to be deleted."""

from datetime import datetime, timedelta

from sqlalchemy import select, update

from storage.database import Database
from storage.models import Attachment, Outbox
from storage.unit_of_work import UnitOfWork

POSTER = "poster"
CLAIM_FOR = timedelta(minutes=2)
MOST_ATTEMPTS = 8


def claim_posters(database: Database, state: str, now: datetime, most: int = 20) -> list[tuple[int, str | None]]:
    """Takes posters in this state (pending: to draw; withdrawn: to delete) with their SHA-256.

    Drawing one twice makes one picture, so a claim that is not settled is free again after two minutes.
    """
    due = (
        select(Attachment.id, Attachment.sha256)
        .where(Attachment.kind == POSTER, Attachment.state == state, Attachment.not_before <= now)
        .where(Attachment.attempts < MOST_ATTEMPTS)
        .order_by(Attachment.id)
        .limit(most)
    )
    with database.read() as connection:
        if connection.execute(due).first() is None:
            return []  # the common case, without the write lock
    with database.write() as connection:
        rows = connection.execute(due.with_for_update(skip_locked=True)).all()
        claim = {"attempts": Attachment.attempts + 1, "not_before": now + CLAIM_FOR}
        connection.execute(update(Attachment).where(Attachment.id.in_([row.id for row in rows])).values(**claim))
    return [(row.id, row.sha256) for row in rows]


def poster_of(uow: UnitOfWork, picture_id: int) -> str | None:
    """The SHA-256 of a poster that lies in the folder."""
    here = (Attachment.id == picture_id, Attachment.state == "stored")
    found: str | None = uow.execute(select(Attachment.sha256).where(*here)).scalar()
    return found


def drawn(database: Database, picture_id: int, sha256: str, size: int, now: datetime) -> bool:
    """The picture lies in the folder; what waited for it may go. False when it was withdrawn meanwhile."""
    with database.write() as connection:
        here = (Attachment.id == picture_id, Attachment.state == "pending")
        values = {"state": "stored", "sha256": sha256, "media_type": "image/png", "size": size}
        if connection.execute(update(Attachment).where(*here).values(**values)).rowcount == 0:
            return False
        waits = (Outbox.picture_id == picture_id, Outbox.state == "waiting", Outbox.not_before > now)
        connection.execute(update(Outbox).where(*waits).values(not_before=now))
        return True


def gone(database: Database, picture_id: int, sha256: str | None) -> bool:
    """The picture is forgotten; answers whether its file is nobody's any more."""
    with database.write() as connection:
        values = {"state": "forgotten", "sha256": None}
        connection.execute(update(Attachment).where(Attachment.id == picture_id).values(**values))
        other = select(Attachment.id).where(Attachment.sha256 == sha256).limit(1)
        return sha256 is not None and connection.execute(other).first() is None
