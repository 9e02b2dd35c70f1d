"""Households and what is visited: the month's plan, and what came of each visit."""

from datetime import date, datetime

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Encrypted, Sealed, UtcDateTime
from storage.models.base import Base, Identity
from storage.models.tickets import Number

Target = String(24)
"""What is visited: `h12`, a household, or `p5`, a building or courtyard where no household is known."""


class Household(Base):
    """A room in a building. `digest`: of building and room, as accounts keep it; `declined_at`: since when they want no visits;
    `moved_at`: when nobody of them was found to live there any more; `key_reason`: why they are kept in view.
    """

    __tablename__ = "households"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), index=True)
    digest: Mapped[str] = mapped_column(String(32), unique=True)
    room: Mapped[str | None] = mapped_column(Encrypted)
    declined_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    moved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    key_reason: Mapped[str | None] = mapped_column(Encrypted)
    key_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    key_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class PlannedVisit(Base):
    """A visit that is to be made in a month, once a target. `signs`: why (governance.visits.choosing.Sign), joined by blanks;
    `number`: the newest report that says so; the four are the team. `settled_at`: when it was made, or nobody was there to visit.
    """

    __tablename__ = "planned_visits"
    __table_args__ = (
        UniqueConstraint("month", "target"),
        Index("ix_planned_visits_community_id_month", "community_id", "month"),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    month: Mapped[date] = mapped_column(Date)
    target: Mapped[str] = mapped_column(Target)
    community_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    household_id: Mapped[int | None] = mapped_column(ForeignKey("households.id"), index=True)
    due_on: Mapped[date] = mapped_column(Date)
    points: Mapped[int] = mapped_column(Integer)
    signs: Mapped[str] = mapped_column(String(80))
    number: Mapped[str | None] = mapped_column(Number, ForeignKey("tickets.number"))
    cadre_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    liaison_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    result: Mapped[str | None] = mapped_column(String(12))
    tries: Mapped[int] = mapped_column(Integer, server_default="0")
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Visit(Base):
    """A visit that somebody made, once a target, person and day; later words of the day stand behind the first.

    `note`: of the people, read by who wrote it and by the community's secretary; `number`: the ticket of what they brought.
    """

    __tablename__ = "visits"
    __table_args__ = (UniqueConstraint("target", "person_id", "day"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    target: Mapped[str] = mapped_column(Target)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), index=True)
    household_id: Mapped[int | None] = mapped_column(ForeignKey("households.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    day: Mapped[date] = mapped_column(Date)
    result: Mapped[str] = mapped_column(String(12))
    note: Mapped[str | None] = mapped_column(Sealed)
    number: Mapped[str | None] = mapped_column(Number, ForeignKey("tickets.number"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class YardProblem(Base):
    """The one long-standing problem that a courtyard takes on in a quarter (by its first day), with who answers for it and until
    when. `note`: what came of it; `done_at`: when its owner said that it is solved.
    """

    __tablename__ = "yard_problems"
    __table_args__ = (UniqueConstraint("quarter", "place_id"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    quarter: Mapped[date] = mapped_column(Date)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), index=True)
    title: Mapped[str] = mapped_column(String(80))
    owner_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    due_on: Mapped[date] = mapped_column(Date)
    set_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    set_at: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    note: Mapped[str | None] = mapped_column(Sealed)


class YardWord(Base):
    """What a resident says of a problem that was called solved: the last that they said."""

    __tablename__ = "yard_words"
    __table_args__ = (UniqueConstraint("problem_id", "account_id"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    problem_id: Mapped[int] = mapped_column(ForeignKey("yard_problems.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    solved: Mapped[bool] = mapped_column(Boolean)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class YearLook(Base):
    """The look-back of a year at what was ended: a courtyard's problem, or what a visited household had brought.

    `reopened_at`: when the residents' words opened it again.
    """

    __tablename__ = "year_looks"
    __table_args__ = (UniqueConstraint("year", "problem_id"), UniqueConstraint("year", "visit_id"))

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    year: Mapped[int] = mapped_column(Integer)
    problem_id: Mapped[int | None] = mapped_column(ForeignKey("yard_problems.id"), index=True)
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("visits.id"), index=True)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reopened_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class YearWord(Base):
    """Who is asked in a year's look-back, and whether they say that it still holds: once."""

    __tablename__ = "year_words"

    look_id: Mapped[int] = mapped_column(ForeignKey("year_looks.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True, index=True)
    holds: Mapped[bool | None] = mapped_column(Boolean)
    said_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
