"""What a subdistrict has set for itself: the newest of each, all that came before, and the next."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from storage.models import OwnSetting, Person
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class SettingRow:
    """A change: the value (None: as it is without one), by whom and when; `turn`: the how many-th of its name."""

    turn: int
    value: Any
    by: str | None
    at: datetime


def last_change(connection: Connection) -> int:
    """The number of the newest change of anything; 0 where nothing was ever changed."""
    return int(connection.execute(select(func.coalesce(func.max(OwnSetting.id), 0))).scalar_one())


def in_force(connection: Connection) -> dict[tuple[str, str], Any]:
    """What is set, by kind and name, in the order in which it was set first."""
    rows = connection.execute(select(OwnSetting.kind, OwnSetting.name, OwnSetting.value).order_by(OwnSetting.id))
    newest = {(row.kind, row.name): row.value for row in rows}
    return {key: json.loads(value) for key, value in newest.items() if value is not None}


def changes_of(uow: UnitOfWork, kind: str, name: str, most: int = 10) -> list[SettingRow]:
    """The changes of one setting, the newest first."""
    statement = (
        select(OwnSetting.turn, OwnSetting.value, Person.name, OwnSetting.at)
        .outerjoin(Person, Person.id == OwnSetting.by_id)
        .where(OwnSetting.kind == kind, OwnSetting.name == name)
        .order_by(OwnSetting.turn.desc())
        .limit(most)
    )
    return [
        SettingRow(row.turn, None if row.value is None else json.loads(row.value), row.name, row.at)
        for row in uow.execute(statement)
    ]


def add_change(
    uow: UnitOfWork, kind: str, name: str, turn: int, value: str | None, by_id: int | None, now: datetime
) -> bool:
    """Writes the change of this turn; False where somebody else has just written it."""
    return insert_once(uow, OwnSetting, kind=kind, name=name, turn=turn, value=value, by_id=by_id, at=now)
