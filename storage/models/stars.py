"""The monthly stars: rounds, candidates and their nominations, objections, announcements."""

from datetime import date, datetime

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Encrypted, Sealed, UtcDateTime
from storage.models.base import Base, Identity

_RUNNING = "state IN ('planned', 'nominating', 'reviewing', 'public_notice')"
_OF_PERSON = "person_id IS NOT NULL"


class StarRound(Base):
    """A community's round of a month. State: governance.stars.states. `reason`: why it was put off, skipped or came to nothing.

    `before`: JSON of what it was before it was put off or skipped (governance.stars.undo).
    """

    __tablename__ = "star_rounds"
    __table_args__ = (
        UniqueConstraint("place_id", "month"),
        Index("ix_star_rounds_running", "state", sqlite_where=sql(_RUNNING), postgresql_where=sql(_RUNNING)),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    month: Mapped[date] = mapped_column(Date, index=True)
    state: Mapped[str] = mapped_column(String(16))
    opens_at: Mapped[datetime] = mapped_column(UtcDateTime)
    review_at: Mapped[datetime] = mapped_column(UtcDateTime)
    notice_at: Mapped[datetime] = mapped_column(UtcDateTime)
    announce_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str | None] = mapped_column(String(200))
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    held: Mapped[int] = mapped_column(Integer, server_default="0")
    before: Mapped[str | None] = mapped_column(Text)


class StarAward(Base):
    """A candidate, and what became of them. `area_id`: what the award is for; `place_id`: their building.

    `person_id` None: somebody who is not in the roster. `public_name`: as they agreed to be named. `facts`: JSON of the rows
    that the score comes apart into. `code`: part of the public addresses. `picture_id`: the poster.
    """

    __tablename__ = "star_awards"
    __table_args__ = (
        Index(
            "uq_star_awards_person", "round_id", "kind", "person_id", unique=True,
            sqlite_where=sql(_OF_PERSON), postgresql_where=sql(_OF_PERSON),
        ),
        Index("ix_star_awards_person_id_state", "person_id", "state"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("star_rounds.id"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    area_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    name: Mapped[str | None] = mapped_column(Encrypted)
    public_name: Mapped[str | None] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(16), index=True)
    consent: Mapped[str] = mapped_column(String(12))
    consent_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    consent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    score: Mapped[int] = mapped_column(Integer, server_default="0")
    facts: Mapped[str | None] = mapped_column(Sealed)
    deeds: Mapped[str | None] = mapped_column(Sealed)
    note: Mapped[str | None] = mapped_column(String(200))
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("star_awards.id"))
    announcement_id: Mapped[int | None] = mapped_column(ForeignKey("announcements.id"))
    picture_id: Mapped[int | None] = mapped_column(ForeignKey("attachments.id"))
    code: Mapped[str | None] = mapped_column(String(32), unique=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Nomination(Base):
    """Somebody's word for a candidate, without what is nobody's business. `household`: the nominator's, as a digest.

    `flags`: kinds of delicate matter in the reason, joined by commas (understanding.personal_data).
    """

    __tablename__ = "nominations"
    __table_args__ = (UniqueConstraint("award_id", "account_id"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    award_id: Mapped[int] = mapped_column(ForeignKey("star_awards.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    household: Mapped[str] = mapped_column(String(40))
    reason: Mapped[str] = mapped_column(Sealed)
    flags: Mapped[str] = mapped_column(String(40), server_default="")
    picture_id: Mapped[int | None] = mapped_column(ForeignKey("attachments.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class Objection(Base):
    """What somebody has against an award, sealed. State: open, upheld, dismissed. `late`: it came after the end of the notice."""

    __tablename__ = "objections"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    award_id: Mapped[int] = mapped_column(ForeignKey("star_awards.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    text: Mapped[str | None] = mapped_column(Encrypted)
    late: Mapped[bool] = mapped_column(Boolean)
    state: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    note: Mapped[str | None] = mapped_column(Encrypted)


class Announcement(Base):
    """What was announced of a round: `running` 0 is the round's own, later ones are of awards that an objection had held up.

    `draft`: of the article in the account's drafts: wanted, sending, made, refused, doubtful, to_delete,
    deleting, deleted.
    """

    __tablename__ = "announcements"
    __table_args__ = (UniqueConstraint("round_id", "running"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("star_rounds.id"))
    running: Mapped[int] = mapped_column(Integer)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    draft: Mapped[str] = mapped_column(String(12))
    draft_media_id: Mapped[str | None] = mapped_column(String(128))
    draft_error: Mapped[str | None] = mapped_column(String(200))
    draft_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
