"""Mailboxes of platforms, and the files that hung on their mails."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update

from storage.models import Connector, ConnectorFile, ConnectorMailbox
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Mailbox:
    """One of them (storage.models.ConnectorMailbox)."""

    platform: str
    address: str
    user: str
    secret: str
    allowed: str
    asked_at: datetime | None
    error: str


@dataclass(frozen=True)
class TakenFile:
    """What became of a file, or of a mail without one."""

    platform: str
    name: str
    result: str
    new: int
    known: int
    aside: int
    at: datetime


_BOX = tuple(ConnectorMailbox.__table__.c[name] for name in Mailbox.__dataclass_fields__)
_FILE = tuple(ConnectorFile.__table__.c[name] for name in TakenFile.__dataclass_fields__)


def keep_mailbox(uow: UnitOfWork, platform: str, **values: Any) -> None:
    """Notes the mailbox of a platform, or what it is now."""
    if not insert_once(uow, ConnectorMailbox, platform=platform, **values):
        change_mailbox(uow, platform, error="", asked_at=None, **values)


def change_mailbox(uow: UnitOfWork, platform: str, **values: Any) -> None:
    """Writes columns of one."""
    uow.execute(update(ConnectorMailbox).where(ConnectorMailbox.platform == platform).values(**values))


def drop_mailbox(uow: UnitOfWork, platform: str) -> bool:
    """It is not looked into any more; False where there is none."""
    return uow.execute(delete(ConnectorMailbox).where(ConnectorMailbox.platform == platform)).rowcount == 1


def mailboxes(uow: UnitOfWork) -> list[Mailbox]:
    """Those of platforms that are on, by name."""
    statement = select(*_BOX).join(Connector, Connector.platform == ConnectorMailbox.platform).where(Connector.is_on)
    return [Mailbox(**row._mapping) for row in uow.execute(statement.order_by(ConnectorMailbox.platform))]


def mailbox_of(uow: UnitOfWork, platform: str) -> Mailbox | None:
    """The mailbox; None where there is none."""
    row = uow.execute(select(*_BOX).where(ConnectorMailbox.platform == platform)).first()
    return None if row is None else Mailbox(**row._mapping)


def keep_file(uow: UnitOfWork, **row: Any) -> bool:
    """Notes that a file came, before it is read; False when it has come with this result."""
    return insert_once(uow, ConnectorFile, **{"new": 0, "known": 0, "aside": 0, "digest": "", "name": "", **row})


def count_file(uow: UnitOfWork, platform: str, message: str, name: str, result: str, **counts: int) -> None:
    """Notes how many records it held."""
    here = (ConnectorFile.platform == platform, ConnectorFile.message == message, ConnectorFile.name == name)
    uow.execute(update(ConnectorFile).where(*here, ConnectorFile.result == result).values(**counts))


def digest_of_file(uow: UnitOfWork, platform: str, message: str, name: str, result: str) -> str | None:
    """Of what the file held that came under this name of this mail."""
    here = (ConnectorFile.platform == platform, ConnectorFile.message == message, ConnectorFile.name == name)
    found: str | None = uow.execute(select(ConnectorFile.digest).where(*here, ConnectorFile.result == result)).scalar()
    return found


def newest_files(uow: UnitOfWork, most: int) -> list[TakenFile]:
    """The newest first."""
    rows = uow.execute(select(*_FILE).order_by(ConnectorFile.id.desc()).limit(most))
    return [TakenFile(**row._mapping) for row in rows]


def forget_files(uow: UnitOfWork, before: datetime) -> int:
    """Drops what came so long ago; answers how many."""
    return uow.execute(delete(ConnectorFile).where(ConnectorFile.at < before)).rowcount
