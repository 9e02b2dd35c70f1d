"""What units and people do with activities (shifts of a campaign that has a kind): places booked, and what was thought of it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import UtcDateTime
from storage.models.base import Base, Identity

_HELD = "ended_at IS NULL"


class UnitBooking(Base):
    """Places on a shift that a unit holds for its people; one row a unit and shift holds, earlier ones have ended.

    `came`: how many were there, None: not told. `told_at`: when the contacts heard of it the day before.
    """

    __tablename__ = "unit_bookings"
    __table_args__ = (
        Index(
            "uq_unit_bookings_held", "shift_id", "organisation_id", unique=True,
            sqlite_where=sql(_HELD), postgresql_where=sql(_HELD),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    shift_id: Mapped[int] = mapped_column(ForeignKey("shifts.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    people: Mapped[int] = mapped_column(Integer)
    came: Mapped[int | None] = mapped_column(Integer)
    booked_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ActivityFeedback(Base):
    """What somebody who was there thought of it (governance.activities.kinds.Score), once."""

    __tablename__ = "activity_feedback"

    shift_id: Mapped[int] = mapped_column(ForeignKey("shifts.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    score: Mapped[str] = mapped_column(String(8))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class ContestResult(Base):
    """The place of a unit, or of somebody, in a contest; one row for each. `award`: what it is called (一等奖)."""

    __tablename__ = "contest_results"
    __table_args__ = (UniqueConstraint("campaign_id", "organisation_id"), UniqueConstraint("campaign_id", "person_id"))

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"), index=True)
    place: Mapped[int] = mapped_column(Integer)
    award: Mapped[str] = mapped_column(String(40))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
