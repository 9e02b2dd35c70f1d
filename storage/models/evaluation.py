"""The yearly evaluation with its frozen facts, what is objected to it, and each community's own brand work (一居一品)."""

from datetime import date, datetime

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Sealed, UtcDateTime
from storage.models.base import Base, Identity

_OPEN = "state = 'open'"


class EvaluationRound(Base):
    """A round (governance.evaluation). `first_on`, `last_on`: the days that it covers; `weights`: JSON, what each kind of fact
    weighed when it was drafted; `best`: so many places are commended.
    """

    __tablename__ = "evaluation_rounds"
    __table_args__ = (UniqueConstraint("term", "year"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    term: Mapped[str] = mapped_column(String(12))
    year: Mapped[int] = mapped_column(Integer)
    first_on: Mapped[date] = mapped_column(Date)
    last_on: Mapped[date] = mapped_column(Date)
    state: Mapped[str] = mapped_column(String(12))
    weights: Mapped[str] = mapped_column(Text)
    best: Mapped[int] = mapped_column(Integer)
    opened_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closes_at: Mapped[datetime] = mapped_column(UtcDateTime)
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class EvaluationEntry(Base):
    """What a round evaluates. Its id is its number: 评议12. `ref_id`: the unit, pairing or project; `name`: as it was called then;
    `place`, `commended`: written when the round is published.
    """

    __tablename__ = "evaluation_entries"
    __table_args__ = (UniqueConstraint("round_id", "kind", "ref_id"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("evaluation_rounds.id"))
    kind: Mapped[str] = mapped_column(String(12))
    ref_id: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(Sealed)
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"), index=True)
    total: Mapped[int] = mapped_column(Integer)
    place: Mapped[int | None] = mapped_column(Integer)
    commended: Mapped[bool] = mapped_column(Boolean)


class EvaluationFact(Base):
    """A fact as it stood when the round was drafted, or a correction. `source`: where it comes from, once an entry and kind."""

    __tablename__ = "evaluation_facts"
    __table_args__ = (UniqueConstraint("entry_id", "kind", "source"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("evaluation_entries.id"))
    kind: Mapped[str] = mapped_column(String(20))
    amount: Mapped[int] = mapped_column(Integer)
    source: Mapped[str] = mapped_column(String(40))
    about: Mapped[str] = mapped_column(Sealed)


class EvaluationObjection(Base):
    """What somebody has against a sum; of one account one an entry waits at a time. `points`: by how much it was changed."""

    __tablename__ = "evaluation_objections"
    __table_args__ = (
        Index(
            "uq_evaluation_objections_open", "entry_id", "account_id", unique=True,
            sqlite_where=sql(_OPEN), postgresql_where=sql(_OPEN),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("evaluation_entries.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    text: Mapped[str | None] = mapped_column(Sealed)
    state: Mapped[str] = mapped_column(String(12))
    points: Mapped[int | None] = mapped_column(Integer)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    note: Mapped[str | None] = mapped_column(Sealed)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class CommunityBrand(Base):
    """一居一品: a community's own brand work of a year. `source`: the ticket or activity whose picture is shown."""

    __tablename__ = "community_brands"
    __table_args__ = (UniqueConstraint("community_id", "year"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    community_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    year: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(String(60))
    story: Mapped[str] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(String(24))
    picture_id: Mapped[int | None] = mapped_column(ForeignKey("attachments.id"))
    written_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
