"""Appointments elsewhere, and questions how a case stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, func, insert, or_, select, update

from storage.models import Account, Appointment, CaseLookup
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork

WAITING, ASKING, DONE = "waiting", "asking", "done"


@dataclass(frozen=True)
class Appointed:
    """One of them (storage.models.Appointment)."""

    id: int
    platform: str
    rank: str
    person_id: int
    matter: str | None
    hall: str
    starts_at: datetime
    is_off: bool
    told_for: datetime | None


_COLUMNS = tuple(Appointment.__table__.c[name] for name in Appointed.__dataclass_fields__)


def keep_appointment(uow: UnitOfWork, **row: Any) -> bool:
    """Writes a new one; False when it is there."""
    return insert_once(uow, Appointment, **row)


def appointment_of(uow: UnitOfWork, platform: str, their_id: str) -> Appointed | None:
    """The one under this number of theirs, locked."""
    return _one(uow, Appointment.platform == platform, Appointment.their_id == their_id)


def appointment(uow: UnitOfWork, number: int) -> Appointed | None:
    """One of them, locked."""
    return _one(uow, Appointment.id == number)


def _one(uow: UnitOfWork, *where: Any) -> Appointed | None:
    row = uow.execute(select(*_COLUMNS).where(*where).with_for_update()).first()
    return None if row is None else Appointed(**row._mapping)


def change_appointment(uow: UnitOfWork, number: int, **values: Any) -> None:
    """Writes columns of one."""
    uow.execute(update(Appointment).where(Appointment.id == number).values(**values))


def appointments_untold(uow: UnitOfWork, after: datetime, before: datetime, most: int) -> list[tuple[int, datetime]]:
    """Those between these instants of which whoever has it was not told, and can be: number and instant."""
    reached = exists().where(Account.person_id == Appointment.person_id, Account.unsubscribed_at.is_(None))
    untold = or_(Appointment.told_for.is_(None), Appointment.told_for != Appointment.starts_at)
    here = (Appointment.starts_at > after, Appointment.starts_at <= before, ~Appointment.is_off, untold, reached)
    statement = (
        select(Appointment.id, Appointment.starts_at).where(*here).order_by(Appointment.starts_at, Appointment.id)
    )
    return [(row.id, row.starts_at) for row in uow.execute(statement.limit(most))]


@dataclass(frozen=True)
class Lookup:
    """A question that waits for its answer."""

    id: int
    account_id: int
    number: str


def ask_case(uow: UnitOfWork, account_id: int, number: str, now: datetime) -> None:
    """Writes that somebody wants to know."""
    row = {"account_id": account_id, "number": number, "state": WAITING, "at": now}
    uow.execute(insert(CaseLookup).values(**row))
    uow.wake = True


def asked_since(uow: UnitOfWork, account_id: int, since: datetime) -> int:
    """How often somebody has asked since then."""
    here = (CaseLookup.account_id == account_id, CaseLookup.at >= since)
    return uow.execute(select(func.count()).select_from(CaseLookup).where(*here)).scalar() or 0


LOST_AFTER = timedelta(minutes=1)
"""Who has not written an answer by then has died over the question."""


def lookups_due(uow: UnitOfWork, now: datetime, most: int) -> Sequence[int]:
    """Those that nobody has asked yet, and those that somebody died over; the oldest first."""
    statement = select(CaseLookup.id).where(or_(CaseLookup.state == WAITING, _lost(now)))
    return list(uow.execute(statement.order_by(CaseLookup.id).limit(most)).scalars())


def take_lookup(uow: UnitOfWork, number: int, now: datetime) -> tuple[Lookup, bool] | None:
    """One of them, which is this worker's from now on, and whether it is still to be asked; None where another has it."""
    for where, fresh in ((CaseLookup.state == WAITING, True), (_lost(now), False)):
        taken = update(CaseLookup).where(CaseLookup.id == number, where).values(state=ASKING, at=now)
        if uow.execute(taken).rowcount == 1:
            columns = (CaseLookup.id, CaseLookup.account_id, CaseLookup.number)
            row = uow.execute(select(*columns).where(CaseLookup.id == number)).one()
            return Lookup(**row._mapping), fresh
    return None


def _lost(now: datetime) -> ColumnElement[bool]:
    return and_(CaseLookup.state == ASKING, CaseLookup.at < now - LOST_AFTER)


def end_lookup(uow: UnitOfWork, number: int) -> bool:
    """It is answered; False where another worker was quicker."""
    here = (CaseLookup.id == number, CaseLookup.state == ASKING)
    return uow.execute(update(CaseLookup).where(*here).values(state=DONE)).rowcount == 1


def forget_services(uow: UnitOfWork, before: datetime) -> int:
    """Drops appointments and questions of before then; answers how many."""
    old = uow.execute(delete(CaseLookup).where(CaseLookup.at < before, CaseLookup.state == DONE)).rowcount
    return old + uow.execute(delete(Appointment).where(Appointment.starts_at < before)).rowcount
