"""Mailboxes in which other platforms leave their files, and what became of each file."""

from datetime import datetime

from sqlalchemy import Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Encrypted, UtcDateTime
from storage.models.base import Base, Identity


class ConnectorMailbox(Base):
    """The mailbox of a platform. `address`: imaps://host:port/folder; `allowed`: whose mail is taken, joined by commas; `asked_at`:
    when it was looked into last, and `error`: why that failed, empty where it did not.
    """

    __tablename__ = "connector_mailboxes"

    platform: Mapped[str] = mapped_column(String(24), primary_key=True)
    address: Mapped[str] = mapped_column(String(200))
    user: Mapped[str] = mapped_column(String(120))
    secret: Mapped[str] = mapped_column(Encrypted)
    allowed: Mapped[str] = mapped_column(String(400))
    asked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    error: Mapped[str] = mapped_column(String(40), server_default="")


class ConnectorFile(Base):
    """A file that hung on a mail, once; its name is empty where the whole mail was not taken. `message`: key of the mail; `result`:
    taken, or why not (governance.connectors.mail); `new`, `known`, `aside`: how many of its records were so.
    """

    __tablename__ = "connector_files"
    __table_args__ = (
        UniqueConstraint("platform", "message", "name", "result"),
        Index("ix_connector_files_at", "at"),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    platform: Mapped[str] = mapped_column(String(24))
    message: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(124))
    digest: Mapped[str] = mapped_column(String(64))
    result: Mapped[str] = mapped_column(String(16))
    new: Mapped[int] = mapped_column(Integer)
    known: Mapped[int] = mapped_column(Integer)
    aside: Mapped[int] = mapped_column(Integer)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
