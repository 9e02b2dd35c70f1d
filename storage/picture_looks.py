"""Pictures that wait to be looked at by the machine: held against earlier ones, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, insert, or_, select, update

from storage.job_failures import not_held_back
from storage.models import Account, Attachment, PictureMark
from storage.pictures import BITS_APART, bits_apart, marks_of
from storage.unit_of_work import UnitOfWork

MOST = 100


@dataclass(frozen=True)
class PictureSent:
    """One picture. `there`: it could be fetched and is one; `why`: the reason where it is not (storage.attachments)."""

    id: int
    number: str | None
    account_id: int | None
    person_id: int | None
    kind: str
    purpose: str
    state: str
    why: str | None
    came_as: str | None
    fingerprint: str | None
    taken_at: datetime | None
    lat: float | None
    lon: float | None

    @property
    def there(self) -> bool:
        """Whether there is anything to see."""
        return self.state == "stored"


_OF = select(Account.person_id).where(Account.id == Attachment.account_id).scalar_subquery()
_COLUMNS = (
    Attachment.id, Attachment.number, Attachment.account_id, _OF, Attachment.kind, Attachment.purpose, Attachment.state,
    Attachment.last_error, Attachment.came_as, Attachment.fingerprint, Attachment.taken_at, Attachment.lat, Attachment.lon,
)  # fmt: skip
_SETTLED = (Attachment.look_at.is_not(None), Attachment.state != "pending")


def pictures_to_look_at(uow: UnitOfWork, now: datetime, job: str) -> list[int]:
    """Those that wait, the oldest first; `job`: which one may try them now."""
    due = (*_SETTLED, not_held_back(job, Attachment.id, now))
    return list(uow.execute(select(Attachment.id).where(*due).order_by(Attachment.look_at).limit(MOST)).scalars())


def take_picture(uow: UnitOfWork, picture_id: int) -> PictureSent | None:
    """The picture, which waits no longer; None where another has it."""
    waits = (Attachment.id == picture_id, *_SETTLED)
    row = uow.execute(select(*_COLUMNS).where(*waits).with_for_update(skip_locked=True)).first()
    if row is None:
        return None
    uow.execute(update(Attachment).where(Attachment.id == picture_id).values(look_at=None))
    return PictureSent(*tuple(row))


def same_before(uow: UnitOfWork, picture: PictureSent) -> str | None:
    """The ticket of the earliest picture that is the same, sent for another ticket or another step of this one."""
    same: list[ColumnElement[bool]] = [Attachment.came_as == picture.came_as]
    if picture.fingerprint is not None:
        same.append(Attachment.id.in_(_alike(uow, picture.id, picture.fingerprint)))
    elsewhere = or_(
        Attachment.number != picture.number, and_(Attachment.purpose != picture.purpose, Attachment.purpose != "work")
    )
    statement = select(Attachment.number).where(
        Attachment.id < picture.id, Attachment.number.is_not(None), Attachment.kind == "image", or_(*same), elsewhere
    )
    found: str | None = uow.execute(statement.order_by(Attachment.id).limit(1)).scalar()
    return found


def note_doubts(uow: UnitOfWork, picture_id: int, doubts: Sequence[str], same_as: str | None) -> None:
    """Writes what is doubtful about it."""
    values: dict[str, Any] = {"doubts": ",".join(doubts) or None, "same_as": same_as}
    uow.execute(update(Attachment).where(Attachment.id == picture_id).values(**values))


def mark(connection: Connection, picture_id: int, fingerprint: str | None) -> None:
    """Makes a stored picture one that copies are found by."""
    connection.execute(delete(PictureMark).where(PictureMark.attachment_id == picture_id))
    if fingerprint is not None:
        rows = [{"mark": each, "attachment_id": picture_id} for each in marks_of(fingerprint)]
        connection.execute(insert(PictureMark), rows)


def forget_looks(connection: Connection, ids: Sequence[int] | Select[int]) -> None:
    """Forgets of these pictures what they looked like and when they were taken; no copy is found by them any more."""
    gone = {"came_as": None, "fingerprint": None, "taken_at": None}
    connection.execute(update(Attachment).where(Attachment.id.in_(ids)).values(**gone))
    connection.execute(delete(PictureMark).where(PictureMark.attachment_id.in_(ids)))


def _alike(uow: UnitOfWork, picture_id: int, fingerprint: str) -> list[int]:
    """Earlier pictures that share a mark with it and differ in few bits."""
    shared = select(PictureMark.attachment_id).where(
        PictureMark.mark.in_(marks_of(fingerprint)), PictureMark.attachment_id < picture_id
    )
    rows = uow.execute(select(Attachment.id, Attachment.fingerprint).where(Attachment.id.in_(shared)))
    return [row.id for row in rows if row.fingerprint and bits_apart(row.fingerprint, fingerprint) <= BITS_APART]
