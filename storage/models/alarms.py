"""How the product itself is: what its processes say of themselves, and the faults that stand."""

from datetime import datetime

from sqlalchemy import Float, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import UtcDateTime
from storage.models.base import Base


class Beat(Base):
    """The last sign of life of one process. `part`: web, worker or scheduler; `readings`: JSON of what only it can see."""

    __tablename__ = "beats"

    name: Mapped[str] = mapped_column(String(96), primary_key=True)
    part: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    readings: Mapped[str] = mapped_column(Text)


class AlarmFault(Base):
    """A figure that is as in a fault (governance.alarms); one row a figure, gone when the fault is over."""

    __tablename__ = "alarm_faults"

    name: Mapped[str] = mapped_column(String(48), primary_key=True)
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    value: Mapped[float] = mapped_column(Float)
    place: Mapped[str] = mapped_column(String(96))
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
