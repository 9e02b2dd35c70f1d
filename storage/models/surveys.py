"""Surveys: what is asked, who was, and what they answered; of an anonymous one the answers lie in boxes, apart from people."""

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Sealed, UtcDateTime
from storage.models.base import Base, Identity

RUNS = "state IN ('sending', 'open')"
"""What the clock ends, in the words of its indexes."""


class Survey(Base):
    """A survey (governance.surveys.kinds). `places`: JSON list of the places whose people are asked; what lies in them counts.

    `cursor`: the last account that was asked so far. `boxes`: how many boxes an anonymous one has; `secret`: what its marks are
    made with, gone when it ends. `done`: what was done about it; `done_cursor`: the last who was told of that, `told_at`: all were.
    `about`: JSON list of what was done, by kind and number. Of a residents' vote: `share` that has to agree, `each_is` what has
    one vote, `least_percent` of those asked that has to take part, `meeting_id` whose secretary opened it, `remind_cursor` and
    `reminded_at` as above, and whether it `passed`.
    """

    __tablename__ = "surveys"
    __table_args__ = (Index("ix_surveys_ends_at", "ends_at", sqlite_where=sql(RUNS), postgresql_where=sql(RUNS)),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    title: Mapped[str] = mapped_column(Sealed)
    asked: Mapped[str] = mapped_column(String(12))
    places: Mapped[str] = mapped_column(Text)
    anonymous: Mapped[bool] = mapped_column(Boolean)
    state: Mapped[str] = mapped_column(String(12))
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    starts_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    cursor: Mapped[int] = mapped_column(Integer, server_default="0")
    boxes: Mapped[int] = mapped_column(Integer, server_default="1")
    secret: Mapped[str | None] = mapped_column(Sealed)
    done: Mapped[str | None] = mapped_column(Sealed)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_cursor: Mapped[int] = mapped_column(Integer, server_default="0")
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    about: Mapped[str | None] = mapped_column(Text)
    share: Mapped[str | None] = mapped_column(String(12))
    each_is: Mapped[str | None] = mapped_column(String(12))
    least_percent: Mapped[int | None] = mapped_column(Integer)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("council_meetings.id"), index=True)
    remind_cursor: Mapped[int] = mapped_column(Integer, server_default="0")
    reminded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    passed: Mapped[bool | None] = mapped_column(Boolean)


class SurveyQuestion(Base):
    """A question. `choices`: JSON list; empty where words are wanted."""

    __tablename__ = "survey_questions"
    __table_args__ = (UniqueConstraint("survey_id", "position"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("surveys.id"))
    position: Mapped[int] = mapped_column(Integer)
    form: Mapped[str] = mapped_column(String(8))
    text: Mapped[str] = mapped_column(Sealed)
    choices: Mapped[str] = mapped_column(Sealed)


class SurveyPerson(Base):
    """Somebody who was asked, once however many accounts they have. `answered`: that they did; what, only SurveyAnswer says.

    `household`: its digest, where a household has one vote.
    """

    __tablename__ = "survey_people"
    __table_args__ = (UniqueConstraint("survey_id", "account_id"), UniqueConstraint("survey_id", "person_id"))

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("surveys.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    answered: Mapped[bool] = mapped_column(Boolean, server_default=sql("false"))
    household: Mapped[str | None] = mapped_column(String(32), index=True)


class SurveyAnswer(Base):
    """What somebody answered who is not anonymous; a later answer replaces it."""

    __tablename__ = "survey_answers"
    __table_args__ = (UniqueConstraint("question_id", "asked_id"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("survey_questions.id"))
    asked_id: Mapped[int] = mapped_column(ForeignKey("survey_people.id"), index=True)
    text: Mapped[str] = mapped_column(Sealed)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class SurveyBox(Base):
    """Anonymous answers of many in one sealed text (governance.surveys.boxes), written anew each time: no time, no order."""

    __tablename__ = "survey_boxes"
    __table_args__ = (UniqueConstraint("survey_id", "number"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("surveys.id"))
    number: Mapped[int] = mapped_column(Integer)
    held: Mapped[str] = mapped_column(Sealed)
