"""Who did what to people, roles and personal data; and the chain that shows whether a row was changed or taken away."""

from datetime import datetime

from sqlalchemy import Index, Integer, String, Text
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import UtcDateTime
from storage.models.base import Base, Identity

_UNSEALED = "seq IS NULL"


class Audit(Base):
    """Append-only. `actor`: an account (`account:7`), somebody at the back office (`console:R5`) or a command; `subject`: what it
    was done to; `whose`: whose data that is, where it is one person's; `address`: from where it was asked (storage.origin).

    `detail` names codes and fields, never a name or a phone number. The rest is the row's seal (storage.audit_chain), written
    once by a job: `seq` its place in the chain, `digest` of its payload with `salt`, `link` over digest and the link before.
    `erased_at`: the payload was erased by law; the salt went with it, the digest stays.
    """

    __tablename__ = "audit"
    __table_args__ = (
        Index("ix_audit_subject_at", "subject", "at"),
        Index("ix_audit_whose_at", "whose", "at"),
        Index("ix_audit_unsealed", "id", sqlite_where=sql(_UNSEALED), postgresql_where=sql(_UNSEALED)),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    actor: Mapped[str] = mapped_column(String(64))
    action: Mapped[str] = mapped_column(String(32))
    subject: Mapped[str] = mapped_column(String(80))
    detail: Mapped[str] = mapped_column(Text, default="")
    whose: Mapped[str] = mapped_column(String(80), server_default="")
    address: Mapped[str] = mapped_column(String(64), server_default="")
    seq: Mapped[int | None] = mapped_column(Integer, unique=True)
    salt: Mapped[str | None] = mapped_column(String(32))
    digest: Mapped[str | None] = mapped_column(String(64))
    link: Mapped[str | None] = mapped_column(String(64))
    erased_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    trace: Mapped[str | None] = mapped_column(String(16))
    """Of the message or order that it came of (storage.origin); not part of what is sealed."""


class AuditChain(Base):
    """One row: the chain's last seal, and the last one whose row is past its keeping (`base_…`, 0 where none is)."""

    __tablename__ = "audit_chain"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    seq: Mapped[int] = mapped_column(Integer)
    link: Mapped[str] = mapped_column(String(64))
    base_seq: Mapped[int] = mapped_column(Integer)
    base_link: Mapped[str] = mapped_column(String(64))
