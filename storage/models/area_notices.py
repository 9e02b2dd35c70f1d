"""Notices to all who live somewhere: each with its words, and who got them."""

from datetime import datetime

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer, String, Text, UniqueConstraint, false
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Sealed, UtcDateTime
from storage.models.base import Base, Identity

_LIVE = "state IN ('draft', 'sending', 'sent')"
_OWED = "done_at IS NULL"


class AreaNotice(Base):
    """A notice. State: draft, sending, sent, over, withheld. `places`: JSON list of the places it is for; what lies in them counts.

    `asked_at`: since when it waits for a second person. `audience`: so many were counted when it was written. `changes`: how often
    its time was changed. `why`: the reason it was withheld.
    """

    __tablename__ = "area_notices"
    __table_args__ = (Index("ix_area_notices_live", "starts_at", sqlite_where=sql(_LIVE), postgresql_where=sql(_LIVE)),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    number: Mapped[str] = mapped_column(String(16), unique=True)
    kind: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Sealed)
    places: Mapped[str] = mapped_column(Text)
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(12))
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    audience: Mapped[int] = mapped_column(Integer)
    changes: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    asked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    approved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    over_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    why: Mapped[str | None] = mapped_column(Sealed)


class AreaNoticeWord(Base):
    """What is told of a notice, once to each: first, start:N, end:N, change:N, clear (N: after so many changes of its time).

    `cursor`: the account that was told last, in the order of their ids; `last`: whoever comes after it is not told.
    """

    __tablename__ = "area_notice_words"
    __table_args__ = (
        UniqueConstraint("notice_id", "name"),
        Index("ix_area_notice_words_owed", "at", sqlite_where=sql(_OWED), postgresql_where=sql(_OWED)),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    notice_id: Mapped[int] = mapped_column(ForeignKey("area_notices.id"))
    name: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Sealed)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    by_night: Mapped[bool] = mapped_column(Boolean, server_default=false())
    cursor: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    last: Mapped[int | None] = mapped_column(BigInteger)
    told: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class AreaNoticeRecipient(Base):
    """To whom the first word of a notice was written: what follows goes to them."""

    __tablename__ = "area_notice_recipients"

    notice_id: Mapped[int] = mapped_column(ForeignKey("area_notices.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True, index=True)
