"""Keys of other systems: given once, kept as digests, ended by name."""

from datetime import datetime

from sqlalchemy import select, update

from storage import keyring
from storage.models import ApiKey
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


def add_key(uow: UnitOfWork, name: str, key: str, account_id: int, now: datetime) -> bool:
    """Notes a key; False when a system of this name has one."""
    return insert_once(uow, ApiKey, name=name, digest=keyring.digest("api key", key), account_id=account_id, at=now)


def key_name(uow: UnitOfWork, key: str) -> str | None:
    """Whose key it is; None for none that is good."""
    good = (ApiKey.digest.in_(keyring.digests("api key", key)), ApiKey.ended_at.is_(None))
    found: str | None = uow.execute(select(ApiKey.name).where(*good)).scalar()
    return found


def end_key(uow: UnitOfWork, name: str, now: datetime) -> bool:
    """A key is good no more; False where there is none of this name."""
    here = (ApiKey.name == name, ApiKey.ended_at.is_(None))
    return uow.execute(update(ApiKey).where(*here).values(ended_at=now)).rowcount == 1
