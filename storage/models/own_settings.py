"""What a subdistrict has set for itself at the office."""

from datetime import datetime

from sqlalchemy import ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import UtcDateTime
from storage.models.base import Base, Identity


class OwnSetting(Base):
    """One change, never changed itself: the one with the highest `turn` of a kind and name holds. `value`: JSON
    (governance.own_settings), None: as the rules file or the product says. `by_id`: who changed it.
    """

    __tablename__ = "own_settings"
    __table_args__ = (UniqueConstraint("kind", "name", "turn"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(40))
    turn: Mapped[int] = mapped_column(Integer)
    value: Mapped[str | None] = mapped_column(Text)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
