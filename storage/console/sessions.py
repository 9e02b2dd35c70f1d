"""Browsers at the back office: opened, signed in by a code or a password, seen, ended."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, insert, or_, select, update

from storage import keyring
from storage.models import ConsoleSession
from storage.unit_of_work import UnitOfWork

CODE_FOR = timedelta(minutes=5)
SIGNED_IN_FOR = timedelta(hours=12)
IDLE_FOR = timedelta(hours=2)
KEPT_FOR = timedelta(days=7)
SEEN_EVERY = timedelta(minutes=1)
"""So often it is noted that somebody is still there."""


@dataclass(frozen=True)
class SessionRow:
    """A browser; `person_id` None: nobody has signed in with it."""

    id: int
    person_id: int | None
    via: str | None
    seen_at: datetime
    expires_at: datetime


_COLUMNS = (
    ConsoleSession.id, ConsoleSession.person_id, ConsoleSession.via, ConsoleSession.seen_at, ConsoleSession.expires_at
)  # fmt: skip
_RUNNING = ConsoleSession.ended_at.is_(None)


def open_session(uow: UnitOfWork, token: str, now: datetime, code: str | None = None) -> None:
    """Writes a browser that waits for somebody to sign in; `code`: what they may send to the account."""
    digest = None if code is None else keyring.digest("console code", code)
    row = {
        "digest": _digest(token),
        "code_digest": digest,
        "created_at": now,
        "seen_at": now,
        "expires_at": now + CODE_FOR,
    }
    uow.execute(insert(ConsoleSession).values(**row))


def session_of(uow: UnitOfWork, token: str, now: datetime) -> SessionRow | None:
    """The browser with this cookie; None when it is unknown, ended or past its time."""
    return _one(uow, ConsoleSession.digest.in_(keyring.digests("console", token)), now)


def session_by_code(uow: UnitOfWork, code: str, now: datetime) -> SessionRow | None:
    """The browser that shows this code and waits."""
    shown = ConsoleSession.code_digest.in_(keyring.digests("console code", code))
    found = _one(uow, shown, now)
    return found if found is not None and found.person_id is None else None


def sign_in(uow: UnitOfWork, session_id: int, person_id: int, via: str, now: datetime) -> None:
    """Somebody has shown who they are; the code is used up."""
    values = {
        "person_id": person_id, "via": via, "code_digest": None, "seen_at": now, "expires_at": now + SIGNED_IN_FOR,
    }  # fmt: skip
    uow.execute(update(ConsoleSession).where(ConsoleSession.id == session_id).values(**values))


def renew(uow: UnitOfWork, session_id: int, token: str) -> None:
    """Another cookie from now on: one that was known before the sign-in is worth nothing after it."""
    uow.execute(update(ConsoleSession).where(ConsoleSession.id == session_id).values(digest=_digest(token)))


def note_seen(uow: UnitOfWork, session: SessionRow, now: datetime) -> None:
    """Notes that somebody is still there."""
    uow.execute(update(ConsoleSession).where(ConsoleSession.id == session.id).values(seen_at=now))


def end_session(uow: UnitOfWork, session_id: int, now: datetime) -> None:
    """Signs one browser out."""
    uow.execute(update(ConsoleSession).where(_RUNNING, ConsoleSession.id == session_id).values(ended_at=now))


def end_sessions_of(uow: UnitOfWork, person_id: int, now: datetime) -> int:
    """Signs all browsers of somebody's out; answers how many."""
    theirs = update(ConsoleSession).where(_RUNNING, ConsoleSession.person_id == person_id)
    return uow.execute(theirs.values(ended_at=now)).rowcount


def forget_sessions(uow: UnitOfWork, now: datetime) -> None:
    """Drops what has been over for a while, and at once where nobody ever signed in; the audit keeps who did."""
    waited = and_(ConsoleSession.person_id.is_(None), ConsoleSession.expires_at < now)
    uow.execute(delete(ConsoleSession).where(or_(waited, ConsoleSession.expires_at < now - KEPT_FOR)))


def _one(uow: UnitOfWork, where: Any, now: datetime) -> SessionRow | None:
    running = (_RUNNING, ConsoleSession.expires_at > now)
    row = uow.execute(select(*_COLUMNS).where(where, *running)).first()
    found = None if row is None else SessionRow(*tuple(row))
    idle = found is not None and found.person_id is not None and now - found.seen_at > IDLE_FOR
    return None if idle else found


def _digest(token: str) -> str:
    return keyring.digest("console", token)
