"""What a file of things may refer to, what is there of them, and what it changes: all in the caller's one transaction."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from governance.places import GridKind, PlaceKind
from governance.things.check import OUTSIDE_M
from governance.things.datum import Datum, to_wgs84
from governance.things.entries import Known, ThingEntry
from governance.things.nearness import nearest_of
from governance.things.risks import RiskEntry
from storage.models import Grid, GridPlace, Organisation, OrganisationRisk, Person, Place, Thing

STEP = 2000
_TABLE: Any = Thing.__table__
_SPOTS = frozenset({
    PlaceKind.BUILDING.value, PlaceKind.COURTYARD.value, PlaceKind.ROAD_NUMBER.value, PlaceKind.STATION.value,
    PlaceKind.LANDMARK.value, PlaceKind.UNIT.value,
})  # fmt: skip
_KEPT = ("kind", "name", "spot", "place_id", "lat", "lon", "line", "keeper_person_id", "keeper_unit_id", "keeper", "contract",
         "contract_until", "warranty_until", "fields")  # fmt: skip
"""What a file may change of a thing that is there, where it says anything of it."""
_GIVEN = {
    "place_id": "place", "keeper_person_id": "keeper_person", "keeper_unit_id": "keeper_unit", "lon": "lat", "line": "lat",
}  # fmt: skip
"""The column of the file that says it, where that has another name."""


@dataclass(frozen=True)
class ThingChanges:
    """What an import does: how many things are new, changed, out of use, and as they were."""

    added: int = 0
    changed: int = 0
    ended: int = 0
    same: int = 0


def known_for_things(connection: Connection) -> Known:
    """Places, people and units by their codes; names of places count where only one is called so."""
    rows = connection.execute(
        select(Place.id, Place.code, Place.name, Place.kind, Place.lat, Place.lon).where(Place.retired_at.is_(None))
    ).all()
    places, twice = dict[str, int](), set[str]()
    for row in rows:
        twice |= {row.name} if row.name in places else set()
        places[row.name] = row.id
    points = {
        row.id: to_wgs84((row.lat, row.lon), Datum.GCJ02)
        for row in rows if row.lat is not None and row.lon is not None and row.kind in _SPOTS
    }  # fmt: skip
    named = {name: place for name, place in places.items() if name not in twice}
    return Known(
        {**named, **{row.code: row.id for row in rows}},
        dict(connection.execute(select(Person.code, Person.id).where(Person.left_at.is_(None))).all()),
        dict(connection.execute(select(Organisation.code, Organisation.id).where(Organisation.left_at.is_(None))).all()),
        points, nearest_of(points, OUTSIDE_M),
        dict(connection.execute(select(Grid.code, Grid.id).where(Grid.retired_at.is_(None))).all()),
    )  # fmt: skip


def grid_of_each_place(connection: Connection) -> dict[int, int]:
    """The comprehensive grid over each place, else another that covers it."""
    rows = connection.execute(
        select(GridPlace.place_id, GridPlace.grid_id, Grid.kind)
        .join(Grid, Grid.id == GridPlace.grid_id)
        .where(Grid.retired_at.is_(None))
    ).all()
    ordered = sorted(rows, key=lambda row: row.kind == GridKind.COMPREHENSIVE.value)
    return {row.place_id: row.grid_id for row in ordered}


def write_things(
    connection: Connection, entries: Sequence[ThingEntry], source: str, now: datetime, *, write: bool = True
) -> ThingChanges:
    """Inserts what is new and updates what differs; without `write` it is only counted. Nothing is taken away."""
    grids, present = grid_of_each_place(connection), _present(connection, [entry.code for entry in entries])
    new, changed, ended, same = [], [], 0, 0
    for entry in entries:
        row = _row(entry)
        row["grid_id"] = grids.get(entry.place)
        before = present.get(entry.code)
        if before is None:
            new.append({**row, "code": entry.code, "source": source, "updated_at": now,
                        "ended_at": now if entry.ended else None})  # fmt: skip
            continue
        values = _changed(before, row, entry, source, now)
        ended += entry.ended and before["ended_at"] is None
        if values is None:
            same += 1
        else:
            changed.append({**values, "key": before["id"]})
    if write:
        _insert(connection, new)
        _update(connection, changed)
    return ThingChanges(len(new), len(changed) - ended, ended, same)


def write_risks(connection: Connection, entries: Sequence[RiskEntry]) -> int:
    """Writes what units risk; what the file does not name stays. Answers how many are new or differ."""
    columns = (OrganisationRisk.organisation_id, OrganisationRisk.kind, OrganisationRisk.grid_id, OrganisationRisk.months,
               OrganisationRisk.looked_on)  # fmt: skip
    present = {(row.organisation_id, row.kind): tuple(row)[2:] for row in connection.execute(select(*columns))}
    written = 0
    for entry in entries:
        key, values = (entry.unit, entry.kind.value), (entry.grid, entry.months, entry.looked_on)
        row = dict(zip(("grid_id", "months", "looked_on"), values, strict=True))
        if key not in present:
            connection.execute(insert(OrganisationRisk).values(organisation_id=key[0], kind=key[1], **row))
        elif present[key] != values:
            here = (OrganisationRisk.organisation_id == key[0], OrganisationRisk.kind == key[1])
            connection.execute(update(OrganisationRisk).where(*here).values(**row))
        written += key not in present or present[key] != values
    return written


def _row(entry: ThingEntry) -> dict[str, Any]:
    return {
        "kind": entry.kind.value, "name": entry.name, "spot": entry.spot, "place_id": entry.place, "lat": entry.lat,
        "lon": entry.lon, "line": entry.line, "keeper_person_id": entry.keeper_person, "keeper_unit_id": entry.keeper_unit,
        "keeper": entry.keeper, "contract": entry.contract, "contract_until": entry.contract_until,
        "warranty_until": entry.warranty_until, "fields": _json(entry.fields),
    }  # fmt: skip


def _changed(
    before: dict[str, Any], row: dict[str, Any], entry: ThingEntry, source: str, now: datetime
) -> dict[str, Any] | None:
    """The whole row as it is to be; None where nothing differs. What was said of a field elsewhere since is of this file now."""
    values = {name: before[name] for name in (*_KEPT, "grid_id", "origins", "source", "updated_at")}
    differs = []
    for name in _KEPT:
        if name != "fields" and _GIVEN.get(name, name) in entry.given and row[name] != before[name]:
            values[name] = row[name]
            differs.append(name)
    fields = {**json.loads(before["fields"]), **dict(entry.fields)}
    if _json(fields.items()) != _json(json.loads(before["fields"]).items()):
        values["fields"] = _json(fields.items())
        differs.append("fields")
    if "place_id" in differs or before["grid_id"] is None:
        values["grid_id"] = row["grid_id"]
    values["ended_at"] = (before["ended_at"] or now) if entry.ended else None
    if not differs and values["grid_id"] == before["grid_id"] and values["ended_at"] == before["ended_at"]:
        return None
    origins = {**json.loads(before["origins"]), **{name: [source, now.isoformat()] for name in differs}}
    return {**values, "origins": json.dumps(origins)}


def _json(fields: Iterable[tuple[str, str]]) -> str:
    return json.dumps(dict(sorted(fields)), ensure_ascii=False)


def _present(connection: Connection, codes: Collection[str]) -> dict[str, dict[str, Any]]:
    """The things with these codes as they stand; all are read at once where they are many."""
    columns = [
        _TABLE.c[name] for name in ("id", "code", *_KEPT, "grid_id", "origins", "source", "updated_at", "ended_at")
    ]
    statement = select(*columns)
    if len(codes) <= STEP:
        statement = statement.where(_TABLE.c.code.in_(sorted(codes)))
    return {row.code: dict(row._mapping) for row in connection.execute(statement)}


def _insert(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    for start in range(0, len(rows), STEP):
        connection.execute(insert(_TABLE), list(rows[start : start + STEP]))


def _update(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    if not rows:
        return
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name != "key"}
    statement = update(_TABLE).where(_TABLE.c.id == bindparam("new_key")).values(values)
    for start in range(0, len(rows), STEP):
        connection.execute(statement, [{f"new_{k}": v for k, v in row.items()} for row in rows[start : start + STEP]])
