"""Messages already taken in, their replies, and the nonces of the last minutes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select

from storage import keyring
from storage.models import Inbound, Nonce
from storage.unit_of_work import UnitOfWork

KEEP_NONCES = timedelta(hours=1)

_REPLIES = select(Inbound.dedupe_key, Inbound.reply, Inbound.tone).where(
    Inbound.dedupe_key.in_(bindparam("keys", expanding=True))
)
_REPLIES_POSTGRESQL = """
SELECT found.dedupe_key, found.reply, found.tone FROM unnest(%(keys)s::varchar[]) AS asked (key)
 CROSS JOIN LATERAL (SELECT dedupe_key, reply, tone FROM inbound WHERE dedupe_key = asked.key OFFSET 0) AS found"""
"""One index look-up a key. `= ANY` over the whole array is planned once, on a small table, as a scan of all of it,
and stays so in a prepared statement while the table grows."""
_KEEP_FIRST = " ON CONFLICT (nonce) DO UPDATE SET nonce = excluded.nonce RETURNING nonce, digest"
_NONCES_POSTGRESQL = (
    "INSERT INTO nonces (nonce, digest)"
    " SELECT * FROM unnest(%(nonces)s::varchar[], %(digests)s::varchar[])" + _KEEP_FIRST
)
_NONCES_SQLITE = (
    "INSERT INTO nonces (nonce, digest) SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true" + _KEEP_FIRST
)


@dataclass(frozen=True)
class Delivery:
    """What marks one delivery: its Unix time and nonce, and the digest of its body."""

    timestamp: int
    nonce: str
    digest: str

    @property
    def key(self) -> str:
        """The nonce behind its time, ten digits, so that keys sort by age."""
        return f"{self.timestamp:010d}.{self.nonce}"


@dataclass(frozen=True)
class StoredReply:
    """What was answered. `tone`: how an order's outcome is shown; None for a message."""

    text: str
    tone: str | None


def stored_replies(uow: UnitOfWork, keys: Sequence[str]) -> dict[str, StoredReply]:
    """The replies of those messages among `keys` that were taken in before."""
    if uow.dialect_name == "postgresql":
        raw = uow.execute_raw(_REPLIES_POSTGRESQL, {"keys": list(keys)})
        return {row.dedupe_key: StoredReply(keyring.unseal(row.reply), row.tone) for row in raw}
    rows = uow.execute(_REPLIES, {"keys": list(keys)})
    return {row.dedupe_key: StoredReply(row.reply, row.tone) for row in rows}


def first_digests(uow: UnitOfWork, deliveries: Sequence[Delivery]) -> dict[str, str]:
    """Notes the nonces; answers for each the digest of the body that it came with first, now or earlier."""
    first: dict[str, str] = {}
    for delivery in deliveries:
        first.setdefault(delivery.key, delivery.digest)
    pairs = sorted(first.items())
    if uow.dialect_name == "postgresql":
        parameters = {"nonces": [nonce for nonce, _ in pairs], "digests": [digest for _, digest in pairs]}
        rows = uow.execute_raw(_NONCES_POSTGRESQL, parameters)
    else:
        rows = uow.execute_raw(_NONCES_SQLITE, (json.dumps(pairs),))
    return {row.nonce: row.digest for row in rows}


def forget_old(uow: UnitOfWork, now: datetime, days: int) -> int:
    """Drops inbound rows and nonces past their keeping; answers how many inbound rows went."""
    uow.execute(delete(Nonce).where(Nonce.nonce < f"{int((now - KEEP_NONCES).timestamp()):010d}."))
    return uow.execute(delete(Inbound).where(Inbound.received_at < now - timedelta(days=days))).rowcount
