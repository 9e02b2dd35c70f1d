"""Passwords with a second factor."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from storage.lock_order import Lock
from storage.models import Person, StaffLogin
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class LoginRow:
    """A login. `totp_used`: the time step of the last code that was accepted, which no other sign-in may use."""

    person_id: int
    password_hash: str
    totp_secret: str
    totp_used: int


def login_of(uow: UnitOfWork, code: str, *, lock: bool = False) -> LoginRow | None:
    """The login of the person with this code, locked till the transaction ends where asked; None for nobody."""
    statement = (
        select(
            StaffLogin.person_id, StaffLogin.password_hash, StaffLogin.totp_secret, StaffLogin.totp_used)
        .join(Person, Person.id == StaffLogin.person_id)
        .where(Person.code == code, Person.left_at.is_(None))
    )  # fmt: skip
    row = (uow.lock(statement, Lock.LOGIN, [code], of=StaffLogin) if lock else uow.execute(statement)).first()
    return None if row is None else LoginRow(*tuple(row))


def note_success(uow: UnitOfWork, login: LoginRow, totp_used: int) -> None:
    """The code of the second factor can't be used again."""
    used = update(StaffLogin).where(StaffLogin.person_id == login.person_id)
    uow.execute(used.values(totp_used=totp_used))


def set_login(uow: UnitOfWork, person_id: int, password_hash: str, totp_secret: str, now: datetime) -> None:
    """Gives a person a new password and second factor."""
    uow.execute(delete(StaffLogin).where(StaffLogin.person_id == person_id))
    uow.execute(
        insert(StaffLogin).values(person_id=person_id, password_hash=password_hash, totp_secret=totp_secret, at=now)
    )


def set_password(uow: UnitOfWork, person_id: int, password_hash: str, now: datetime) -> None:
    """Gives a person another password; the second factor stays."""
    mine = update(StaffLogin).where(StaffLogin.person_id == person_id)
    uow.execute(mine.values(password_hash=password_hash, at=now))


def drop_login(uow: UnitOfWork, person_id: int) -> bool:
    """Takes it away; False when there is none."""
    return uow.execute(delete(StaffLogin).where(StaffLogin.person_id == person_id)).rowcount == 1
