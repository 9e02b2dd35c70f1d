"""Government services: who has an appointment there, and who wants to know how a case of theirs stands."""

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Sealed, UtcDateTime
from storage.models.base import Base, Identity

_WAITS = "state = 'waiting'"


class Appointment(Base):
    """Somebody of the roster has an appointment elsewhere, in its newest version. `told_for`: of which instant they were told."""

    __tablename__ = "appointments"
    __table_args__ = (
        UniqueConstraint("platform", "their_id"),
        Index("ix_appointments_starts_at", "starts_at"),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    platform: Mapped[str] = mapped_column(String(24))
    their_id: Mapped[str] = mapped_column(String(64))
    rank: Mapped[str] = mapped_column(String(24))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    matter: Mapped[str | None] = mapped_column(Sealed)
    hall: Mapped[str] = mapped_column(String(80), server_default="")
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    is_off: Mapped[bool] = mapped_column(Boolean)
    told_for: Mapped[datetime | None] = mapped_column(UtcDateTime)


class CaseLookup(Base):
    """An account has asked how a case stands. State: waiting, asking, done; `at`: since when it waits, or is being asked."""

    __tablename__ = "case_lookups"
    __table_args__ = (
        Index("ix_case_lookups_account_id_at", "account_id", "at"),
        Index("ix_case_lookups_waits", "id", sqlite_where=sql(_WAITS), postgresql_where=sql(_WAITS)),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    number: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(8))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
