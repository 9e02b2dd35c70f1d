"""Things of the small subdistrict, as a workbook's lines and as rows in the database."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from governance.things.datum import Datum, from_wgs84
from governance.things.risks import RISKS
from governance.things.sheets import THINGS
from governance.things.texts import KIND
from handlers.things.importing import ThingPlan, import_things, read_things
from storage.models import Grid, Person, Place, Thing, ThingInspection
from storage.workbook.writer import write_workbook
from tests.chat import Chat
from tests.roster import Lines, line

Line = dict[str, Any]
YARD = (32.0600, 118.7600)
"""Where the first courtyard is, in WGS-84; the second is 400 metres north."""


def with_points(lines: Lines) -> Lines:
    """The roster's courtyards with their coordinates, which are GCJ-02."""
    for code, north in (("Y1", 0.0), ("Y2", 0.004)):
        lat, lon = from_wgs84((YARD[0] + north, YARD[1]), Datum.GCJ02)
        line(lines, "places", code).update(lat=lat, lon=lon)
    return lines


def manhole(code: str, **more: Any) -> Line:
    """A manhole of the first building."""
    return {"code": code, "kind": "井盖", "place": "Y1-1", **more}


def workbook(path: Path, lines: list[Line], risks: list[Line] | None = None) -> Path:
    """The lines as a workbook."""
    write_workbook(path, {"things": lines, "risks": risks or []}, sheets=(THINGS, RISKS))
    return path


def collection(path: Path, features: list[tuple[Line, Any]]) -> Path:
    """Properties with a geometry each, as GeoJSON."""
    found = [{"type": "Feature", "properties": said, "geometry": shape} for said, shape in features]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": found}, ensure_ascii=False), "utf-8")
    return path


def point(lat: float, lon: float) -> dict[str, Any]:
    """A GeoJSON point: longitude first."""
    return {"type": "Point", "coordinates": [lon, lat]}


def imported(chat: Chat, lines: list[Line], datum: Datum = Datum.WGS84) -> ThingPlan:
    """Imports the lines as `linli import things` does."""
    path = workbook(chat.tools.files.path("x").parent.parent.with_name("things.xlsx"), lines)
    return import_things(chat.database, read_things(path, geojson=False), datum, chat.clock())


def kinds() -> list[str]:
    """All kinds as the workbook writes them."""
    return list(KIND.values())


def late_things(chat: Chat, clock: Any) -> None:
    """A lift in the first grid that should have been looked at last month."""
    grid = select(Grid.id).where(Grid.code == "G01").scalar_subquery()
    place = select(Place.id).where(Place.code == "Y1-5").scalar_subquery()
    row = {"code": "DT-1", "kind": "lift", "name": "电梯", "source": "workbook", "updated_at": clock()}
    with chat.database.write() as connection:
        lift = connection.execute(insert(Thing).values(place_id=place, grid_id=grid, **row).returning(Thing.id))
        late = {"thing_id": lift.scalar_one(), "period": "2026-10/1", "due_on": date(2026, 10, 31)}
        connection.execute(insert(ThingInspection).values(**late))


def kept_by_somebody(chat: Chat) -> list[int]:
    """Manholes of both communities, each kept and looked at by somebody who does not serve in public; their ids."""
    if not chat.rows(select(Thing.id)):
        keeper = {"keeper": "秦素人 13655556666", "keeper_person": "R5"}
        here, there = manhole("J-1", **keeper), {**manhole("J-9", **keeper), "place": "N4-5"}
        assert imported(chat, [here, there]).problems == []
        look = {"period": "2026-07/6", "due_on": date(2026, 12, 31), "done_at": chat.clock(), "result": "well"}
        with chat.database.write() as connection:
            leader = connection.execute(select(Person.id).where(Person.code == "R5")).scalar_one()
            for row in chat.rows(select(Thing.id)):
                values = {"thing_id": row.id, "done_by": leader, "note": "王样本说正常，13912345678"}
                connection.execute(insert(ThingInspection).values(**values, **look))
    return [row.id for row in chat.rows(select(Thing.id).order_by(Thing.id))]
