"""Records of other platforms as they came, each version once; worked off in order, and set aside with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from storage.columns import UtcDateTime
from storage.models import ConnectorItem as Item
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork

RECEIVED, DONE, CONFLICT, SET_ASIDE = "received", "done", "conflict", "set_aside"


@dataclass(frozen=True)
class Stored:
    """One version of one record."""

    id: int
    platform: str
    their_id: str
    rank: str
    kind: str
    digest: str
    payload: str | None
    state: str
    reason: str
    about: str
    ours: str | None
    attempts: int
    received_at: datetime


_COLUMNS = tuple(Item.__table__.c[name] for name in Stored.__dataclass_fields__)


def keep_item(uow: UnitOfWork, **row: Any) -> bool:
    """Keeps a record; False when this version of it is there."""
    return insert_once(uow, Item, **{"not_before": row["received_at"], **row})


def digest_of(uow: UnitOfWork, platform: str, their_id: str, rank: str) -> str | None:
    """The digest of the body with which a version came first."""
    here = (Item.platform == platform, Item.their_id == their_id, Item.rank == rank, Item.reuse == "")
    found: str | None = uow.execute(select(Item.digest).where(*here)).scalar()
    return found


def matters_waiting(uow: UnitOfWork, now: datetime, most: int) -> list[tuple[str, str]]:
    """Platform and number of the matters of which something waits, the longest waiting first."""
    first = func.min(Item.id)
    statement = (
        select(Item.platform, Item.their_id)
        .where(Item.state == RECEIVED, Item.not_before <= now)
        .group_by(Item.platform, Item.their_id)
        .order_by(first)
        .limit(most)
    )
    return [(row.platform, row.their_id) for row in uow.execute(statement)]


_PLACE = func.row_number().over(partition_by=Item.their_id, order_by=(Item.rank, Item.id)).label("place")
_RANKED = (
    select(Item.id, _PLACE)
    .where(
        Item.platform == bindparam("platform"), Item.their_id.in_(bindparam("ids", expanding=True)), Item.state == RECEIVED,
        Item.not_before <= bindparam("now", type_=UtcDateTime()),
    )
    .subquery()
)  # fmt: skip
_FIRSTS = (
    select(*_COLUMNS).join(_RANKED, _RANKED.c.id == Item.id).where(_RANKED.c.place == 1).order_by(Item.rank, Item.id)
)
"""Made once, like what ends a record: putting a statement together costs more than what the database does for it."""


def first_waiting(uow: UnitOfWork, platform: str, their_id: str, now: datetime) -> Stored | None:
    """The lowest version that waits, of one matter."""
    return firsts_waiting(uow, platform, [their_id], now).get(their_id)


def firsts_waiting(uow: UnitOfWork, platform: str, ids: Sequence[str], now: datetime) -> dict[str, Stored]:
    """The lowest version that waits, of each of these matters."""
    rows = uow.execute(_FIRSTS, {"platform": platform, "ids": list(ids), "now": now})
    return {row.their_id: Stored(**row._mapping) for row in rows}


def item_by_id(uow: UnitOfWork, item_id: int) -> Stored | None:
    """One of them, locked."""
    statement = select(*_COLUMNS).where(Item.id == item_id).with_for_update()
    row = uow.execute(statement).first()
    return None if row is None else Stored(**row._mapping)


def change_item(uow: UnitOfWork, item_id: int, **values: Any) -> None:
    """Writes columns of one."""
    uow.execute(update(Item).where(Item.id == item_id).values(**values))


_END = (
    update(Item)
    .where(Item.id == bindparam("item"))
    .values(
        state=DONE, payload=None, done_at=bindparam("at"), ours=bindparam("for_ours"), reason=bindparam("why"),
        kind=bindparam("what"),
    )
)  # fmt: skip


def end_item(uow: UnitOfWork, item_id: int, now: datetime, *, ours: str | None, kind: str, reason: str = "") -> None:
    """It is done: what it said is not kept any longer."""
    uow.execute(_END, {"item": item_id, "at": now, "for_ours": ours, "why": reason, "what": kind})


_WAKE = (
    update(Item)
    .where(Item.platform == bindparam("of"), Item.their_id == bindparam("matter"), Item.state == RECEIVED)
    .values(not_before=bindparam("now"))
)


def wake_matter(uow: UnitOfWork, platform: str, their_id: str, now: datetime) -> None:
    """What waited for the first record of a matter is taken up now."""
    uow.execute(_WAKE, {"of": platform, "matter": their_id, "now": now})


def items_in(uow: UnitOfWork, states: Sequence[str], most: int, platform: str | None = None) -> list[Stored]:
    """The newest in one of these states."""
    where = [Item.state.in_(states)] + ([Item.platform == platform] if platform else [])
    rows = uow.execute(select(*_COLUMNS).where(*where).order_by(Item.id.desc()).limit(most))
    return [Stored(**row._mapping) for row in rows]


def counts(uow: UnitOfWork) -> dict[tuple[str, str], int]:
    """How many there are by platform and state, of those that somebody or something still waits for."""
    statement = select(Item.platform, Item.state, func.count().label("many")).where(Item.state != DONE)
    return {(row.platform, row.state): row.many for row in uow.execute(statement.group_by(Item.platform, Item.state))}


def oldest_waiting(uow: UnitOfWork) -> dict[str, datetime]:
    """Since when the oldest record waits that could be taken up, by platform."""
    statement = select(Item.platform, func.min(Item.received_at).label("since")).where(
        Item.state == RECEIVED, Item.attempts == 0
    )
    return {row.platform: row.since for row in uow.execute(statement.group_by(Item.platform))}


def replay_item(uow: UnitOfWork, platform: str, item_id: int, now: datetime) -> bool:
    """Lets one that was set aside be worked off again; False when it is not set aside, or another platform's."""
    here = (Item.id == item_id, Item.platform == platform, Item.state == SET_ASIDE, Item.payload.is_not(None))
    values = {"state": RECEIVED, "reason": "", "about": "", "attempts": 0, "not_before": now}
    return uow.execute(update(Item).where(*here).values(**values)).rowcount == 1


def forget_items(uow: UnitOfWork, before: datetime) -> int:
    """Drops what came so long ago and waits for no machine; answers how many. What a link notes stays, so nothing comes twice."""
    return uow.execute(delete(Item).where(Item.received_at < before, Item.state != RECEIVED)).rowcount


def replay_items(uow: UnitOfWork, platform: str, now: datetime) -> int:
    """Lets all that were set aside of a platform be worked off again; answers how many."""
    here = (
        Item.platform == platform,
        Item.state == SET_ASIDE,
        Item.payload.is_not(None),
        Item.rank != "",
        Item.reuse == "",
    )
    values = {"state": RECEIVED, "reason": "", "about": "", "attempts": 0, "not_before": now}
    return uow.execute(update(Item).where(*here).values(**values)).rowcount
