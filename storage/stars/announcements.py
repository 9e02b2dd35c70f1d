"""What was announced: the round's, and later ones for what an objection had held up; with the draft in the account."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import and_, func, insert, or_, select, update

from storage.database import Database
from storage.job_failures import not_held_back
from storage.models import Announcement, Attachment, StarRound
from storage.unit_of_work import UnitOfWork

CLAIM_FOR = timedelta(minutes=2)
IN_HAND = {"wanted": "sending", "to_delete": "deleting"}
"""The state of a draft that a worker has in hand, by what it was before."""
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


def announcement_by_id(uow: UnitOfWork, announcement_id: int) -> AnnouncementRow:
    """One announcement."""
    statement = select(
        Announcement.id, Announcement.round_id, StarRound.place_id, StarRound.month, Announcement.running, Announcement.at,
        Announcement.draft, Announcement.draft_media_id,
    ).join(StarRound, StarRound.id == Announcement.round_id)  # fmt: skip
    return AnnouncementRow(*tuple(uow.execute(statement.where(Announcement.id == announcement_id)).one()))


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
        change_draft(uow, announcement_id, draft if meanwhile in IN_HAND.values() else "to_delete", **values)


def drafts_due(uow: UnitOfWork, state: str, now: datetime, job: str) -> list[int]:
    """Announcements whose draft is `wanted` or `to_delete`, and those whose worker died on the way."""
    in_hand = ("sending", IN_HAND[state])
    died = and_(Announcement.draft.in_(in_hand), Announcement.draft_at < now - CLAIM_FOR)
    due = select(Announcement.id).where(
        or_(Announcement.draft == state, died), not_held_back(job, Announcement.id, now)
    )
    return list(uow.execute(due.order_by(Announcement.id)).scalars())


def claim_draft(database: Database, announcement_id: int, state: str, now: datetime) -> AnnouncementRow | None:
    """Takes an announcement whose draft is in this state; None when it is not, or another has it.

    One whose worker died while it was made is noted as doubtful, and not made again; to delete one twice harms nobody.
    """
    with database.write() as connection:
        uow = UnitOfWork(connection)
        this = select(Announcement.draft, Announcement.draft_at).where(Announcement.id == announcement_id)
        found = uow.execute(this.with_for_update(skip_locked=True)).first()
        if found is None:
            return None
        died = found.draft in IN_HAND.values() and found.draft_at < now - CLAIM_FOR
        if died and found.draft == "sending":
            change_draft(uow, announcement_id, "doubtful")
        if found.draft != state and not (died and found.draft == IN_HAND[state] == "deleting"):
            return None
        change_draft(uow, announcement_id, IN_HAND[state], draft_at=now)
        return announcement_by_id(uow, announcement_id)


def renew_drafts(database: Database, announcement_ids: Sequence[int], now: datetime) -> None:
    """Keeps drafts that are still being made."""
    ours = (Announcement.id.in_(announcement_ids), Announcement.draft == "sending")
    with database.write() as connection:
        connection.execute(update(Announcement).where(*ours).values(draft_at=now))
