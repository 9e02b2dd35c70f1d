"""What came in, with the reply it got, and what is to go out."""

from datetime import datetime

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer, String, false
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Sealed, UtcDateTime
from storage.models.base import Base, Identity

_OF_TICKET = "number IS NOT NULL"
_KEPT = "state = 'kept'"
_SENT = "sent_at IS NOT NULL"
_OWED = "state IN ('waiting', 'sending')"


class Inbound(Base):
    """A message taken in. The key makes a redelivery harmless; the reply kept here answers it.

    `account_id` points to accounts without a constraint: rows live a month, and each is written on the hot path.
    """

    __tablename__ = "inbound"

    dedupe_key: Mapped[str] = mapped_column(String(255), primary_key=True)
    account_id: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(24))
    received_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    reply: Mapped[str] = mapped_column(Sealed)
    tone: Mapped[str | None] = mapped_column(String(12))
    """How an order's outcome is shown when it comes again."""


class Nonce(Base):
    """A nonce of the last minutes and the digest of the body it came with; another body under it is a replay.

    The nonce is written behind its timestamp, so that old ones are a range of the key.
    """

    __tablename__ = "nonces"

    nonce: Mapped[str] = mapped_column(String(160), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64))


class Outbox(Base):
    """A push that is owed. State: waiting, sending, sent, maybe_sent, kept (for the next passive reply), dropped.

    `number`: the ticket it is about. `taps`: JSON list of answers to tap. `picture_id`: a picture instead of a text.
    `by_night`: it waits for nothing, neither the morning nor a bundle. `channel`: how it went out. `last_error`: why it waits, or
    was dropped. `message_id`: the first push of the message that it went with. `held`: governance.noise.Held, why it waits for the
    next message. `valid_until`: from then on another push says more. `ticket_then`: its ticket's state and owner when it was
    written, where it asks for something that they may have overtaken.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_state_priority_not_before", "state", "priority", "not_before"),
        Index("ix_outbox_sent", "account_id", "sent_at", sqlite_where=sql(_SENT), postgresql_where=sql(_SENT)),
        Index("ix_outbox_owed", "account_id", "state", sqlite_where=sql(_OWED), postgresql_where=sql(_OWED)),
        Index("ix_outbox_kept", "account_id", sqlite_where=sql(_KEPT), postgresql_where=sql(_KEPT)),
        Index("ix_outbox_number", "number", sqlite_where=sql(_OF_TICKET), postgresql_where=sql(_OF_TICKET)),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    dedupe_key: Mapped[str] = mapped_column(String(120), unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    kind: Mapped[str] = mapped_column(String(24))
    text: Mapped[str] = mapped_column(Sealed)
    number: Mapped[str | None] = mapped_column(String(24))
    taps: Mapped[str | None] = mapped_column(Sealed)
    picture_id: Mapped[int | None] = mapped_column(ForeignKey("attachments.id"))
    priority: Mapped[int] = mapped_column(Integer, server_default="5")
    by_night: Mapped[bool] = mapped_column(Boolean, server_default=false())
    channel: Mapped[str | None] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    not_before: Mapped[datetime] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_error: Mapped[str | None] = mapped_column(String(200))
    message_id: Mapped[int | None] = mapped_column(Identity)
    held: Mapped[str | None] = mapped_column(String(8))
    valid_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ticket_then: Mapped[str | None] = mapped_column(String(40))
    trace: Mapped[str | None] = mapped_column(String(16))
    """Of the message or order that it came of (storage.origin)."""


class Dialogue(Base):
    """A question that waits for its answer: one an account. `data` is JSON that its kind understands."""

    __tablename__ = "dialogues"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(24))
    data: Mapped[str] = mapped_column(Sealed)
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
