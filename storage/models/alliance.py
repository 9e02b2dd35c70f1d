"""What two branches do together: their pairing, lectures, agreements with milestones, and the pictures that prove them."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Sealed, UtcDateTime
from storage.models.base import Base, Identity

OPEN = "proved_at IS NULL AND dropped_at IS NULL"
"""A milestone that somebody still waits for, in the words of its index."""


class Pairing(Base):
    """红心结: the neighbourhood's branch and the one that it is paired with. `until`: the last day, where it was agreed;
    `ended_at`, `ended_why`: it ended before.
    """

    __tablename__ = "pairings"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    code: Mapped[str] = mapped_column(String(32), unique=True)
    branch_id: Mapped[int] = mapped_column(ForeignKey("branches.id"), index=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("branches.id"), index=True)
    since: Mapped[date] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_why: Mapped[str | None] = mapped_column(String(120))


class Lecture(Base):
    """A party lecture (党课) that was held in a pairing; of one topic there is one a day. `people`: how many came."""

    __tablename__ = "lectures"
    __table_args__ = (UniqueConstraint("pairing_id", "held_on", "topic"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    pairing_id: Mapped[int] = mapped_column(ForeignKey("pairings.id"))
    held_on: Mapped[date] = mapped_column(Date, index=True)
    topic: Mapped[str] = mapped_column(String(120))
    teacher: Mapped[str | None] = mapped_column(Sealed)
    people: Mapped[int] = mapped_column(Integer)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class Agreement(Base):
    """What the branches of a pairing agreed on (governance.alliance.kinds), from its first to its last day."""

    __tablename__ = "agreements"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    code: Mapped[str] = mapped_column(String(32), unique=True)
    pairing_id: Mapped[int] = mapped_column(ForeignKey("pairings.id"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(String(120))
    starts_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date] = mapped_column(Date)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Milestone(Base):
    """What an agreement promises by a day. `told`: the last stage that both sides heard of (governance.milestones);
    `proof`: in words, what was done; `dropped_at`: nobody waits for it any more.
    """

    __tablename__ = "milestones"
    __table_args__ = (Index("ix_milestones_open", "due_on", sqlite_where=sql(OPEN), postgresql_where=sql(OPEN)),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    code: Mapped[str] = mapped_column(String(32), unique=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), index=True)
    title: Mapped[str] = mapped_column(String(120))
    owner_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    due_on: Mapped[date] = mapped_column(Date)
    told: Mapped[int | None] = mapped_column(Integer)
    proved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    proved_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    proof: Mapped[str | None] = mapped_column(Sealed)
    dropped_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class MilestonePicture(Base):
    """A picture that shows what was done for a milestone."""

    __tablename__ = "milestone_pictures"

    picture_id: Mapped[int] = mapped_column(ForeignKey("attachments.id"), primary_key=True)
    milestone_id: Mapped[int] = mapped_column(ForeignKey("milestones.id"), index=True)
