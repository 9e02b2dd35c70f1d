"""Signing in to the back office by a password and a second factor.

Whether the code is somebody's, the password right, the second factor right: all three are looked at each time, in the same steps,
and the answer is the same. How often it may be tried is the door's business; nobody is locked out by what a stranger tries.
"""

import secrets
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from handlers.context import Context
from handlers.office.outcomes import LoginBusy, PasswordChanged, PasswordKept, SignedIn, WrongLogin
from storage.audit import AuditEntry, note_by
from storage.console.logins import LoginRow, login_of, note_success, set_password
from storage.console.sessions import Visitor, end_sessions_of, open_session

STEP_S = 30
WAIT_S = 3.0
"""So long a try waits for the others of its process; each takes a tenth of a second and 64 MiB."""
ACTOR = "console sign-in"
"""Whose doing a try is in the audit while nobody knows who it was."""
_one_at_a_time = threading.BoundedSemaphore(1)


@dataclass(frozen=True)
class Try:
    """What somebody has filled in, and at which browser."""

    code: str
    password: str = field(repr=False)
    otp: str = field(repr=False)
    visitor: Visitor


@dataclass(frozen=True)
class Looked:
    """What came of looking at a password: the hash that it fits; None where it fits none. `busy`: nobody has looked; `wished`:
    the hash of the one that is to count instead.
    """

    hashed: str | None
    busy: bool = False
    wished: str = ""


def looked_at(reading: Callable[[], AbstractContextManager[Context]], tried: Try, wished: str = "") -> Looked:
    """Whether it is the password; no transaction runs meanwhile, and somebody unknown takes as long as somebody known."""
    with reading() as ctx:
        login = login_of(ctx.uow, tried.code)
    hashed = None if login is None else login.password_hash
    if not _one_at_a_time.acquire(timeout=WAIT_S):
        return Looked(None, busy=True)
    try:
        decoy = _decoy()
        PasswordHasher().verify(hashed or decoy, tried.password)
        return Looked(hashed, wished=new_hash(wished) if wished else "")
    except (VerifyMismatchError, InvalidHashError):
        return Looked(None)
    finally:
        _one_at_a_time.release()


def sign_in_by_password(ctx: Context, tried: Try, looked: Looked, token: str) -> SignedIn | WrongLogin | LoginBusy:
    """Signs the browser in under a new cookie, or says that something was wrong; both stand in the audit."""
    if looked.busy:
        return LoginBusy()
    login = login_of(ctx.uow, tried.code, lock=True)
    secret, used = (_decoy_secret(), 0) if login is None else (login.totp_secret, login.totp_used)
    step = _step_of(secret, tried.otp, used, ctx.now)
    if login is None or step is None or looked.hashed != login.password_hash:
        _note(ctx, ACTOR, "console.sign_in_failed", _subject(tried, login), tried)
        return WrongLogin()
    note_success(ctx.uow, login, step)
    session = open_session(ctx.uow, token, login.person_id, "password", tried.visitor, ctx.now)
    _note(ctx, f"console:{tried.code}", "console.sign_in", f"session:{session}", tried)
    return SignedIn()


def has_password(ctx: Context, code: str) -> bool:
    """Whether somebody may sign in by a password."""
    return login_of(ctx.uow, code) is not None


def change_password(ctx: Context, tried: Try, looked: Looked, kept: int) -> PasswordChanged | PasswordKept | LoginBusy:
    """Another password instead of the one that was shown, with a second factor; all browsers but the `kept` one are signed out."""
    if looked.busy:
        return LoginBusy()
    login = login_of(ctx.uow, tried.code, lock=True)
    step = None if login is None else _step_of(login.totp_secret, tried.otp, login.totp_used, ctx.now)
    if login is None or step is None or looked.hashed != login.password_hash:
        _note(ctx, f"console:{tried.code}", "console.password_kept", _subject(tried, login), tried)
        return PasswordKept()
    note_success(ctx.uow, login, step)
    set_password(ctx.uow, login.person_id, looked.wished, ctx.now)
    ended = end_sessions_of(ctx.uow, login.person_id, ctx.now, kept=kept)
    _note(ctx, f"console:{tried.code}", "console.password_changed", f"person:{tried.code}", tried)
    return PasswordChanged(ended)


def note_turned_away(ctx: Context, tried: Try) -> None:
    """For the audit: somebody tries so often that nobody looks at it any more."""
    login = login_of(ctx.uow, tried.code)
    _note(ctx, ACTOR, "console.sign_in_limited", _subject(tried, login), tried)


def new_hash(password: str) -> str:
    """A password's hash (argon2id)."""
    return PasswordHasher().hash(password)


def _subject(tried: Try, login: LoginRow | None) -> str:
    """Whose login it was; what else was typed may be anything, a password in the wrong field too, and is not kept."""
    return "person:unknown" if login is None else f"person:{tried.code}"


def _note(ctx: Context, actor: str, action: str, subject: str, tried: Try) -> None:
    note_by(ctx.uow, actor, AuditEntry(action, subject, f"password from {tried.visitor.said}"), ctx.now)


@cache
def _decoy() -> str:
    return new_hash(secrets.token_hex(8))


@cache
def _decoy_secret() -> str:
    return pyotp.random_base32()


def _step_of(secret: str, otp: str, used: int, now: datetime) -> int | None:
    """The time step whose code this is, one before and after allowed, none twice."""
    totp, said = pyotp.TOTP(secret), otp.replace(" ", "").encode("ascii", "replace").decode()
    step, found = int(now.timestamp()) // STEP_S, None
    for near in (step + 1, step - 1, step):
        fits = secrets.compare_digest(totp.at(near * STEP_S), said)
        found = near if fits and near > used else found
    return found
