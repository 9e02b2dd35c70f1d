"""What the clock has done, and what of it fails."""

from datetime import datetime

from sqlalchemy import Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import UtcDateTime
from storage.models.base import Base


class JobRun(Base):
    """A job's run for a period, or for one part of it (`PERIOD/PART`), written with what it did, so that it is done once."""

    __tablename__ = "job_runs"

    job: Mapped[str] = mapped_column(String(32), primary_key=True)
    period: Mapped[str] = mapped_column(String(48), primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class JobFailure(Base):
    """An item that made its job raise: tried again at `next_try_at`, until it is set aside and waits for somebody."""

    __tablename__ = "job_failures"

    job: Mapped[str] = mapped_column(String(32), primary_key=True)
    item: Mapped[str] = mapped_column(String(120), primary_key=True)
    attempts: Mapped[int] = mapped_column(Integer)
    failed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    next_try_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_error: Mapped[str] = mapped_column(String(200))
    set_aside_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
