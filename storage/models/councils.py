"""Councils: their members, topics, meetings, minutes, votes and resolutions."""

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Sealed, UtcDateTime
from storage.models.base import Base, Identity
from storage.models.tickets import Number

WATCHED = "look_at IS NOT NULL"
"""What the clock looks at again, in the words of its indexes."""


class Council(Base):
    """A council (governance.councils.kinds.CouncilKind) of a place; written when it is first needed."""

    __tablename__ = "councils"
    __table_args__ = (UniqueConstraint("kind", "place_id"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class CouncilMember(Base):
    """Somebody whom a council has named besides those who hold the post at its place."""

    __tablename__ = "council_members"
    __table_args__ = (UniqueConstraint("council_id", "person_id"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("councils.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    named_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)


class CouncilTopic(Base):
    """What a council shall speak of: proposed by an account, or a ticket that was taken to the council.

    `title`: the words with names and numbers masked; the others are not kept. `why`: why it was dropped; `enough_at`: when it had
    the support that it needs.
    """

    __tablename__ = "council_topics"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("councils.id"), index=True)
    title: Mapped[str] = mapped_column(Sealed)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"), index=True)
    ticket_number: Mapped[str | None] = mapped_column(Number, ForeignKey("tickets.number"), unique=True)
    state: Mapped[str] = mapped_column(String(12))
    why: Mapped[str | None] = mapped_column(Sealed)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    enough_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class TopicSupport(Base):
    """An account supports a topic, once; a person once, from however many accounts."""

    __tablename__ = "topic_supports"
    __table_args__ = (UniqueConstraint("topic_id", "account_id"), UniqueConstraint("topic_id", "person_id"))

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    topic_id: Mapped[int] = mapped_column(ForeignKey("council_topics.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class CouncilMeeting(Base):
    """A meeting. `code`: what is shown in the room, and said by who has come. `minutes_due_at`: until when its minutes have to be
    out; `minutes_stage`, `look_at`: what was told of that, and when the next word comes.
    """

    __tablename__ = "council_meetings"
    __table_args__ = (
        Index("ix_council_meetings_look_at", "look_at", sqlite_where=sql(WATCHED), postgresql_where=sql(WATCHED)),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("councils.id"), index=True)
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    room: Mapped[str] = mapped_column(String(120))
    state: Mapped[str] = mapped_column(String(12))
    code: Mapped[str] = mapped_column(String(8))
    called_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    called_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    minutes_due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    minutes_stage: Mapped[int] = mapped_column(Integer, server_default="0")
    look_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class MeetingMember(Base):
    """Somebody who is invited. `answer`: whether they said that they come; `came_at`: when they did; `how`: code or office."""

    __tablename__ = "meeting_members"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("council_meetings.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    answer: Mapped[bool | None] = mapped_column(Boolean)
    reason: Mapped[str | None] = mapped_column(Sealed)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    came_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    how: Mapped[str | None] = mapped_column(String(8))


class MeetingGuest(Base):
    """A guest who came in with the code of the room: counted once by a keyed digest, and known by nothing else."""

    __tablename__ = "meeting_guests"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("council_meetings.id"), primary_key=True)
    mark: Mapped[str] = mapped_column(String(32), primary_key=True)


class MeetingTopic(Base):
    """A topic on a meeting's agenda, in the order in which they were put there."""

    __tablename__ = "meeting_topics"
    __table_args__ = (UniqueConstraint("meeting_id", "topic_id"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("council_meetings.id"))
    topic_id: Mapped[int] = mapped_column(ForeignKey("council_topics.id"), index=True)


class MeetingNote(Base):
    """Append-only: what was said in a meeting."""

    __tablename__ = "meeting_notes"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("council_meetings.id"), index=True)
    topic_id: Mapped[int | None] = mapped_column(ForeignKey("council_topics.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    text: Mapped[str] = mapped_column(Sealed)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class MeetingMinutes(Base):
    """A version of a meeting's minutes; none is ever changed, what is put right is another version."""

    __tablename__ = "meeting_minutes"
    __table_args__ = (UniqueConstraint("meeting_id", "version"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("council_meetings.id"))
    version: Mapped[int] = mapped_column(Integer)
    text: Mapped[str] = mapped_column(Sealed)
    written_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    approved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class CouncilVote(Base):
    """A vote in a meeting. `box`: the secret ballots as sorted letters, with no order, time or voter; the counts are of its end."""

    __tablename__ = "council_votes"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("council_meetings.id"), index=True)
    topic_id: Mapped[int | None] = mapped_column(ForeignKey("council_topics.id"), index=True)
    text: Mapped[str] = mapped_column(Sealed)
    secret: Mapped[bool] = mapped_column(Boolean)
    share: Mapped[str] = mapped_column(String(12))
    opened_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    box: Mapped[str] = mapped_column(Sealed)
    there: Mapped[int | None] = mapped_column(Integer)
    yes: Mapped[int | None] = mapped_column(Integer)
    no: Mapped[int | None] = mapped_column(Integer)
    abstain: Mapped[int | None] = mapped_column(Integer)
    passed: Mapped[bool | None] = mapped_column(Boolean)


class VoteVoter(Base):
    """That somebody has voted; what, only in an open vote. No time: a secret ballot is not found by it."""

    __tablename__ = "vote_voters"

    vote_id: Mapped[int] = mapped_column(ForeignKey("council_votes.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    choice: Mapped[str | None] = mapped_column(String(8))


class Resolution(Base):
    """What was resolved: somebody's, until a day. `stage`, `look_at`: what was told of that, and when the next word comes."""

    __tablename__ = "resolutions"
    __table_args__ = (
        Index("ix_resolutions_look_at", "look_at", sqlite_where=sql(WATCHED), postgresql_where=sql(WATCHED)),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("council_meetings.id"), index=True)
    topic_id: Mapped[int | None] = mapped_column(ForeignKey("council_topics.id"), index=True)
    text: Mapped[str] = mapped_column(Sealed)
    owner_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    written_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(12))
    stage: Mapped[int] = mapped_column(Integer, server_default="0")
    look_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ResolutionWord(Base):
    """Append-only: how far a resolution is. `kind`: progress, done, explained."""

    __tablename__ = "resolution_words"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    resolution_id: Mapped[int] = mapped_column(ForeignKey("resolutions.id"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    text: Mapped[str] = mapped_column(Sealed)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
