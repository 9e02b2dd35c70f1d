"""Signing in to the back office by a password and a second factor."""

import secrets
from datetime import datetime
from functools import cache

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from handlers.office.outcomes import LoginLocked, SignedIn, WrongLogin
from storage.audit import AuditEntry, note_for
from storage.console.logins import login_of, note_failure, note_success
from storage.console.sessions import sign_in
from storage.unit_of_work import UnitOfWork

STEP_S = 30


def password_fits(hashed: str | None, password: str) -> bool:
    """Whether it is the password. It takes a tenth of a second, for somebody unknown too (None): hold no lock meanwhile."""
    try:
        return PasswordHasher().verify(hashed or _decoy(), password) and hashed is not None
    except (VerifyMismatchError, InvalidHashError):
        return False


def hash_of(uow: UnitOfWork, code: str) -> str | None:
    """The hash of somebody's password; None where they have none."""
    login = login_of(uow, code.strip().upper())
    return None if login is None else login.password_hash


def sign_in_by_password(
    uow: UnitOfWork, session_id: int, code: str, fitting: str | None, otp: str, now: datetime
) -> SignedIn | LoginLocked | WrongLogin:
    """Signs the browser in, or says that something was wrong.

    `fitting`: the hash that the password was found to fit, before anything was locked; None where it fits none.
    """
    login = login_of(uow, code.strip().upper(), lock=True)
    if login is not None and login.locked_until is not None and login.locked_until > now:
        return LoginLocked()
    used = None if login is None else _step_of(login.totp_secret, otp, login.totp_used, now)
    if login is None or fitting != login.password_hash or used is None:
        if login is not None:
            note_failure(uow, login, now)
        return WrongLogin()
    note_success(uow, login, used)
    sign_in(uow, session_id, login.person_id, "password", now)
    note_for(
        uow, None, AuditEntry("console.sign_in", f"session:{session_id}", f"password of person:{code.upper()}"), now
    )
    return SignedIn()


def new_hash(password: str) -> str:
    """A password's hash (argon2id)."""
    return PasswordHasher().hash(password)


@cache
def _decoy() -> str:
    """So that somebody unknown takes as long to refuse as somebody known."""
    return new_hash(secrets.token_hex(8))


def _step_of(secret: str, otp: str, used: int, now: datetime) -> int | None:
    """The time step whose code this is, one before and after allowed, none twice."""
    totp, said = pyotp.TOTP(secret), otp.replace(" ", "")
    step = int(now.timestamp()) // STEP_S
    for near in (step, step - 1, step + 1):
        if near > used and secrets.compare_digest(totp.at(near * STEP_S), said.encode("ascii", "replace").decode()):
            return near
    return None
