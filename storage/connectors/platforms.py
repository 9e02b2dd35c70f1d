"""Platforms that are connected: their secret, their addresses, when they were last heard of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select, update

from storage.models import Connector
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork

SEEN_ANEW = timedelta(seconds=10)
"""That one was heard of is noted this seldom: at a burst all would else wait for this one row."""


@dataclass(frozen=True)
class Connected:
    """One of them (storage.models.Connector)."""

    platform: str
    secret: str
    gives_to: str
    asks_at: str
    looks_at: str
    cursor: str
    is_on: bool
    since: datetime
    seen_at: datetime | None
    asked_at: datetime | None
    fails: int
    down_until: datetime | None
    told_silent_at: datetime | None
    roster_version: int


_COLUMNS = tuple(Connector.__table__.c[name] for name in Connected.__dataclass_fields__)


def connected(uow: UnitOfWork, platform: str) -> Connected | None:
    """The platform of this name, on or off; None where it never was connected."""
    row = uow.execute(select(*_COLUMNS).where(Connector.platform == platform)).first()
    return None if row is None else Connected(**row._mapping)


def all_connected(uow: UnitOfWork) -> list[Connected]:
    """All that are on, by name."""
    statement = select(*_COLUMNS).where(Connector.is_on).order_by(Connector.platform)
    return [Connected(**row._mapping) for row in uow.execute(statement)]


def connect(uow: UnitOfWork, platform: str, now: datetime, **values: Any) -> None:
    """Connects a platform, or again with these values."""
    if not insert_once(uow, Connector, platform=platform, since=now, is_on=True, **values):
        change_connected(uow, platform, is_on=True, **values)


def change_connected(uow: UnitOfWork, platform: str, **values: Any) -> bool:
    """Writes columns of one; False where there is none."""
    return uow.execute(update(Connector).where(Connector.platform == platform).values(**values)).rowcount == 1


def note_seen(uow: UnitOfWork, platform: str, now: datetime) -> None:
    """It was heard of: it is silent no more."""
    fresh = or_(Connector.seen_at.is_(None), Connector.seen_at < now - SEEN_ANEW)
    uow.execute(update(Connector).where(Connector.platform == platform, fresh).values(seen_at=now, told_silent_at=None))


def free_to_ask(uow: UnitOfWork, platform: str) -> Connected | None:
    """The platform, locked; None while another worker asks it."""
    statement = select(*_COLUMNS).where(Connector.platform == platform, Connector.is_on)
    row = uow.lock_free(statement).first()
    return None if row is None else Connected(**row._mapping)


def names(platforms: Sequence[Connected]) -> list[str]:
    """Their names."""
    return [each.platform for each in platforms]


def lock_platforms(uow: UnitOfWork, platforms: Sequence[str]) -> None:
    """Locks them in the order of their names: who joins what of them comes one after the other."""
    here = Connector.platform.in_(sorted(platforms))
    uow.execute(select(Connector.platform).where(here).order_by(Connector.platform).with_for_update()).all()
