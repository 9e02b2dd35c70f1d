"""Attachments that are promised but not yet here: claimed by a worker, stored or given up with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, insert, select, update

from storage.database import Database
from storage.job_failures import not_held_back
from storage.models import Account, Attachment
from storage.picture_looks import mark
from storage.pictures import MEDIA_TYPE, Picture
from storage.unit_of_work import UnitOfWork

CLAIM_FOR = timedelta(minutes=2)
MOST_ATTEMPTS = 8


@dataclass(frozen=True)
class PromisedFile:
    """A file that the platform still holds for us (three days)."""

    id: int
    kind: str
    media_id: str
    attempts: int
    received_at: datetime


def schedule_download(
    uow: UnitOfWork, *, account_id: int, number: str | None, kind: str, media_id: str, transcript: str | None,
    now: datetime,
) -> None:  # fmt: skip
    """Notes a file to fetch, for a ticket or (number None) for the report that is yet to come."""
    uow.add(
        Attachment, number=number, account_id=account_id, kind=kind, media_id=media_id, transcript=transcript,
        state="pending", attempts=0, not_before=now, received_at=now,
    )  # fmt: skip


def pin(
    uow: UnitOfWork, *, account_id: int, number: str | None, lat: float, lon: float, label: str | None, now: datetime
) -> None:
    """Keeps a location (WGS-84 or GCJ-02 degrees, as the platform sent it) beside a report's pictures."""
    uow.add(
        Attachment, number=number, account_id=account_id, kind="location", lat=lat, lon=lon, transcript=label,
        state="stored", not_before=now, received_at=now, attempts=0,
    )  # fmt: skip


@dataclass(frozen=True)
class Evidence:
    """Something that a worker sent to prove a move; `kind` as it came in (image, video, voice, location)."""

    id: int
    kind: str
    lat: float | None
    lon: float | None


def evidence_kept(uow: UnitOfWork, account_id: int, since: datetime, number: str, purpose: str) -> list[Evidence]:
    """What an account sent since then and that lies with this ticket for a purpose, the oldest first."""
    return _evidence(
        uow, Attachment.account_id == account_id, Attachment.number == number, Attachment.received_at >= since,
        Attachment.purpose == purpose,
    )  # fmt: skip


def loose_evidence(uow: UnitOfWork, account_id: int, since: datetime) -> list[Evidence]:
    """What an account sent since then and that belongs to no ticket yet, the oldest first."""
    return _evidence(
        uow, Attachment.account_id == account_id, Attachment.number.is_(None), Attachment.received_at >= since,
        Attachment.purpose == "report",
    )  # fmt: skip


def _evidence(uow: UnitOfWork, *where: ColumnElement[bool]) -> list[Evidence]:
    statement = select(Attachment.id, Attachment.kind, Attachment.lat, Attachment.lon).where(*where)
    return [Evidence(row.id, row.kind, row.lat, row.lon) for row in uow.execute(statement.order_by(Attachment.id))]


def pictures_of(uow: UnitOfWork, number: str, purpose: str, kind: str) -> list[int]:
    """The ids of a ticket's attachments of a kind that show this (`purpose`), the oldest first."""
    statement = select(Attachment.id).where(
        Attachment.number == number, Attachment.purpose == purpose, Attachment.kind == kind
    )
    return list(uow.execute(statement.order_by(Attachment.id)).scalars())


def adopt_evidence(uow: UnitOfWork, ids: Sequence[int], number: str, purpose: str, now: datetime) -> None:
    """Gives evidence to a ticket, as the proof of a move; pictures are looked at for what is doubtful about them."""
    uow.execute(update(Attachment).where(Attachment.id.in_(ids)).values(number=number, purpose=purpose))
    seen = (Attachment.id.in_(ids), Attachment.kind.in_(("image", "video")))
    uow.execute(update(Attachment).where(*seen).values(look_at=now))


_DUE = (Attachment.state == "pending", Attachment.media_id.is_not(None))


def files_due(uow: UnitOfWork, now: datetime, job: str, most: int = 50) -> list[int]:
    """Files that are due for fetching, the longest due first; `job`: which one may try them now."""
    due = (*_DUE, Attachment.not_before <= now, not_held_back(job, Attachment.id, now))
    statement = select(Attachment.id).where(*due).order_by(Attachment.not_before, Attachment.id).limit(most)
    return list(uow.execute(statement).scalars())


def claim_file(database: Database, file_id: int, now: datetime) -> PromisedFile | None:
    """Takes a file that is due; None when another has it. A claim that is not settled is free again after two minutes."""
    due = (Attachment.id == file_id, *_DUE, Attachment.not_before <= now)
    columns = (Attachment.id, Attachment.kind, Attachment.media_id, Attachment.attempts, Attachment.received_at)
    with database.write() as connection:
        row = connection.execute(select(*columns).where(*due).with_for_update(skip_locked=True)).first()
        if row is None:
            return None
        claim = {"attempts": row.attempts + 1, "not_before": now + CLAIM_FOR}
        connection.execute(update(Attachment).where(Attachment.id == file_id).values(**claim))
    return PromisedFile(row.id, row.kind, row.media_id, row.attempts + 1, row.received_at)


def renew_files(database: Database, file_ids: Sequence[int], now: datetime) -> None:
    """Keeps files that are still being fetched."""
    with database.write() as connection:
        connection.execute(
            update(Attachment).where(Attachment.id.in_(file_ids), *_DUE).values(not_before=now + CLAIM_FOR)
        )


def stored(database: Database, file_id: int, *, sha256: str, media_type: str, size: int) -> None:
    """The file lies in the folder now."""
    _write(database, file_id, state="stored", sha256=sha256, media_type=media_type, size=size, last_error=None)


def picture_stored(database: Database, file_id: int, sha256: str, picture: Picture, now: datetime) -> None:
    """The picture lies in the folder now, as it was made anew."""
    with database.write() as connection:
        values = {**stored_values(sha256, picture), "look_at": now, "last_error": None}
        connection.execute(update(Attachment).where(Attachment.id == file_id).values(**values))
        mark(connection, file_id, picture.fingerprint)


def stored_values(sha256: str, picture: Picture) -> dict[str, Any]:
    """The columns of a picture that is here."""
    return {
        "state": "stored", "sha256": sha256, "media_type": MEDIA_TYPE, "size": len(picture.content),
        "came_as": picture.original, "fingerprint": picture.fingerprint, "taken_at": picture.taken_at,
        "lat": picture.lat, "lon": picture.lon,
    }  # fmt: skip


def given_up(database: Database, file_id: int, state: str, error: str, now: datetime) -> None:
    """The file will not come: `refused` (wrong type or size) or `lost` (gone from the platform). Its sender is to hear of it."""
    _write(database, file_id, state=state, last_error=error[:200], look_at=now)


def fetch_later(database: Database, file_id: int, at: datetime, error: str) -> None:
    """Tries again at `at`."""
    _write(database, file_id, not_before=at, last_error=error[:200])


def not_counted(database: Database, file: PromisedFile) -> None:
    """Takes the attempt back that claiming it has counted."""
    _write(database, file.id, attempts=file.attempts - 1)


def _write(database: Database, file_id: int, **values: Any) -> None:
    with database.write() as connection:
        connection.execute(update(Attachment).where(Attachment.id == file_id).values(**values))


def keep_uploaded(
    uow: UnitOfWork, code: str, number: str, purpose: str, sha256: str, picture: Picture, now: datetime
) -> None:
    """Notes a picture that somebody at the back office has sent on a ticket's page; it is of that ticket and of no other."""
    account = uow.execute(select(Account.id).where(Account.channel == "console", Account.openid == code)).scalar_one()
    row = {"account_id": account, "kind": "image", "attempts": 0, "not_before": now, "received_at": now}
    of = {"number": number, "purpose": purpose}
    statement = insert(Attachment).values(**row, **of, **stored_values(sha256, picture)).returning(Attachment.id)
    mark(uow.connection, uow.execute(statement).scalar_one(), picture.fingerprint)
