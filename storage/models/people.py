"""Who takes part: people, the accounts they write from, the posts they hold."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Encrypted, UtcDateTime
from storage.models.base import Base, Identity


class Person(Base):
    """A person of the roster; name and phone are encrypted, and found again by their keyed digests.

    `code`: the roster's key. `wecom_id`: in the subdistrict's WeCom. `bind_digest`: of the name with the phone's last four digits.
    """

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    code: Mapped[str] = mapped_column(String(32), unique=True)
    name: Mapped[str] = mapped_column(Encrypted)
    phone: Mapped[str | None] = mapped_column(Encrypted)
    unit: Mapped[str | None] = mapped_column(String(80))
    name_digest: Mapped[str | None] = mapped_column(String(32), index=True)
    bind_digest: Mapped[str | None] = mapped_column(String(32), index=True)
    phone_digest: Mapped[str | None] = mapped_column(String(32), index=True)
    wecom_id: Mapped[str | None] = mapped_column(String(64))
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    forgotten_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Account(Base):
    """A way to write to us: one follower of one official account.

    `place_id`: the building chosen by QR code or by name. `asked_until`: a question to this account waits for its answer
    until then (it stands in dialogues). `kept_at`: since then pushes wait for the next reply. `muted`: groups of notices
    that it does not want, joined by commas. `tag_wanted`: the platform's tag that this account's role calls for (its menu
    hangs on it); `tag_given`: the one it has. `household`: digest of building and room, where the room was said. `at_hand`:
    numbers of the tickets that were spoken of last, joined by blanks; `at_hand_since`: when that was.
    """

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("channel", "openid"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    channel: Mapped[str] = mapped_column(String(32))
    openid: Mapped[str] = mapped_column(String(64))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"))
    subscribed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    unsubscribed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_inbound_at: Mapped[datetime] = mapped_column(UtcDateTime)
    loose_media_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    asked_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    kept_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    muted: Mapped[str] = mapped_column(String(64), server_default="")
    tag_wanted: Mapped[str | None] = mapped_column(String(24))
    tag_given: Mapped[str | None] = mapped_column(String(24))
    household: Mapped[str | None] = mapped_column(String(32))
    at_hand: Mapped[str] = mapped_column(String(160), server_default="")
    at_hand_since: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Post(Base):
    """A role that a person holds at a place or grid for a term; `line`: of part-time workers and departments."""

    __tablename__ = "posts"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    role: Mapped[str] = mapped_column(String(32))
    line: Mapped[str | None] = mapped_column(String(16))
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"), index=True)
    grid_id: Mapped[int | None] = mapped_column(ForeignKey("grids.id"), index=True)
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)


class MapConsent(Base):
    """Somebody lets the office's map show where they checked in last; taken back, the row is gone."""

    __tablename__ = "map_consents"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    since: Mapped[datetime] = mapped_column(UtcDateTime)


class Leave(Base):
    """A time in which somebody else stands in for a person."""

    __tablename__ = "leaves"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    stand_in_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    cancelled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Invitation(Base):
    """A code that binds whoever says it first to a person; only its keyed digest is kept."""

    __tablename__ = "invitations"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    digest: Mapped[str] = mapped_column(String(32), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class BindAttempt(Base):
    """A try to bind that failed; counted for the account that tried and for the name it tried."""

    __tablename__ = "bind_attempts"
    __table_args__ = (
        Index("ix_bind_attempts_account_id_at", "account_id", "at"),
        Index("ix_bind_attempts_name_digest_at", "name_digest", "at"),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    name_digest: Mapped[str | None] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
