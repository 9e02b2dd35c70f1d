"""What is due on a ticket, what was asked to be later, and how its reporter found it."""

from datetime import date, datetime

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Sealed, UtcDateTime
from storage.models.base import Base, Identity
from storage.models.tickets import Number

_OPEN = "met_at IS NULL AND dropped_at IS NULL"
_COMING = "next_at IS NOT NULL"


class Deadline(Base):
    """A deadline of a ticket (governance.tickets.deadlines). One of a kind is open at a time; ended ones stay.

    `stage`: how many of its stages are done; `next_at`: when the next comes, None when none will.
    """

    __tablename__ = "deadlines"
    __table_args__ = (
        Index("ix_deadlines_number_kind", "number", "kind"),
        Index("uq_deadlines_open", "number", "kind", unique=True, sqlite_where=sql(_OPEN), postgresql_where=sql(_OPEN)),
        Index("ix_deadlines_next_at", "next_at", sqlite_where=sql(_COMING), postgresql_where=sql(_COMING)),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    number: Mapped[str] = mapped_column(Number, ForeignKey("tickets.number"))
    kind: Mapped[str] = mapped_column(String(16))
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    working: Mapped[bool] = mapped_column(Boolean)
    stage: Mapped[int] = mapped_column(Integer)
    next_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    met_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    breached_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    dropped_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Extension(Base):
    """A request to have until the end of a day; `granted` None while nobody has decided."""

    __tablename__ = "extensions"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    number: Mapped[str] = mapped_column(Number, ForeignKey("tickets.number"), index=True)
    asked_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[date] = mapped_column(Date)
    reason: Mapped[str] = mapped_column(Sealed)
    granted: Mapped[bool | None] = mapped_column(Boolean)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Rating(Base):
    """How somebody found what was done. `kind`: rate, ahead (before it was verified), call_back
    (said to whoever called), look_back. `round`: of reopening."""

    __tablename__ = "ratings"
    __table_args__ = (UniqueConstraint("number", "account_id", "kind", "round"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    number: Mapped[str] = mapped_column(Number, ForeignKey("tickets.number"))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    round: Mapped[int] = mapped_column(Integer)
    score: Mapped[str] = mapped_column(String(16))
    note: Mapped[str | None] = mapped_column(Sealed)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
