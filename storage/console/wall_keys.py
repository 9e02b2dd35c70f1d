"""Keys of wall screens: shown once, kept as digests, ended one by one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import insert, select, update

from storage import keyring
from storage.models import Person, WallKey
from storage.unit_of_work import UnitOfWork

SEEN_EVERY = timedelta(minutes=10)
"""So often it is noted that a screen shows the wall."""


@dataclass(frozen=True)
class WallKeyRow:
    """A screen that may show the wall. `by`: who gave it its key."""

    id: int
    name: str
    by: str | None
    at: datetime
    seen_at: datetime | None


_GOOD = WallKey.ended_at.is_(None)


def add_wall_key(uow: UnitOfWork, name: str, key: str, person_id: int, now: datetime) -> int:
    """Notes a key; answers its id."""
    row = {"name": name, "digest": keyring.digest("wall key", key), "by_id": person_id, "at": now}
    return int(uow.execute(insert(WallKey).values(**row).returning(WallKey.id)).scalar_one())


def wall_key_of(uow: UnitOfWork, key: str) -> tuple[int, datetime | None] | None:
    """The id of a good key, and when its screen was last seen; None for none that is good."""
    good = (WallKey.digest.in_(keyring.digests("wall key", key)), _GOOD)
    row = uow.execute(select(WallKey.id, WallKey.seen_at).where(*good)).first()
    return None if row is None else (row.id, row.seen_at)


def note_wall_seen(uow: UnitOfWork, key_id: int, now: datetime) -> None:
    """The screen shows the wall."""
    uow.execute(update(WallKey).where(WallKey.id == key_id).values(seen_at=now))


def wall_keys(uow: UnitOfWork) -> list[WallKeyRow]:
    """Those that are good, the oldest first."""
    columns = (WallKey.id, WallKey.name, Person.name.label("by"), WallKey.at, WallKey.seen_at)
    statement = select(*columns).join(Person, Person.id == WallKey.by_id).where(_GOOD).order_by(WallKey.id)
    return [WallKeyRow(*tuple(row)) for row in uow.execute(statement)]


def end_wall_key(uow: UnitOfWork, key_id: int, now: datetime) -> bool:
    """The key is good no more, with the next look of its screen; False where there is none."""
    good = (WallKey.id == key_id, _GOOD)
    return uow.execute(update(WallKey).where(*good).values(ended_at=now)).rowcount == 1
