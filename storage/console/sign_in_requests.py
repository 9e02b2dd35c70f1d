"""Browsers that wait to be signed in by a phone: the code they show, whose phone it was sent from, and what it answered."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, update

from storage import keyring
from storage.console.sessions import RUNNING, SIGNED_IN_FOR, Visitor, digest_of, told_of
from storage.models import ConsoleSession
from storage.unit_of_work import UnitOfWork

CODE_FOR = timedelta(minutes=2)
"""So long a browser waits: for the code, for the number, and for its cookie."""


@dataclass(frozen=True)
class SignInRequest:
    """A browser that waits. `asked_id`: the account that has sent its code; `granted_id`: the person who said yes."""

    id: int
    opened_at: datetime
    expires_at: datetime
    visitor: Visitor
    asked_id: int | None
    granted_id: int | None

    @property
    def number(self) -> str | None:
        """The two digits that stand on its screen once a phone has sent its code; None before."""
        return None if self.asked_id is None else number_for(self.id, self.asked_id)


def number_for(request_id: int, account_id: int) -> str:
    """The two digits that this browser shows to this account: known to who holds the key, kept nowhere."""
    return str(10 + int(keyring.digest("sign-in number", str(request_id), str(account_id)), 16) % 90)


def open_request(uow: UnitOfWork, token: str, code: str, visitor: Visitor, now: datetime) -> None:
    """Writes a browser that shows a code."""
    row = {
        "digest": digest_of(token), "code_digest": keyring.digest("console code", code), "created_at": now, "seen_at": now,
        "expires_at": now + CODE_FOR, **told_of(visitor),
    }  # fmt: skip
    uow.execute(insert(ConsoleSession).values(**row))


def request_of(uow: UnitOfWork, token: str, now: datetime) -> SignInRequest | None:
    """The browser with this cookie that waits; None when there is none, or its time is over."""
    return _one(uow, now, ConsoleSession.digest.in_(keyring.digests("console", token)))


def request_by_id(uow: UnitOfWork, request_id: int, now: datetime) -> SignInRequest | None:
    """One that waits still."""
    return _one(uow, now, ConsoleSession.id == request_id)


def request_by_code(uow: UnitOfWork, code: str, now: datetime) -> SignInRequest | None:
    """The browser that shows this code."""
    return _one(uow, now, ConsoleSession.code_digest.in_(keyring.digests("console code", code)))


def ask_phone(uow: UnitOfWork, request_id: int, account_id: int) -> bool:
    """The code was sent from this account's phone, and is used up; False where another was quicker."""
    free = (ConsoleSession.id == request_id, ConsoleSession.asked_id.is_(None), ConsoleSession.code_digest.is_not(None))
    return uow.execute(update(ConsoleSession).where(*free).values(asked_id=account_id, code_digest=None)).rowcount == 1


def grant(uow: UnitOfWork, request_id: int, person_id: int, now: datetime) -> None:
    """The phone said yes: the browser is theirs as soon as it comes for its new cookie."""
    values = {"granted_id": person_id, "expires_at": now + CODE_FOR}
    uow.execute(update(ConsoleSession).where(ConsoleSession.id == request_id).values(**values))


def take_grant(uow: UnitOfWork, request: SignInRequest, token: str, now: datetime) -> bool:
    """Gives the browser its cookie, once: the one that it had before is worth nothing from now on."""
    waits = (ConsoleSession.id == request.id, RUNNING, ConsoleSession.person_id.is_(None))
    values = {
        "digest": digest_of(token), "person_id": request.granted_id, "granted_id": None, "via": "wechat", "seen_at": now,
        "expires_at": now + SIGNED_IN_FOR,
    }  # fmt: skip
    return uow.execute(update(ConsoleSession).where(*waits).values(**values)).rowcount == 1


def _one(uow: UnitOfWork, now: datetime, where: Any) -> SignInRequest | None:
    waits = (RUNNING, ConsoleSession.expires_at > now, ConsoleSession.person_id.is_(None))
    row = uow.execute(select(ConsoleSession.__table__).where(where, *waits)).first()
    if row is None:
        return None
    visitor = Visitor(row.address or "", row.browser, row.system)
    return SignInRequest(row.id, row.created_at, row.expires_at, visitor, row.asked_id, row.granted_id)
