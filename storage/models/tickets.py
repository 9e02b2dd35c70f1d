"""What was reported and what became of it."""

from datetime import date, datetime

from sqlalchemy import Boolean, Date, Float, ForeignKey, Index, Integer, String, Text, false
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Sealed, UtcDateTime
from storage.models.base import Base, Identity

Number = String(24)
_WAITS = "look_at IS NOT NULL"
UNDISPATCHED = "state = 'reported' AND NOT by_hand"
"""What the machine still has to dispatch, in the words of its index."""

OPEN_AS_COUNTED = (
    "opened_at",
    "number",
    "urgency",
    "state",
    "place_id",
    "category",
    "assignee_id",
    "next_due",
    "ended_at",
)
"""What the pages count and order open tickets by: read from the index alone, however many have ended."""


def _index(name: str, *columns: str, where: str) -> Index:
    """An index of few rows among many."""
    return Index(name, *columns, sqlite_where=sql(where), postgresql_where=sql(where))


class Ticket(Base):
    """One report. The number is the key: people say it, rows refer to it. `draft`: something is missing that nobody said.

    `account_id` None: found by our own people (`origin`: what made it). `by_hand`: the machine leaves its dispatch to
    somebody. `text`, `summary`, `place_text`: with people masked; `original`: the words in full, where that differs. `level`:
    0 grid, 1 community, 2 subdistrict. `thing_id`: the thing that it is about. `score`: of the last rating. The instants are
    of the last time. `take_due`, `handle_due`: of the first such deadline that was not dropped; `next_due`: of the next that
    is open. storage.deadlines keeps them, for whoever lists and counts.
    """

    __tablename__ = "tickets"
    __table_args__ = (
        Index("ix_tickets_account_id_opened_at", "account_id", "opened_at"),
        Index("ix_tickets_place_id_opened_at", "place_id", "opened_at"),
        _index("ix_tickets_alike", "place_id", "category", "opened_at", "number", where="ended_at IS NULL"),
        _index("ix_tickets_undispatched", "opened_at", where=UNDISPATCHED),
        _index("ix_tickets_assignee_id", "assignee_id", where="assignee_id IS NOT NULL AND ended_at IS NULL"),
        _index("ix_tickets_merged_into", "merged_into", where="merged_into IS NOT NULL"),
        Index("ix_tickets_opened_at", "opened_at", "number"),
        _index("ix_tickets_ended_at", "ended_at", "state", "place_id", where="ended_at IS NOT NULL"),
        _index("ix_tickets_thing_id", "thing_id", "opened_at", where="thing_id IS NOT NULL"),
        _index("ix_tickets_open", *OPEN_AS_COUNTED, where="ended_at IS NULL"),
    )

    number: Mapped[str] = mapped_column(Number, primary_key=True)
    state: Mapped[str] = mapped_column(String(16))
    channel: Mapped[str] = mapped_column(String(16))
    category: Mapped[str | None] = mapped_column(String(32))
    urgency: Mapped[str] = mapped_column(String(16), default="normal")
    draft: Mapped[bool] = mapped_column(Boolean, default=False)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    text: Mapped[str] = mapped_column(Text)
    original: Mapped[str | None] = mapped_column(Sealed)
    summary: Mapped[str] = mapped_column(String(80))
    place_text: Mapped[str | None] = mapped_column(String(80))
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"))
    lat: Mapped[float | None] = mapped_column(Float)
    lon: Mapped[float | None] = mapped_column(Float)
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    by_hand: Mapped[bool] = mapped_column(Boolean, server_default=false())
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    level: Mapped[int] = mapped_column(Integer, server_default="0")
    reopened: Mapped[int] = mapped_column(Integer, server_default="0")
    merged_into: Mapped[str | None] = mapped_column(Number, ForeignKey("tickets.number"))
    origin: Mapped[str | None] = mapped_column(String(40))
    thing_id: Mapped[int | None] = mapped_column(ForeignKey("things.id"))
    score: Mapped[str | None] = mapped_column(String(16))
    closed_as: Mapped[str | None] = mapped_column(String(16))
    accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    dispatched_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    taken_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    handled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    verified_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    take_due: Mapped[datetime | None] = mapped_column(UtcDateTime)
    handle_due: Mapped[datetime | None] = mapped_column(UtcDateTime)
    next_due: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Mention(Base):
    """A keyed digest of a name or number that a report's words mention: how a search finds what is masked in them."""

    __tablename__ = "mentions"

    number: Mapped[str] = mapped_column(Number, ForeignKey("tickets.number"), primary_key=True)
    digest: Mapped[str] = mapped_column(String(32), primary_key=True, index=True)


class TicketDay(Base):
    """The last running number given out on a day; locked while one is taken, so numbers have no gaps."""

    __tablename__ = "ticket_days"

    day: Mapped[date] = mapped_column(Date, primary_key=True)
    last: Mapped[int] = mapped_column(Integer)


class TicketEvent(Base):
    """Append-only: who did what to a ticket, when, from which state to which. `person_id`: who that was at the time;
    `owner_id`: whose the ticket was before.
    """

    __tablename__ = "ticket_events"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    number: Mapped[str] = mapped_column(Number, ForeignKey("tickets.number"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[str] = mapped_column(String(16))
    from_state: Mapped[str | None] = mapped_column(String(16))
    to_state: Mapped[str] = mapped_column(String(16))
    note: Mapped[str | None] = mapped_column(Sealed)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    trace: Mapped[str | None] = mapped_column(String(16))
    """Of the message or order that it came of (storage.origin)."""


class Attachment(Base):
    """A picture, voice, video or location of a report; files are first only promised (`media_id`), then fetched.

    `number` is empty while it waits for the words of its report. State: pending, stored, refused, lost. `purpose`: what it
    shows: the report, the move of its handling that it proves (governance.tickets.lifecycle), or what is nominated. A poster
    (kind `poster`) is our own: it is of no account and waits to be drawn, not fetched.

    Of a picture: `came_as`: the SHA-256 of the file as it came, `fingerprint`: storage.pictures, `taken_at` with `lat` and
    `lon`: what the camera wrote. `look_at`: since when it waits to be held against its ticket and earlier pictures; `doubts`:
    what came of that, `same_as`: the ticket of the earlier one.
    """

    __tablename__ = "attachments"
    __table_args__ = (
        Index("ix_attachments_state_not_before", "state", "not_before"),
        Index("ix_attachments_look_at", "look_at", sqlite_where=sql(_WAITS), postgresql_where=sql(_WAITS)),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    number: Mapped[str | None] = mapped_column(Number, ForeignKey("tickets.number"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    purpose: Mapped[str] = mapped_column(String(16), server_default="report")
    media_id: Mapped[str | None] = mapped_column(String(128))
    lat: Mapped[float | None] = mapped_column(Float)
    lon: Mapped[float | None] = mapped_column(Float)
    transcript: Mapped[str | None] = mapped_column(Sealed)
    state: Mapped[str] = mapped_column(String(16))
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    not_before: Mapped[datetime] = mapped_column(UtcDateTime)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sha256: Mapped[str | None] = mapped_column(String(64))
    media_type: Mapped[str | None] = mapped_column(String(64))
    size: Mapped[int | None] = mapped_column(Integer)
    last_error: Mapped[str | None] = mapped_column(String(200))
    came_as: Mapped[str | None] = mapped_column(String(64), index=True)
    fingerprint: Mapped[str | None] = mapped_column(String(16))
    taken_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    look_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    doubts: Mapped[str | None] = mapped_column(String(40))
    same_as: Mapped[str | None] = mapped_column(Number)


class PictureMark(Base):
    """A part of a picture's fingerprint by which copies of it are found (storage.pictures.marks_of)."""

    __tablename__ = "picture_marks"

    mark: Mapped[str] = mapped_column(String(8), primary_key=True)
    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachments.id"), primary_key=True, index=True)
