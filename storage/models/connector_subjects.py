"""What other platforms know of people, places, things and branches; which of it is the same as ours, or as each other's."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Sealed, UtcDateTime
from storage.models.base import Base, Identity


class ConnectorSubject(Base):
    """What a platform says of one of them, in its newest version. `said`: fields and values in our words; `times`: since when each
    is so, by what they say; `name_digest`, `phone_digest`: by which the same is found again. State: open (somebody has to look),
    joined, dismissed (nothing to do with us). `ours`: the code of what it is the same as; `group_id`: the first of those of other
    platforms that it is the same as, where none of them is ours.
    """

    __tablename__ = "connector_subjects"
    __table_args__ = (
        UniqueConstraint("platform", "kind", "their_id"),
        Index("ix_connector_subjects_state", "state", "kind"),
        Index("ix_connector_subjects_name", "name_digest"),
        Index("ix_connector_subjects_phone", "phone_digest"),
        Index("ix_connector_subjects_ours", "ours"),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    platform: Mapped[str] = mapped_column(String(24))
    kind: Mapped[str] = mapped_column(String(16))
    their_id: Mapped[str] = mapped_column(String(64))
    rank: Mapped[str] = mapped_column(String(24))
    said: Mapped[str] = mapped_column(Sealed)
    times: Mapped[str] = mapped_column(Text)
    name_digest: Mapped[str] = mapped_column(String(32), server_default="")
    phone_digest: Mapped[str] = mapped_column(String(32), server_default="")
    code: Mapped[str] = mapped_column(String(40), server_default="")
    type: Mapped[str] = mapped_column(String(24), server_default="")
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"))
    state: Mapped[str] = mapped_column(String(12))
    ours: Mapped[str | None] = mapped_column(String(40))
    group_id: Mapped[int | None] = mapped_column(Integer, index=True)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ConnectorApart(Base):
    """Somebody said that these two are two. `other`: a code of ours, or `#` and the id of another platform's."""

    __tablename__ = "connector_apart"

    subject_id: Mapped[int] = mapped_column(ForeignKey("connector_subjects.id"), primary_key=True)
    other: Mapped[str] = mapped_column(String(40), primary_key=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class FieldSource(Base):
    """Whose value counts for a field of something of ours that was joined, and since when. `source`: `ours` or a platform."""

    __tablename__ = "field_sources"

    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    ours: Mapped[str] = mapped_column(String(40), primary_key=True)
    field: Mapped[str] = mapped_column(String(16), primary_key=True)
    source: Mapped[str] = mapped_column(String(24))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
