"""Outlines of places: what a file of them is held against, how they are written and read."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from governance.maps.geometry import Ring
from governance.maps.outlines import MapKnown
from governance.things.check import OUTSIDE_M
from governance.things.datum import Datum, Point, to_wgs84
from governance.things.nearness import nearest_of
from storage.models import Place, PlaceOutline
from storage.unit_of_work import UnitOfWork

Outline = tuple[Ring, ...]
"""The parts of a place's outline, in WGS-84."""


def known_for_outlines(connection: Connection) -> MapKnown:
    """The places of the roster with their points; what lies in a place counts for it too."""
    rows = connection.execute(
        select(Place.id, Place.code, Place.name, Place.parent_id, Place.lat, Place.lon).where(
            Place.retired_at.is_(None)
        )
    ).all()
    parents = {row.id: row.parent_id for row in rows}
    own = {
        row.id: to_wgs84((row.lat, row.lon), Datum.GCJ02)
        for row in rows if row.lat is not None and row.lon is not None
    }  # fmt: skip
    points: dict[int, list[Point]] = {}
    for place, point in own.items():
        at: int | None = place
        while at is not None:
            points.setdefault(at, []).append(point)
            at = parents.get(at)
    names = {row.id: row.name for row in rows}
    return MapKnown({row.code: row.id for row in rows}, names, points, nearest_of(own, OUTSIDE_M))


def outlines_of(uow: UnitOfWork) -> dict[int, Outline]:
    """Each outline that was imported, by place."""
    rows = uow.execute(
        select(PlaceOutline.place_id, PlaceOutline.rings)
        .join(Place, Place.id == PlaceOutline.place_id)
        .where(Place.retired_at.is_(None))
    )
    return {row.place_id: _read(row.rings) for row in rows}


def write_outlines(
    connection: Connection, wanted: Mapping[int, Outline], now: datetime, *, write: bool
) -> tuple[int, int, int]:
    """Writes what is new or differs; the others stay. Answers how many are new, changed and the same; without `write` only that."""
    present = dict(connection.execute(select(PlaceOutline.place_id, PlaceOutline.rings)).all())
    said = {place: _said(outline) for place, outline in wanted.items()}
    new = [place for place in said if place not in present]
    changed = [place for place in said if place in present and present[place] != said[place]]
    if write and new + changed:
        connection.execute(delete(PlaceOutline).where(PlaceOutline.place_id.in_(changed)))
        rows = [{"place_id": place, "rings": said[place], "at": now} for place in new + changed]
        connection.execute(insert(PlaceOutline), rows)
    return len(new), len(changed), len(said) - len(new) - len(changed)


def _said(outline: Outline) -> str:
    return "\n".join(" ".join(f"{lat:.7f},{lon:.7f}" for lat, lon in ring) for ring in outline)


def _read(rings: str) -> Outline:
    return tuple(tuple(_point(pair) for pair in line.split(" ")) for line in rings.split("\n"))


def _point(pair: str) -> Point:
    lat, _, lon = pair.partition(",")
    return float(lat), float(lon)
