"""Many reports of one matter: the event, its reports, what was said to all of them, and its log."""

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, false, true
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Sealed, UtcDateTime
from storage.models.base import Base, Identity
from storage.models.tickets import Number

ACTIVE = "state IN ('proposed', 'open')"
"""What new reports join, in the words of its index."""
LOOSE = "event_number IS NULL AND left_at IS NULL"
"""A report that is of no event yet."""
UNSEEN = "NOT looked"
_MEMBER = "event_number IS NOT NULL"
EventNumber = String(20)


class Event(Base):
    """Reports of one kind of trouble (governance.events.kinds). `places`: ids of what it covers, joined by blanks; `grows`: it
    takes in what lies beside that. `last_word`: id of the newest answer to all; `settled_at`: when, after its end, the reports of
    those who did not answer were ended too.
    """

    __tablename__ = "events"
    __table_args__ = (
        Index("ix_events_active", "kind", sqlite_where=sql(ACTIVE), postgresql_where=sql(ACTIVE)),
        Index("ix_events_ended_at", "ended_at"),
    )

    number: Mapped[str] = mapped_column(EventNumber, primary_key=True)
    kind: Mapped[str] = mapped_column(String(24))
    title: Mapped[str] = mapped_column(String(120))
    places: Mapped[str] = mapped_column(String(400))
    grows: Mapped[bool] = mapped_column(Boolean, server_default=true())
    state: Mapped[str] = mapped_column(String(12))
    lead_person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    proposed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_report_at: Mapped[datetime] = mapped_column(UtcDateTime)
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    estimate_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_word: Mapped[int | None] = mapped_column(Integer)
    reopened: Mapped[int] = mapped_column(Integer, server_default="0")
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class EventReport(Base):
    """A report that tells of a kind of trouble: of no event yet, of one, or taken out of it (`left_at`).

    `looked`: whether it was held against the others. `told`: id of the newest answer that its reporter has got; `still_at`: when
    they last said that it is not over; `over`: what they said when they were asked after the end.
    """

    __tablename__ = "event_reports"
    __table_args__ = (
        Index(
            "ix_event_reports_event_number_told",
            "event_number",
            "told",
            sqlite_where=sql(_MEMBER),
            postgresql_where=sql(_MEMBER),
        ),
        Index("ix_event_reports_loose", "kind", "at", sqlite_where=sql(LOOSE), postgresql_where=sql(LOOSE)),
        Index("ix_event_reports_unseen", "kind", sqlite_where=sql(UNSEEN), postgresql_where=sql(UNSEEN)),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    number: Mapped[str] = mapped_column(Number, ForeignKey("tickets.number"), unique=True)
    kind: Mapped[str] = mapped_column(String(24))
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    looked: Mapped[bool] = mapped_column(Boolean, server_default=false())
    event_number: Mapped[str | None] = mapped_column(EventNumber, ForeignKey("events.number"))
    joined_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    told: Mapped[int] = mapped_column(Integer, server_default="0")
    still_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    over: Mapped[bool | None] = mapped_column(Boolean)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class EventLog(Base):
    """Append-only: who did what to an event (governance.events.states.EventAct), when. `person_id` None: the machine."""

    __tablename__ = "event_log"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    event_number: Mapped[str] = mapped_column(EventNumber, ForeignKey("events.number"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    what: Mapped[str] = mapped_column(String(16))
    note: Mapped[str | None] = mapped_column(Sealed)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class EventWord(Base):
    """An answer to all reporters of an event. `kind`: update, estimate, end. How far it has gone stands with the reports."""

    __tablename__ = "event_words"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    event_number: Mapped[str] = mapped_column(EventNumber, ForeignKey("events.number"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    text: Mapped[str] = mapped_column(Sealed)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
