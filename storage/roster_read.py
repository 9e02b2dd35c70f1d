"""The roster that is in the database now, as the workbook would say it."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from governance.clock import local_day
from governance.days import last_day
from governance.places import GridKind, PlaceKind
from governance.roles import Line, Role
from governance.roster.entries import GridEntry, PersonEntry, PlaceEntry, PostEntry, PostKey, Roster
from storage.models import Grid, GridPlace, Person, Place, Post

ALIAS_MARK = "、"


def present_roster(connection: Connection, zone: ZoneInfo, now: datetime) -> Roster:
    """All that is in use: nothing retired, nobody who left; of each post its newest term, ended ones included."""
    codes = dict(connection.execute(select(Place.id, Place.code)).all())
    return Roster(
        places=_places(connection, codes), grids=_grids(connection, codes), people=_people(connection),
        posts=_posts(connection, codes, zone, now),
    )  # fmt: skip


def _places(connection: Connection, codes: dict[int, str]) -> dict[str, PlaceEntry]:
    rows = connection.execute(
        select(Place.code, Place.name, Place.kind, Place.parent_id, Place.aliases, Place.lat, Place.lon)
        .where(Place.retired_at.is_(None))
        .order_by(Place.id)
    )
    return {
        row.code: PlaceEntry(
            code=row.code, name=row.name, kind=PlaceKind(row.kind), parent=codes.get(row.parent_id),
            aliases=tuple(filter(None, row.aliases.split(ALIAS_MARK))), lat=row.lat, lon=row.lon,
        )
        for row in rows
    }  # fmt: skip


def _grids(connection: Connection, codes: dict[int, str]) -> dict[str, GridEntry]:
    covers: dict[int, list[str]] = {}
    for row in connection.execute(select(GridPlace.grid_id, GridPlace.place_id).where(GridPlace.named)):
        covers.setdefault(row.grid_id, []).append(codes[row.place_id])
    rows = connection.execute(
        select(Grid.id, Grid.code, Grid.name, Grid.kind, Grid.community_id, Grid.branch)
        .where(Grid.retired_at.is_(None))
        .order_by(Grid.id)
    )
    return {
        row.code: GridEntry(
            code=row.code, name=row.name, kind=GridKind(row.kind), community=codes[row.community_id],
            covers=tuple(sorted(covers.get(row.id, ()))), branch=row.branch,
        )
        for row in rows
    }  # fmt: skip


def _people(connection: Connection) -> dict[str, PersonEntry]:
    rows = connection.execute(
        select(Person.code, Person.name, Person.phone, Person.unit, Person.wecom_id)
        .where(Person.left_at.is_(None), Person.forgotten_at.is_(None))
        .order_by(Person.id)
    )
    return {row.code: PersonEntry(row.code, row.name, row.phone, row.unit, row.wecom_id) for row in rows}


def _posts(connection: Connection, codes: dict[int, str], zone: ZoneInfo, now: datetime) -> dict[PostKey, PostEntry]:
    rows = connection.execute(
        select(
            Person.code, Post.role, Post.place_id, Grid.code.label("grid"), Post.line, Post.since, Post.until, Post.id
        )
        .join(Person, Person.id == Post.person_id)
        .join(Grid, Grid.id == Post.grid_id, isouter=True)
        .where(Person.forgotten_at.is_(None))
        .order_by(Post.since, Post.id)
    )
    entries = (_post(row, codes, zone, now) for row in rows)
    return {entry.key: entry for entry in entries}


def _post(row: Any, codes: dict[int, str], zone: ZoneInfo, now: datetime) -> PostEntry:
    until = None if row.until is None else last_day(row.until, zone)
    if row.until is not None and row.until <= now:
        until = min(last_day(row.until, zone), local_day(now, zone) - timedelta(days=1))  # over, even if it ended today
    return PostEntry(
        person=row.code, role=Role(row.role), place=codes.get(row.place_id), grid=row.grid,
        line=None if row.line is None else Line(row.line), since=local_day(row.since, zone), until=until,
    )  # fmt: skip
