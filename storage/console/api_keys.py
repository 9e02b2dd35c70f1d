"""Keys of other systems: given once, kept as digests, each with what it opens, ended by name."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from governance.api_scopes import Scope, scopes_in
from storage import keyring
from storage.models import ApiKey
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class GoodKey:
    """Whose key it is, what it opens, how many questions a minute."""

    name: str
    scopes: frozenset[Scope]
    a_minute: int


def add_key(
    uow: UnitOfWork, name: str, key: str, account_id: int, now: datetime, scopes: Collection[Scope] = (Scope.REPORT,),
    a_minute: int = 60,
) -> bool:  # fmt: skip
    """Notes a key; False when a system of this name has one."""
    opens = " ".join(sorted(scopes))
    return insert_once(
        uow, ApiKey, name=name, digest=keyring.digest("api key", key), account_id=account_id, at=now, scopes=opens,
        a_minute=a_minute,
    )  # fmt: skip


def good_key(uow: UnitOfWork, key: str) -> GoodKey | None:
    """Whose key it is; None for none that is good."""
    return _read(uow, key)


def _read(uow: UnitOfWork, key: str) -> GoodKey | None:
    good = (ApiKey.digest.in_(keyring.digests("api key", key)), ApiKey.ended_at.is_(None))
    row = uow.execute(select(ApiKey.name, ApiKey.scopes, ApiKey.a_minute).where(*good)).first()
    return None if row is None else GoodKey(row.name, scopes_in(row.scopes), row.a_minute)


def key_name(uow: UnitOfWork, key: str) -> str | None:
    """Whose key it is that may report; None for none that is good for it."""
    found = _read(uow, key)
    return found.name if found is not None and Scope.REPORT in found.scopes else None


def end_key(uow: UnitOfWork, name: str, now: datetime) -> bool:
    """A key is good no more; False where there is none of this name."""
    here = (ApiKey.name == name, ApiKey.ended_at.is_(None))
    return uow.execute(update(ApiKey).where(*here).values(ended_at=now)).rowcount == 1


@dataclass(frozen=True)
class ApiKeyRow:
    """A key that is good, as a list shows it: never the key itself."""

    id: int
    name: str
    scopes: frozenset[Scope]
    a_minute: int
    at: datetime


def api_keys(uow: UnitOfWork) -> list[ApiKeyRow]:
    """Those that are good, the oldest first."""
    columns = (ApiKey.id, ApiKey.name, ApiKey.scopes, ApiKey.a_minute, ApiKey.at)
    rows = uow.execute(select(*columns).where(ApiKey.ended_at.is_(None)).order_by(ApiKey.id))
    return [ApiKeyRow(row.id, row.name, scopes_in(row.scopes), row.a_minute, row.at) for row in rows]


def key_numbered(uow: UnitOfWork, key_id: int) -> str | None:
    """The name of a key that is good; None where there is none of this number."""
    one = select(ApiKey.name).where(ApiKey.id == key_id, ApiKey.ended_at.is_(None))
    return uow.execute(one).scalar_one_or_none()
