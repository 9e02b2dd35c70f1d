"""The emergency pool's book."""

from datetime import datetime

from sqlalchemy import ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Sealed, UtcDateTime
from storage.models.base import Base, Identity
from storage.models.tickets import Number


class EmergencyDraw(Base):
    """What a case drew from the pool (governance.emergency). Amounts are fen. `crew_id`: whose crew was called."""

    __tablename__ = "emergency_draws"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    number: Mapped[str] = mapped_column(Number, ForeignKey("tickets.number"), index=True)
    state: Mapped[str] = mapped_column(String(16))
    what: Mapped[str] = mapped_column(Sealed)
    estimate: Mapped[int] = mapped_column(Integer)
    actual: Mapped[int | None] = mapped_column(Integer)
    crew_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    drawn_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    drawn_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    note: Mapped[str | None] = mapped_column(Sealed)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
