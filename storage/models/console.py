"""The back office: who may sign in with a password, who is signed in, keys of other systems, and what is known to enquirers."""

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, Text
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Encrypted, Sealed, UtcDateTime
from storage.models.base import Base, Identity
from storage.models.tickets import Number


class StaffLogin(Base):
    """A password with its second factor, for those who sign in without WeChat. `failures`, `locked_until`: of version 0.1,
    which locked the owner out; nothing reads them.
    """

    __tablename__ = "staff_logins"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    password_hash: Mapped[str] = mapped_column(String(200))
    totp_secret: Mapped[str] = mapped_column(Encrypted)
    totp_used: Mapped[int] = mapped_column(Integer, server_default="0")
    failures: Mapped[int] = mapped_column(Integer, server_default="0")
    locked_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class ConsoleSession(Base):
    """A browser at the back office; only the digest of its cookie is kept. `person_id` None: nobody has signed in with it yet;
    `code_digest`: of the code that waits to be sent to the account. `browser`, `system`, `address`: as the phone is told of it;
    `asked_id`: the account whose phone was asked; `granted_id`: who said yes there, till the browser comes for its new cookie.
    """

    __tablename__ = "console_sessions"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    digest: Mapped[str] = mapped_column(String(32), unique=True)
    code_digest: Mapped[str | None] = mapped_column(String(32), unique=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    via: Mapped[str | None] = mapped_column(String(12))
    browser: Mapped[str | None] = mapped_column(String(40))
    system: Mapped[str | None] = mapped_column(String(40))
    address: Mapped[str | None] = mapped_column(String(45))
    asked_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    granted_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ApiKey(Base):
    """Another system; only the key's digest is kept. `account_id`: under which its tickets stand; `scopes`: what it opens
    (governance.api_scopes), with blanks between; `a_minute`: how often it may read.
    """

    __tablename__ = "api_keys"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    digest: Mapped[str] = mapped_column(String(32), unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    scopes: Mapped[str] = mapped_column(String(80), server_default="report")
    a_minute: Mapped[int] = mapped_column(Integer, server_default="60")
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class WallKey(Base):
    """A wall screen that may show the wall and nothing else; only the key's digest is kept. `seen_at`: when it last showed it."""

    __tablename__ = "wall_keys"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    digest: Mapped[str] = mapped_column(String(32), unique=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class KnownAnswer(Base):
    """A question with its answer, kept by staff. `asked`: how often it answered somebody."""

    __tablename__ = "known_answers"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    question: Mapped[str] = mapped_column(String(200))
    answer: Mapped[str] = mapped_column(Text)
    asked: Mapped[int] = mapped_column(Integer, server_default="0")
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


_OWN, _OF_ROLE = sql("role IS NULL"), sql("person_id IS NULL")


class BoardView(Base):
    """Filters of the board that are kept under a name: somebody's own, or (`role`) of all who hold it. `asked`: as in an address;
    a search may name people.
    """

    __tablename__ = "board_views"
    __table_args__ = (
        Index("uq_board_views_own", "person_id", "name", unique=True, sqlite_where=_OWN, postgresql_where=_OWN),
        Index("uq_board_views_role", "role", "name", unique=True, sqlite_where=_OF_ROLE, postgresql_where=_OF_ROLE),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    role: Mapped[str | None] = mapped_column(String(24))
    name: Mapped[str] = mapped_column(String(40))
    asked: Mapped[str] = mapped_column(Sealed)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class BoardWish(Base):
    """How somebody wants the board, in whatever browser. `columns`: those shown, with commas; `start_id`: the view that it opens
    with.
    """

    __tablename__ = "board_wishes"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    columns: Mapped[str] = mapped_column(String(120))
    bell: Mapped[bool] = mapped_column(Boolean)
    desktop: Mapped[bool] = mapped_column(Boolean)
    counted: Mapped[bool] = mapped_column(Boolean)
    start_id: Mapped[int | None] = mapped_column(ForeignKey("board_views.id"))


class HotlineOrder(Base):
    """A 12345 order behind a ticket; `due_at`: as the hotline has set it, the earlier one counts."""

    __tablename__ = "hotline_orders"

    order_no: Mapped[str] = mapped_column(String(40), primary_key=True)
    number: Mapped[str] = mapped_column(Number, ForeignKey("tickets.number"), unique=True)
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    caller: Mapped[str | None] = mapped_column(Encrypted)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
