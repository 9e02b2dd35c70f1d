"""Signs of life: what each process says of itself and its machine, for whoever judges how all of them are."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, select

from governance.alarms.judging import Reading
from storage.models import Beat
from storage.once import upsert

FRESH = timedelta(seconds=60)
"""What an older beat says of its machine says nothing any more."""
FORGOTTEN = timedelta(hours=1)


def beat(connection: Connection, name: str, part: str, readings: Mapping[str, float], now: datetime) -> None:
    """Notes that a process lives; drops those that have long been silent, save the last of each part."""
    row = {"name": name, "part": part, "at": now, "readings": json.dumps(dict(readings))}
    connection.execute(upsert(connection, Beat, row))
    newest = select(func.max(Beat.at)).where(Beat.part == part).scalar_subquery()
    connection.execute(delete(Beat).where(Beat.part == part, Beat.at < now - FORGOTTEN, Beat.at < newest))


def read_beats(connection: Connection, now: datetime) -> dict[str, Reading]:
    """How long each part has been silent, and of each figure the worst of all processes with its place."""
    found: dict[str, Reading] = {}
    youngest: dict[str, datetime] = {}
    for row in connection.execute(select(Beat.name, Beat.part, Beat.at, Beat.readings)):
        youngest[row.part] = max(row.at, youngest.get(row.part, row.at))
        if abs(now - row.at) > FRESH:
            continue
        for name, value in json.loads(row.readings).items():
            if name not in found or _worse(name, value, found[name].value):
                found[name] = Reading(value, row.name)
    for part, at in youngest.items():
        found[f"linli_{part}_silent_seconds"] = Reading(max((now - at).total_seconds(), 0.0))
    return found


def _worse(name: str, value: float, other: float) -> bool:
    """Of what is to be up, or left, the least; of all else the most."""
    return value < other if name.endswith(("_up", "_left_seconds")) else value > other
