"""What people ask of their own data, what was erased, and which text of the information notice they were shown."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Encrypted, UtcDateTime
from storage.models.base import Base, Identity

_WAITS = "state = 'waiting'"


class DataRequest(Base):
    """What somebody asked to have corrected or erased. Kind: correct, erase; state: waiting, done, refused, withdrawn.

    `field` and `value`: what is to be put in its place. `due_at`: by then it is done or refused. `not_before`: from then on the
    clock does it by itself; None: somebody of the office decides. `decided_by`: who did.
    """

    __tablename__ = "data_requests"
    __table_args__ = (
        Index("ix_data_requests_waiting", "due_at", sqlite_where=sql(_WAITS), postgresql_where=sql(_WAITS)),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    field: Mapped[str | None] = mapped_column(String(12))
    value: Mapped[str | None] = mapped_column(Encrypted)
    state: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    not_before: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class Erasure(Base):
    """Somebody's data was erased. The digests find the same person in an older backup; `files`: digests of files to remove.

    `settled_at`: the files are gone and the ledger beside the backups has its line.
    """

    __tablename__ = "erasures"
    __table_args__ = (
        Index("ix_erasures_unsettled", "id", sqlite_where=sql("settled_at IS NULL"),
              postgresql_where=sql("settled_at IS NULL")),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    subjects: Mapped[str] = mapped_column(Text)
    files: Mapped[str] = mapped_column(Text)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class DataCopy(Base):
    """The address of a copy of somebody's own data; only its digest is kept, and it ends by itself."""

    __tablename__ = "data_copies"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    digest: Mapped[str] = mapped_column(String(32), unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class NoticeShown(Base):
    """Which version of the information notice an account was shown first, and agreed to."""

    __tablename__ = "notices_shown"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    version: Mapped[str] = mapped_column(String(24), primary_key=True)
    shown_at: Mapped[datetime] = mapped_column(UtcDateTime)
    agreed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
