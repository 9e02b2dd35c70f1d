"""Requests about one's own data, addresses of copies, and which information notice was shown."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update

from storage import keyring
from storage.lock_order import Lock
from storage.models import DataCopy, DataRequest, NoticeShown, Person, RosterState
from storage.once import insert_once
from storage.roster_write import person_digests
from storage.unit_of_work import UnitOfWork

CORRECT, ERASE = "correct", "erase"
WAITING, DONE, REFUSED, WITHDRAWN = "waiting", "done", "refused", "withdrawn"


@dataclass(frozen=True)
class RequestRow:
    """A request; `not_before` None: somebody of the office decides it."""

    id: int
    account_id: int | None
    person_id: int | None
    kind: str
    field: str | None
    value: str | None
    state: str
    at: datetime
    due_at: datetime
    not_before: datetime | None


_COLUMNS = tuple(getattr(DataRequest, name) for name in RequestRow.__dataclass_fields__)
_WAITS = DataRequest.state == WAITING


def request_data(uow: UnitOfWork, **row: Any) -> None:
    """Writes a request that waits."""
    uow.add(
        DataRequest, **{"field": None, "value": None, "state": WAITING, "decided_at": None, "decided_by": None, **row}
    )


def waiting_of(uow: UnitOfWork, account_id: int, kind: str) -> list[RequestRow]:
    """An account's own requests of this kind that wait, locked."""
    statement = select(*_COLUMNS).where(_WAITS, DataRequest.account_id == account_id, DataRequest.kind == kind)
    return [RequestRow(**row._mapping) for row in uow.lock(statement.order_by(DataRequest.id), Lock.DATA_REQUEST)]


def waiting_requests(uow: UnitOfWork) -> list[RequestRow]:
    """All that wait, those that are due first at the top."""
    return [
        RequestRow(**row._mapping) for row in uow.execute(select(*_COLUMNS).where(_WAITS).order_by(DataRequest.due_at))
    ]


def request_by_id(uow: UnitOfWork, request: int, *, free: bool = False) -> RequestRow | None:
    """A request that waits, locked; `free`: None where somebody holds it."""
    statement = select(*_COLUMNS).where(_WAITS, DataRequest.id == request)
    found = uow.lock_free(statement) if free else uow.lock(statement, Lock.DATA_REQUEST, [request])
    row = found.first()
    return None if row is None else RequestRow(**row._mapping)


def erasures_due(uow: UnitOfWork, now: datetime) -> list[int]:
    """Requests to erase that the clock does now."""
    due = _WAITS & (DataRequest.kind == ERASE) & (DataRequest.not_before <= now)
    return list(uow.execute(select(DataRequest.id).where(due).order_by(DataRequest.id)).scalars())


def decide(uow: UnitOfWork, request: int, state: str, by: int | None, now: datetime, **more: Any) -> None:
    """Writes what became of it; the value that was asked for is not kept."""
    values = {"state": state, "decided_at": now, "decided_by": by, "value": None, **more}
    uow.execute(update(DataRequest).where(DataRequest.id == request).values(**values))


def let_go(uow: UnitOfWork, request: int, now: datetime) -> None:
    """The clock may do it from now on."""
    uow.execute(update(DataRequest).where(DataRequest.id == request).values(not_before=now))


def correct_person(uow: UnitOfWork, person_id: int, field: str, value: str) -> None:
    """Writes a name, phone or unit anew, with the digests by which the person is found."""
    row = uow.execute(select(Person.name, Person.phone).where(Person.id == person_id)).one()
    values = {"name": row.name, "phone": row.phone, field: value}
    digests = person_digests(values["name"], values["phone"])
    uow.execute(update(Person).where(Person.id == person_id).values({field: value, **digests}))
    uow.execute(update(RosterState).values(version=RosterState.version + 1))


def open_copy(uow: UnitOfWork, account_id: int, secret: str, expires_at: datetime) -> None:
    """A copy of the account's data has this address until then, and no other."""
    uow.execute(delete(DataCopy).where(DataCopy.account_id == account_id))
    uow.add(DataCopy, account_id=account_id, digest=keyring.digest("copy", secret), expires_at=expires_at)


def copy_by_secret(uow: UnitOfWork, secret: str, now: datetime) -> int | None:
    """Whose copy has this address now."""
    fits = DataCopy.digest.in_(keyring.digests("copy", secret)) & (DataCopy.expires_at > now)
    found: int | None = uow.execute(select(DataCopy.account_id).where(fits)).scalar()
    return found


def forget_copies(uow: UnitOfWork, now: datetime) -> int:
    """Drops addresses that have ended."""
    return uow.execute(delete(DataCopy).where(DataCopy.expires_at <= now)).rowcount


def note_shown(uow: UnitOfWork, account_id: int, version: str, now: datetime) -> None:
    """The account was shown this version; the first time counts."""
    insert_once(uow, NoticeShown, account_id=account_id, version=version, shown_at=now)


def note_agreed(uow: UnitOfWork, account_id: int, version: str, now: datetime) -> bool:
    """The account agrees to this version; False where it did before."""
    note_shown(uow, account_id, version, now)
    mine = (NoticeShown.account_id == account_id) & (NoticeShown.version == version)
    statement = update(NoticeShown).where(mine, NoticeShown.agreed_at.is_(None)).values(agreed_at=now)
    return bool(uow.execute(statement).rowcount)


def version_agreed(uow: UnitOfWork, account_id: int) -> str | None:
    """The newest version that the account agreed to."""
    statement = select(NoticeShown.version).where(
        NoticeShown.account_id == account_id, NoticeShown.agreed_at.is_not(None)
    )
    found: str | None = uow.execute(statement.order_by(NoticeShown.agreed_at.desc()).limit(1)).scalar()
    return found
