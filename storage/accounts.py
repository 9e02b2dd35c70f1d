"""Accounts: found, made and locked in one statement, and what they are known as."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from storage.bulk import unnest
from storage.columns import sqlite_instant
from storage.models import Account
from storage.unit_of_work import UnitOfWork

Sender = tuple[str, str]
"""Channel and openid."""


@dataclass
class KnownAccount:
    """What the handlers know of a sender; kept in step by those who change it."""

    id: int
    channel: str
    openid: str
    person_id: int | None
    place_id: int | None
    loose_media_at: datetime | None
    asked_until: datetime | None = None
    kept_at: datetime | None = None
    muted: str = ""
    at_hand: str = ""
    at_hand_since: datetime | None = None


_FIELDS = (
    "id",
    "channel",
    "openid",
    "person_id",
    "place_id",
    "loose_media_at",
    "asked_until",
    "kept_at",
    "muted",
    "at_hand",
    "at_hand_since",
)
_KNOWN = select(*(getattr(Account, name) for name in _FIELDS)).where(
    Account.channel.in_(bindparam("channels", expanding=True)), Account.openid.in_(bindparam("openids", expanding=True))
)
"""With the channel, which their index begins with: else everybody who ever wrote is read."""
_COLUMNS = ("channel", "openid", "last_inbound_at")
_UPSERT_TAIL = f"""
 ON CONFLICT (channel, openid) DO UPDATE SET last_inbound_at = excluded.last_inbound_at
 RETURNING {", ".join(_FIELDS)}"""
_UPSERT_POSTGRESQL = (
    f"INSERT INTO accounts ({', '.join(_COLUMNS)}) SELECT * FROM {unnest(Account.__table__, _COLUMNS)}"  # type: ignore[arg-type]
    + _UPSERT_TAIL
)
_UPSERT_SQLITE = (
    "INSERT INTO accounts (channel, openid, last_inbound_at)"
    " SELECT value ->> 0, value ->> 1, ? FROM json_each(?) WHERE true" + _UPSERT_TAIL
)


def take_accounts(uow: UnitOfWork, senders: Sequence[Sender], now: datetime) -> dict[Sender, KnownAccount]:
    """Makes the accounts that are new, notes that they wrote, and locks them until the transaction ends.

    The lock puts two quick messages of one person in order. Sorted, so that two batches never wait for each other.
    """
    unique = sorted(set(senders))
    if uow.dialect_name == "postgresql":
        parameters: Any = {
            "channel": [channel for channel, _ in unique],
            "openid": [openid for _, openid in unique],
            "last_inbound_at": [now] * len(unique),
        }
        rows = uow.execute_raw(_UPSERT_POSTGRESQL, parameters).all()
    else:
        rows = uow.execute_raw(_UPSERT_SQLITE, (sqlite_instant(now), json.dumps(unique))).all()
    return {(row.channel, row.openid): _known(row) for row in rows}


def known_senders(uow: UnitOfWork, senders: Sequence[Sender]) -> dict[Sender, KnownAccount]:
    """The accounts of these senders as they stand now, without a lock; who has none yet is left out."""
    asked = {"channels": sorted({each for each, _ in senders}), "openids": sorted({openid for _, openid in senders})}
    return {(row.channel, row.openid): _known(row) for row in uow.execute(_KNOWN, asked)}


def _known(row: Any) -> KnownAccount:
    return KnownAccount(
        id=row.id,
        channel=row.channel,
        openid=row.openid,
        person_id=row.person_id,
        place_id=row.place_id,
        loose_media_at=_aware(row.loose_media_at),
        asked_until=_aware(row.asked_until),
        kept_at=_aware(row.kept_at),
        muted=row.muted,
        at_hand=row.at_hand,
        at_hand_since=_aware(row.at_hand_since),
    )


def _aware(value: str | datetime | None) -> datetime | None:
    """SQLite answers raw statements with texts, UTC without offset."""
    return datetime.fromisoformat(value + "+00:00") if isinstance(value, str) else value


def change_account(uow: UnitOfWork, account_id: int, **values: Any) -> None:
    """Writes columns of one account."""
    uow.execute(update(Account).where(Account.id == account_id).values(**values))


_SPOKE_OF = (
    update(Account)
    .where(Account.id == bindparam("account"))
    .values(at_hand=bindparam("numbers"), at_hand_since=bindparam("since"))
)
"""Every batch does this: made once."""


def write_at_hand(uow: UnitOfWork, accounts: Sequence[KnownAccount]) -> None:
    """Writes what these accounts and the bot speak of now."""
    for each in accounts:
        uow.change(_SPOKE_OF, account=each.id, numbers=each.at_hand, since=each.at_hand_since)


def following(uow: UnitOfWork, account_ids: Sequence[int]) -> list[int]:
    """Those of these accounts that follow us."""
    statement = select(Account.id).where(Account.id.in_(account_ids), Account.unsubscribed_at.is_(None))
    return list(uow.execute(statement).scalars())


def free_account(uow: UnitOfWork, account_id: int) -> bool:
    """Locks an account as a message of its own does; False while a message holds it."""
    statement = select(Account.id).where(Account.id == account_id)
    return uow.lock_free(statement).first() is not None


def channel_of(uow: UnitOfWork, account_id: int) -> str:
    """By which channel an account writes."""
    return str(uow.execute(select(Account.channel).where(Account.id == account_id)).scalar_one())
