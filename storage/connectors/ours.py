"""Our own people, places, things and branches as they are held against what other platforms know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from governance.connectors.alike import Marks, Subject
from storage import keyring
from storage.models import Branch, Person, Place, Post, RosterState, Thing
from storage.unit_of_work import UnitOfWork

NEAR_DEGREES = 0.0002
"""A box of some twenty metres: what is in it is measured."""
MOST = 20


@dataclass(frozen=True)
class Ours:
    """One of them. `fields`: what we know ourselves, in full: it is compared, and shown masked."""

    code: str
    marks: Marks
    fields: dict[str, str]


def phone_mark(phone: str | None) -> str:
    """By which numbers are held against each other without being kept; empty for none."""
    return keyring.digest("platform person", phone) if phone else ""


def name_mark(kind: Subject, name: str) -> str:
    """The same for names; a person's is the roster's own."""
    return next(iter(name_marks(kind, name)), "")


def phone_marks(phone: str) -> list[str]:
    """All under which it may stand, whichever key it was written with."""
    return keyring.digests("platform person", phone)


def name_marks(kind: Subject, name: str) -> list[str]:
    """The same for names."""
    return keyring.digests("name" if kind is Subject.PERSON else "platform name", name) if name else []


def _people(uow: UnitOfWork, *where: ColumnElement[bool]) -> list[Ours]:
    present = (Person.left_at.is_(None), Person.forgotten_at.is_(None))
    columns = (Person.code, Person.name, Person.phone, Person.unit)
    rows = uow.execute(select(*columns).where(*present, or_(*where)).order_by(Person.id).limit(MOST))
    return [
        Ours(
            row.code, Marks(Subject.PERSON, name_mark(Subject.PERSON, row.name), phone_mark(row.phone), row.code),
            {"name": row.name, "phone": row.phone or "", "unit": row.unit or ""},
        )
        for row in rows
    ]  # fmt: skip


def _box(model: type[Place] | type[Thing], lat: float | None, lon: float | None) -> list[ColumnElement[bool]]:
    if lat is None or lon is None:
        return []
    return [
        model.lat.between(lat - NEAR_DEGREES, lat + NEAR_DEGREES)
        & model.lon.between(lon - NEAR_DEGREES, lon + NEAR_DEGREES)
    ]


def _places(uow: UnitOfWork, *where: ColumnElement[bool]) -> list[Ours]:
    columns = (Place.id, Place.code, Place.kind, Place.name, Place.lat, Place.lon)
    rows = uow.execute(select(*columns).where(Place.retired_at.is_(None), or_(*where)).order_by(Place.id).limit(MOST))
    return [_located(Subject.PLACE, row, row.id) for row in rows]


def _things(uow: UnitOfWork, *where: ColumnElement[bool]) -> list[Ours]:
    columns = (Thing.code, Thing.kind, Thing.name, Thing.place_id, Thing.lat, Thing.lon)
    rows = uow.execute(select(*columns).where(Thing.ended_at.is_(None), or_(*where)).order_by(Thing.id).limit(MOST))
    return [_located(Subject.THING, row, row.place_id) for row in rows]


def _located(kind: Subject, row: Any, place_id: int | None) -> Ours:
    """A place or a thing, by its row."""
    marks = Marks(kind, name_mark(kind, row.name), "", row.code, row.kind, place_id, row.lat, row.lon)
    return Ours(row.code, marks, _told({"name": row.name, "type": row.kind, "lat": row.lat, "lon": row.lon}))


def _branches(uow: UnitOfWork, *where: ColumnElement[bool]) -> list[Ours]:
    rows = uow.execute(
        select(Branch.code, Branch.name).where(Branch.left_at.is_(None), or_(*where)).order_by(Branch.id).limit(MOST)
    )
    return [
        Ours(
            row.code, Marks(Subject.BRANCH, name_mark(Subject.BRANCH, row.name), "", row.code), {"name": row.name}
        )
        for row in rows
    ]  # fmt: skip


def _told(fields: dict[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in fields.items() if value is not None and value != ""}


def like_ours(uow: UnitOfWork, marks: Marks, name: str) -> list[Ours]:
    """What of ours has a mark in common with this. `name`: in full."""
    match marks.kind:
        case Subject.PERSON:
            return _people(uow, Person.name_digest.in_(keyring.digests("name", name)), Person.code == marks.code)
        case Subject.PLACE:
            same = [Place.name == name, Place.code == marks.code, *_box(Place, marks.lat, marks.lon)]
            return _places(uow, *same, *([Place.id == marks.place] if marks.place else []))
        case Subject.THING:
            same = [Thing.code == marks.code, *_box(Thing, marks.lat, marks.lon)]
            return _things(
                uow, *same, *([(Thing.place_id == marks.place) & (Thing.name == name)] if marks.place else [])
            )
    return _branches(uow, Branch.name == name, Branch.code == marks.code)


def our_own(uow: UnitOfWork, kind: Subject, code: str) -> Ours | None:
    """The one with exactly this code."""
    match kind:
        case Subject.PERSON:
            found = _people(uow, Person.code == code)
        case Subject.PLACE:
            found = _places(uow, Place.code == code)
        case Subject.THING:
            found = _things(uow, Thing.code == code)
        case Subject.BRANCH:
            found = _branches(uow, Branch.code == code)
    return found[0] if found else None


def roster_version(uow: UnitOfWork) -> int:
    """How often places, people and posts have changed."""
    return uow.execute(select(RosterState.version)).scalar() or 0


@dataclass(frozen=True)
class RosterLine:
    """Somebody who holds a post now, or a place: as far as a platform may be told. `roles`: of all its open posts."""

    code: str
    fields: dict[str, str]
    roles: tuple[str, ...] = ()
    place_id: int | None = None


def people_in_roles(uow: UnitOfWork, roles: Sequence[str], now: datetime) -> list[RosterLine]:
    """Who holds one of these roles now, by code; of several posts the first."""
    open_post = (Post.since <= now, or_(Post.until.is_(None), Post.until > now), Post.role.in_(roles))
    present = (Person.left_at.is_(None), Person.forgotten_at.is_(None))
    columns = (Person.code, Person.name, Person.phone, Person.unit, Post.role, Post.place_id)
    rows = uow.execute(
        select(*columns)
        .join(Post, Post.person_id == Person.id)
        .where(*open_post, *present)
        .order_by(Person.id, Post.id)
    )
    found: dict[str, RosterLine] = {}
    for row in rows:
        fields = _told({"name": row.name, "phone": row.phone, "unit": row.unit})
        found.setdefault(row.code, RosterLine(row.code, fields, (row.role,), row.place_id))
    return list(found.values())


def places_of_kinds(uow: UnitOfWork, kinds: Sequence[str]) -> list[RosterLine]:
    """The places in use of these kinds, by code."""
    columns = (Place.id, Place.code, Place.kind, Place.name, Place.lat, Place.lon)
    rows = uow.execute(select(*columns).where(Place.retired_at.is_(None), Place.kind.in_(kinds)).order_by(Place.id))
    return [
        RosterLine(
            row.code, _told({"name": row.name, "type": row.kind, "lat": row.lat, "lon": row.lon}), (), row.id
        )
        for row in rows
    ]  # fmt: skip
