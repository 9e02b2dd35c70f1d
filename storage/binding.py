"""Accounts bound to people: by whom, how often it was tried, and the codes that administrators hand out."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update

from governance.tags import Tag
from storage import keyring
from storage.accounts import change_account
from storage.lock_order import Lock
from storage.models import Account, BindAttempt, Invitation, Person
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class OtherAccount:
    """Another account of the same person."""

    id: int
    follows: bool


def accounts_of(uow: UnitOfWork, person_id: int, besides: int) -> list[OtherAccount]:
    """The person's accounts but this one."""
    statement = select(Account.id, Account.unsubscribed_at).where(Account.person_id == person_id, Account.id != besides)
    return [OtherAccount(row.id, row.unsubscribed_at is None) for row in uow.execute(statement)]


def lock_accounts_of(uow: UnitOfWork, person_id: int, besides: int) -> list[OtherAccount]:
    """The same, locked with the person, accounts first: of two who bind one person at once the second sees the first."""
    others = select(Account.id).where(Account.person_id == person_id, Account.id != besides).order_by(Account.id)
    uow.lock(others, Lock.ACCOUNT).all()
    uow.lock(select(Person.id).where(Person.id == person_id), Lock.PERSON, [person_id]).all()
    return accounts_of(uow, person_id, besides)


def bind(uow: UnitOfWork, account_id: int, person_id: int | None, tag: Tag | None) -> None:
    """Writes whose account it is, and the menu that goes with it."""
    change_account(uow, account_id, person_id=person_id, tag_wanted=tag)
    uow.wake = True


def failures(uow: UnitOfWork, account_id: int, name: str, since: datetime) -> tuple[int, int]:
    """How often this account has failed since then, and how often anybody has with this name."""
    of_account = select(func.count()).where(BindAttempt.account_id == account_id, BindAttempt.at > since)
    digests = keyring.digests("name", name)
    of_name = select(func.count()).where(BindAttempt.name_digest.in_(digests), BindAttempt.at > since)
    return int(uow.execute(of_account).scalar_one()), int(uow.execute(of_name).scalar_one())


def note_failure(uow: UnitOfWork, account_id: int, name: str, now: datetime) -> None:
    """Counts one failure."""
    uow.add(BindAttempt, account_id=account_id, name_digest=keyring.digest("name", name), at=now)


def invite(uow: UnitOfWork, person_id: int, code: str, now: datetime, expires_at: datetime) -> None:
    """Keeps an invitation; earlier ones of the same person end."""
    open_ones = (Invitation.person_id == person_id, Invitation.used_at.is_(None))
    uow.execute(update(Invitation).where(*open_ones).values(expires_at=now))
    uow.add(
        Invitation,
        digest=keyring.digest("invitation", code),
        person_id=person_id,
        created_at=now,
        expires_at=expires_at,
    )


def take_invitation(uow: UnitOfWork, code: str, now: datetime) -> int | None:
    """The person whom a valid code binds to; it is used up by this."""
    statement = (
        update(Invitation)
        .where(
            Invitation.digest.in_(keyring.digests("invitation", code)), Invitation.used_at.is_(None),
            Invitation.expires_at > now,
        )
        .values(used_at=now)
        .returning(Invitation.person_id)
    )  # fmt: skip
    return uow.execute(statement).scalar()
