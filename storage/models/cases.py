"""The year's cases: proposed from closed matters, approved of in secret, weighed by a jury, ranked at the end."""

from datetime import datetime

from sqlalchemy import Float, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Sealed, UtcDateTime
from storage.models.base import Base, Identity
from storage.models.tickets import Number


class CaseBallot(Base):
    """A year's vote. `closed_at`: when it was counted; `voters`: how many took part, known then. `opened_cursor`, `ended_cursor`:
    the last account that was told that it began, and that it is over; `opened_told_at`, `ended_told_at`: all were.
    """

    __tablename__ = "case_ballots"

    year: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    opens_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closes_at: Mapped[datetime] = mapped_column(UtcDateTime)
    opened_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    voters: Mapped[int | None] = mapped_column(Integer)
    opened_cursor: Mapped[int] = mapped_column(Integer, server_default="0")
    opened_told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_cursor: Mapped[int] = mapped_column(Integer, server_default="0")
    ended_told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class YearCase(Base):
    """A case of a year by its number there. `votes`, `jury`, `score`, `place`: written when the vote is counted, unknown before."""

    __tablename__ = "year_cases"
    __table_args__ = (UniqueConstraint("year", "number"), UniqueConstraint("year", "ticket"))

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    year: Mapped[int] = mapped_column(Integer)
    number: Mapped[int] = mapped_column(Integer)
    community_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    ticket: Mapped[str] = mapped_column(Number, ForeignKey("tickets.number"))
    title: Mapped[str] = mapped_column(String(60))
    story: Mapped[str] = mapped_column(Text)
    picture_id: Mapped[int | None] = mapped_column(ForeignKey("attachments.id"))
    proposed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    votes: Mapped[int | None] = mapped_column(Integer)
    jury: Mapped[float | None] = mapped_column(Float)
    score: Mapped[float | None] = mapped_column(Float)
    place: Mapped[int | None] = mapped_column(Integer)


class CaseVote(Base):
    """The journal of votes, append-only. `voter`, `mark`: keyed digests of the person, and of the person with the case: once each;
    `choice`: the case's number, sealed, so that nobody counts before the end.
    """

    __tablename__ = "case_votes"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    year: Mapped[int] = mapped_column(ForeignKey("case_ballots.year"), index=True)
    voter: Mapped[str] = mapped_column(String(32), index=True)
    mark: Mapped[str] = mapped_column(String(32), unique=True)
    choice: Mapped[str] = mapped_column(Sealed)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class CaseScore(Base):
    """A juror's points for a case, the last that they said."""

    __tablename__ = "case_scores"
    __table_args__ = (UniqueConstraint("case_id", "person_id"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("year_cases.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    points: Mapped[int] = mapped_column(Integer)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
