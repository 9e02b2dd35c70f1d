"""Other platforms: which are connected, what came from them, which of our matters is which of theirs, and what goes to them."""

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, UniqueConstraint, true
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Encrypted, Sealed, UtcDateTime
from storage.models.base import Base, Identity

_WAITS = "state = 'received'"
_PENDING = "state = 'pending'"


class Connector(Base):
    """A platform that is connected. `secret`: with which both sign; `gives_to`: the address that we give to; `asks_at`: the
    address that we ask, with the `cursor` that it gave last; `looks_at`: where a case is asked for; `seen_at`: when
    anything came from them or they answered; `fails`, `down_until`: how often giving failed in a row, and until when it waits;
    `told_silent_at`: when the administrators heard that they are silent; `roster_version`: mark of the roster that they were
    last given.
    """

    __tablename__ = "connectors"

    platform: Mapped[str] = mapped_column(String(24), primary_key=True)
    secret: Mapped[str] = mapped_column(Encrypted)
    gives_to: Mapped[str] = mapped_column(String(200), server_default="")
    asks_at: Mapped[str] = mapped_column(String(200), server_default="")
    looks_at: Mapped[str] = mapped_column(String(200), server_default="")
    cursor: Mapped[str] = mapped_column(String(200), server_default="")
    is_on: Mapped[bool] = mapped_column(Boolean, server_default=true())
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    asked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    fails: Mapped[int] = mapped_column(Integer, server_default="0")
    down_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    told_silent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    roster_version: Mapped[int] = mapped_column(Integer, server_default="-1")


class ConnectorItem(Base):
    """One version of one record of theirs, once. `rank`: the version as it sorts; `reuse`: the digest of a body that came under
    a number and version that had another; `way`: push, poll or file. `payload`: as it came, until it is done. State: received,
    done, conflict, set_aside. `ours`: the ticket or other thing that it became.
    """

    __tablename__ = "connector_items"
    __table_args__ = (
        UniqueConstraint("platform", "their_id", "rank", "reuse"),
        Index("ix_connector_items_waits", "not_before", sqlite_where=sql(_WAITS), postgresql_where=sql(_WAITS)),
        Index("ix_connector_items_state", "platform", "state"),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    platform: Mapped[str] = mapped_column(String(24))
    their_id: Mapped[str] = mapped_column(String(64))
    rank: Mapped[str] = mapped_column(String(24))
    reuse: Mapped[str] = mapped_column(String(16), server_default="")
    way: Mapped[str] = mapped_column(String(8))
    kind: Mapped[str] = mapped_column(String(16), server_default="")
    digest: Mapped[str] = mapped_column(String(64))
    payload: Mapped[str | None] = mapped_column(Sealed)
    state: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str] = mapped_column(String(24), server_default="")
    about: Mapped[str] = mapped_column(String(80), server_default="")
    ours: Mapped[str | None] = mapped_column(String(40))
    attempts: Mapped[int] = mapped_column(Integer, server_default="0")
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    not_before: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class ConnectorLink(Base):
    """What is the same on both sides: ours by kind and number, theirs by their number (None: it is only ours). `rank`: of the
    newest version that was taken; `agreed`: where both last knew it to stand; `queued`: what was last written to be given;
    `sequence`: how often; `due_at`: as they have set it, the earlier one counts; `their_version`, `their_category`: as they came.
    """

    __tablename__ = "connector_links"
    __table_args__ = (
        UniqueConstraint("platform", "kind", "ours"),
        UniqueConstraint("platform", "kind", "theirs"),
        Index("ix_connector_links_ours", "ours"),
        Index("ix_connector_links_open", "platform", sqlite_where=sql("NOT ended"), postgresql_where=sql("NOT ended")),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    platform: Mapped[str] = mapped_column(String(24))
    kind: Mapped[str] = mapped_column(String(16))
    ours: Mapped[str] = mapped_column(String(40))
    theirs: Mapped[str | None] = mapped_column(String(64))
    rank: Mapped[str] = mapped_column(String(24), server_default="")
    agreed: Mapped[str] = mapped_column(String(40))
    queued: Mapped[str] = mapped_column(String(40))
    sequence: Mapped[int] = mapped_column(Integer, server_default="0")
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    their_version: Mapped[str] = mapped_column(String(64), server_default="")
    their_category: Mapped[str] = mapped_column(String(64), server_default="")
    ended: Mapped[bool] = mapped_column(Boolean)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class ConnectorOut(Base):
    """Something that is given to a platform, once, in order a matter. `says`: what they will know then; State: pending, done,
    set_aside, overtaken (a later one was taken first).
    """

    __tablename__ = "connector_out"
    __table_args__ = (
        UniqueConstraint("link_id", "sequence"),
        Index("ix_connector_out_pending", "platform", "id", sqlite_where=sql(_PENDING), postgresql_where=sql(_PENDING)),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    platform: Mapped[str] = mapped_column(String(24))
    link_id: Mapped[int] = mapped_column(ForeignKey("connector_links.id"))
    sequence: Mapped[int] = mapped_column(Integer)
    ours: Mapped[str] = mapped_column(String(40))
    says: Mapped[str] = mapped_column(String(40))
    payload: Mapped[str | None] = mapped_column(Sealed)
    state: Mapped[str] = mapped_column(String(12))
    attempts: Mapped[int] = mapped_column(Integer, server_default="0")
    not_before: Mapped[datetime] = mapped_column(UtcDateTime)
    last_error: Mapped[str] = mapped_column(String(200), server_default="")
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
