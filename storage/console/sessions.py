"""Browsers at the back office: signed in, seen, ended. How one that waits is signed in stands in `sign_in_requests`."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, delete, insert, or_, select, update

from storage import keyring
from storage.models import ConsoleSession
from storage.unit_of_work import UnitOfWork

SIGNED_IN_FOR = timedelta(hours=12)
IDLE_FOR = timedelta(hours=2)
KEPT_FOR = timedelta(days=7)
SEEN_EVERY = timedelta(minutes=1)
"""So often it is noted that somebody is still there."""
RECENT_FOR = timedelta(minutes=15)
"""So long after a sign-in somebody may change what signs people in, themselves and others."""


@dataclass(frozen=True)
class Visitor:
    """Who is at a browser, as far as a browser tells: what it is and where it is. Nothing of it is proven but the address."""

    address: str
    browser: str | None = None
    system: str | None = None

    @property
    def said(self) -> str:
        """As the audit says it."""
        return f"{self.address or 'unknown'} ({self.browser or '?'}, {self.system or '?'})"


@dataclass(frozen=True)
class SessionRow:
    """A browser in which somebody is signed in."""

    id: int
    person_id: int
    seen_at: datetime
    created_at: datetime


@dataclass(frozen=True)
class OpenSession:
    """A browser as its owner is shown it. `via`: by phone or by password."""

    id: int
    via: str | None
    visitor: Visitor
    created_at: datetime
    seen_at: datetime


RUNNING = ConsoleSession.ended_at.is_(None)
_KNOWN = (ConsoleSession.id, ConsoleSession.person_id, ConsoleSession.seen_at, ConsoleSession.created_at)


def session_of(uow: UnitOfWork, token: str, now: datetime) -> SessionRow | None:
    """The browser with this cookie; None when it is unknown, ended, left alone, or nobody is signed in with it."""
    statement = select(*_KNOWN).where(
        ConsoleSession.digest.in_(keyring.digests("console", token)), RUNNING, ConsoleSession.person_id.is_not(None),
        ConsoleSession.expires_at > now,
    )  # fmt: skip
    row = uow.execute(statement).first()
    return None if row is None or now - row.seen_at > IDLE_FOR else SessionRow(*tuple(row))


def sessions_of(uow: UnitOfWork, person_id: int, now: datetime) -> list[OpenSession]:
    """All browsers in which somebody is signed in, the newest first."""
    there = (RUNNING, ConsoleSession.expires_at > now, ConsoleSession.seen_at >= now - IDLE_FOR)
    statement = select(ConsoleSession.__table__).where(ConsoleSession.person_id == person_id, *there)
    return [
        OpenSession(row.id, row.via, Visitor(row.address or "", row.browser, row.system), row.created_at, row.seen_at)
        for row in uow.execute(statement.order_by(ConsoleSession.id.desc()))
    ]


def signed_in_lately(uow: UnitOfWork, person_id: int, now: datetime) -> bool:
    """Whether somebody has shown a short while ago, in any browser, who they are."""
    return any(now - each.created_at <= RECENT_FOR for each in sessions_of(uow, person_id, now))


def open_session(uow: UnitOfWork, token: str, person_id: int, via: str, visitor: Visitor, now: datetime) -> int:
    """Signs a browser in that has shown who is there; its cookie is a new one. Answers the session's id."""
    row = {
        "digest": digest_of(token), "person_id": person_id, "via": via, "created_at": now, "seen_at": now,
        "expires_at": now + SIGNED_IN_FOR, **told_of(visitor),
    }  # fmt: skip
    return int(uow.execute(insert(ConsoleSession).values(**row).returning(ConsoleSession.id)).scalar_one())


def note_seen(uow: UnitOfWork, session: SessionRow, now: datetime) -> None:
    """Notes that somebody is still there."""
    uow.execute(update(ConsoleSession).where(ConsoleSession.id == session.id).values(seen_at=now))


def end_session(uow: UnitOfWork, session_id: int, now: datetime) -> None:
    """Signs one browser out."""
    uow.execute(update(ConsoleSession).where(RUNNING, ConsoleSession.id == session_id).values(ended_at=now))


def end_sessions_of(uow: UnitOfWork, person_id: int, now: datetime, *, kept: int | None = None) -> int:
    """Signs all browsers of somebody's out, those too that have not come for their cookie yet; answers how many.

    `kept`: but this one.
    """
    mine = or_(ConsoleSession.person_id == person_id, ConsoleSession.granted_id == person_id)
    others = [] if kept is None else [ConsoleSession.id != kept]
    theirs = update(ConsoleSession).where(RUNNING, mine, *others)
    return uow.execute(theirs.values(ended_at=now)).rowcount


def forget_sessions(uow: UnitOfWork, now: datetime) -> None:
    """Drops what has been over for a while, and at once where nobody ever signed in; the audit keeps who did."""
    waited = and_(ConsoleSession.person_id.is_(None), ConsoleSession.expires_at < now)
    uow.execute(delete(ConsoleSession).where(or_(waited, ConsoleSession.expires_at < now - KEPT_FOR)))


def told_of(visitor: Visitor) -> dict[str, str | None]:
    """A visitor as a row keeps it."""
    return {"browser": visitor.browser, "system": visitor.system, "address": visitor.address}


def digest_of(token: str) -> str:
    """A cookie as it is kept."""
    return keyring.digest("console", token)
