"""Nominations: one an account and candidate."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select, update

from storage.models import Account, Attachment, Nomination, Person
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class NominationRow:
    """Somebody's word for a candidate."""

    id: int
    award_id: int
    account_id: int
    household: str
    reason: str
    flags: tuple[str, ...]
    picture_id: int | None
    at: datetime


_COLUMNS = (
    Nomination.id, Nomination.award_id, Nomination.account_id, Nomination.household, Nomination.reason, Nomination.flags,
    Nomination.picture_id, Nomination.at,
)  # fmt: skip


def nominations_for(uow: UnitOfWork, award_ids: Collection[int]) -> list[NominationRow]:
    """What was said for these candidates."""
    return _nominations(uow, Nomination.award_id.in_(award_ids))


def nominations_by(uow: UnitOfWork, account_id: int) -> list[NominationRow]:
    """Whom an account has nominated."""
    return _nominations(uow, Nomination.account_id == account_id)


def nomination_of(uow: UnitOfWork, award_id: int, account_id: int) -> NominationRow | None:
    """An account's word for a candidate."""
    mine = (Nomination.award_id == award_id, Nomination.account_id == account_id)
    return next(iter(_nominations(uow, *mine)), None)


def nomination_by_id(uow: UnitOfWork, nomination_id: int) -> NominationRow | None:
    """One of them."""
    return next(iter(_nominations(uow, Nomination.id == nomination_id)), None)


def nomination_with_picture(uow: UnitOfWork, picture_id: int) -> NominationRow | None:
    """The nomination beside which a picture lies."""
    return next(iter(_nominations(uow, Nomination.picture_id == picture_id)), None)


def _nominations(uow: UnitOfWork, *where: ColumnElement[bool]) -> list[NominationRow]:
    """The oldest first."""
    statement = select(*_COLUMNS).where(*where).order_by(Nomination.id)
    return [
        NominationRow(row.id, row.award_id, row.account_id, row.household, row.reason, _split(row.flags), row.picture_id, row.at)
        for row in uow.execute(statement)
    ]  # fmt: skip


def nominate(
    uow: UnitOfWork, *, award_id: int, account_id: int, household: str, reason: str, flags: Sequence[str], now: datetime,
    picture_id: int | None = None,
) -> bool:  # fmt: skip
    """Writes one; False when this account has nominated this candidate before."""
    return insert_once(
        uow, Nomination, award_id=award_id, account_id=account_id, household=household, reason=reason, at=now,
        flags=",".join(flags)[:40], picture_id=picture_id,
    )  # fmt: skip


def picture_for(uow: UnitOfWork, nomination_id: int, picture_id: int) -> None:
    """Puts a picture beside a nomination."""
    uow.execute(update(Nomination).where(Nomination.id == nomination_id).values(picture_id=picture_id))
    claim_picture(uow, picture_id)


def claim_picture(uow: UnitOfWork, picture_id: int) -> None:
    """A picture that shows what is nominated belongs to no report."""
    uow.execute(update(Attachment).where(Attachment.id == picture_id).values(purpose="nomination"))


def last_picture(uow: UnitOfWork, account_id: int, since: datetime) -> int | None:
    """The last picture that an account sent since then and that belongs to nothing else."""
    loose = (
        Attachment.account_id == account_id, Attachment.number.is_(None), Attachment.received_at >= since,
        Attachment.kind == "image", Attachment.purpose == "report",
    )  # fmt: skip
    found: int | None = uow.execute(
        select(Attachment.id).where(*loose).order_by(Attachment.id.desc()).limit(1)
    ).scalar()
    return found


def move_nominations(uow: UnitOfWork, from_award: int, to_award: int) -> None:
    """All nominations of one candidate become another's, save those of accounts that have nominated that one."""
    there = select(Nomination.account_id).where(Nomination.award_id == to_award)
    mine = (Nomination.award_id == from_award, Nomination.account_id.not_in(there))
    uow.execute(update(Nomination).where(*mine).values(award_id=to_award))


@dataclass(frozen=True)
class Home:
    """What tells households apart: the digest of building and room, and the phone number, as far as they are known."""

    account_id: int
    person_id: int | None
    place_id: int | None
    household: str | None
    phone: str | None


def home_of(uow: UnitOfWork, account_id: int) -> Home:
    """What is known of an account's household."""
    (home,) = _homes(uow, Account.id == account_id)
    return home


def homes_of(uow: UnitOfWork, person_ids: Collection[int]) -> list[Home]:
    """The homes of these people, one an account of theirs."""
    return _homes(uow, Account.person_id.in_(person_ids))


def _homes(uow: UnitOfWork, *where: ColumnElement[bool]) -> list[Home]:
    statement = select(Account.id, Account.person_id, Account.place_id, Account.household, Person.phone)
    statement = statement.outerjoin(Person, Person.id == Account.person_id).where(*where)
    return [Home(row.id, row.person_id, row.place_id, row.household, row.phone) for row in uow.execute(statement)]


def _split(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(",")))
