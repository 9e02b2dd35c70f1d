"""Posters that wait for a worker: to be rendered, or to be deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update

from storage.database import Database
from storage.job_failures import not_held_back
from storage.models import Attachment, Outbox
from storage.unit_of_work import UnitOfWork

POSTER = "poster"
CLAIM_FOR = timedelta(minutes=2)
MOST = 50


@dataclass(frozen=True)
class ClaimedPoster:
    """A poster that nobody else has in hand; `sha256`: of its file, None while there is none."""

    sha256: str | None


def posters_due(uow: UnitOfWork, state: str, now: datetime, job: str) -> list[int]:
    """Posters in this state (pending: to render; withdrawn: to delete), the oldest first."""
    due = (Attachment.kind == POSTER, Attachment.state == state, Attachment.not_before <= now)
    statement = select(Attachment.id).where(*due, not_held_back(job, Attachment.id, now))
    return list(uow.execute(statement.order_by(Attachment.id).limit(MOST)).scalars())


def claim_poster(database: Database, picture_id: int, state: str, now: datetime) -> ClaimedPoster | None:
    """Takes a poster; None when another has it.

    Rendering one twice makes one picture, so a claim that is not settled is free again after two minutes.
    """
    due = (Attachment.id == picture_id, Attachment.state == state, Attachment.not_before <= now)
    claim = {"attempts": Attachment.attempts + 1, "not_before": now + CLAIM_FOR}
    with database.write() as connection:
        row = connection.execute(select(Attachment.sha256).where(*due).with_for_update(skip_locked=True)).first()
        if row is None:
            return None
        connection.execute(update(Attachment).where(Attachment.id == picture_id).values(**claim))
        return ClaimedPoster(row.sha256)


def renew_posters(database: Database, picture_ids: Sequence[int], now: datetime) -> None:
    """Keeps posters that are still being rendered."""
    ours = (Attachment.id.in_(picture_ids), Attachment.kind == POSTER, Attachment.state == "pending")
    with database.write() as connection:
        connection.execute(update(Attachment).where(*ours).values(not_before=now + CLAIM_FOR))


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
