"""Records are taken in: kept as they came, each version once, before anything is done with them."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from governance.connectors.mapping import Platform
from governance.connectors.reading import Fault, Key, Unreadable, is_text, key_of
from storage.connectors.items import RECEIVED, SET_ASIDE, digest_of, keep_item
from storage.connectors.platforms import note_seen
from storage.unit_of_work import UnitOfWork

MOST_RECORDS = 1000
"""In one body."""


@dataclass
class Taken:
    """What became of a body: how many are new, how many were there, and which were set aside at once, and why."""

    new: int = 0
    known: int = 0
    set_aside: list[tuple[str, Fault]] = field(default_factory=list)


def take_records(uow: UnitOfWork, platform: Platform, way: str, raws: Iterable[Any], now: datetime) -> Taken:
    """Keeps what is new; nothing that comes is lost, whatever is wrong with it."""
    taken = Taken()
    for raw in raws:
        _take(uow, platform, way, raw, now, taken)
    note_seen(uow, platform.name, now)
    uow.wake = uow.wake or taken.new > 0
    return taken


def _take(uow: UnitOfWork, platform: Platform, way: str, raw: Any, now: datetime, taken: Taken) -> None:
    payload = json.dumps(raw, ensure_ascii=not is_text(raw), sort_keys=True)
    digest = hashlib.sha256(payload.encode()).hexdigest()
    row = {"platform": platform.name, "way": way, "digest": digest, "payload": payload, "received_at": now}
    try:
        key = key_of(platform, raw if isinstance(raw, Mapping) else {})
    except Unreadable as unreadable:
        key = Key(f"?{digest[:32]}", "")
        row |= {"state": SET_ASIDE, "reason": unreadable.fault.value, "about": unreadable.about}
        _count(taken, keep_item(uow, **row, their_id=key.their_id, rank=key.rank), unreadable.fault, key.their_id)
        return
    names = {"their_id": key.their_id, "rank": key.rank}
    if keep_item(uow, **row, **names, state=RECEIVED):
        taken.new += 1
    elif digest_of(uow, platform.name, key.their_id, key.rank) == digest:
        taken.known += 1
    else:
        other = {"state": SET_ASIDE, "reason": Fault.ID_REUSED.value, "reuse": digest[:16]}
        _count(taken, keep_item(uow, **row, **names, **other), Fault.ID_REUSED, key.their_id)


def _count(taken: Taken, new: bool, fault: Fault, their_id: str) -> None:
    if new:
        taken.set_aside.append((their_id, fault))
    else:
        taken.known += 1
