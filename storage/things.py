"""Things of the neighbourhood: found by number, by place, by the ticket that is about one; and how often one has failed."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, update

from governance.things.kinds import ThingKind
from governance.tickets.states import TicketState
from storage.models import Thing, ThingPair, Ticket
from storage.once import insert_once
from storage.ticket_counts import FOR_ALL
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class ThingRow:
    """A thing. Degrees in WGS-84, instants in UTC; `keeper`: who keeps it where they are not of the roster."""

    id: int
    code: str
    kind: ThingKind
    name: str
    spot: str
    place_id: int
    grid_id: int | None
    lat: float | None
    lon: float | None
    keeper_person_id: int | None
    keeper_unit_id: int | None
    keeper: str | None
    contract: str | None
    contract_until: date | None
    warranty_until: date | None
    fields: Mapping[str, str]
    source: str
    origins: Mapping[str, Sequence[str]]
    updated_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True)
class Failure:
    """A report of a thing."""

    number: str
    summary: str
    state: TicketState
    opened_at: datetime


_NAMES = (
    "id", "code", "kind", "name", "spot", "place_id", "grid_id", "lat", "lon", "keeper_person_id", "keeper_unit_id", "keeper",
    "contract", "contract_until", "warranty_until", "fields", "source", "origins", "updated_at", "ended_at",
)  # fmt: skip
_COLUMNS = [Thing.__table__.c[name] for name in _NAMES]
_LIVE = Thing.ended_at.is_(None)
_COUNTS = Ticket.state.not_in([TicketState.MERGED.value, TicketState.WITHDRAWN.value])
"""What was taken back, or is told by another ticket, is no failure of its own."""


def things_where(uow: UnitOfWork, *where: ColumnElement[bool], most: int = 500) -> list[ThingRow]:
    """The things in use for which this holds, by their numbers."""
    statement = select(*_COLUMNS).where(_LIVE, *where).order_by(Thing.code).limit(most)
    return [_row(row) for row in uow.execute(statement, of=(Thing,))]


def things_at(uow: UnitOfWork, places: Collection[int], kinds: Collection[str], most: int = 500) -> list[ThingRow]:
    """The things in use of these kinds at these places."""
    return things_where(uow, Thing.place_id.in_(places), Thing.kind.in_(kinds), most=most)


def things_coded(uow: UnitOfWork, codes: Collection[str]) -> list[ThingRow]:
    """The things in use with these numbers, in small letters or capitals."""
    forms = {form for code in codes for form in (code, code.lower(), code.upper(), code.capitalize())}
    return things_where(uow, Thing.code.in_(sorted(forms)))


def things_called(uow: UnitOfWork, words: Sequence[str], places: Collection[int] | None, most: int) -> list[ThingRow]:
    """The things in use at these places (None: anywhere) in whose number, name or spot each of the words stands."""
    said = [
        or_(*(column.contains(word, autoescape=True) for column in (Thing.code, Thing.name, Thing.spot)))
        for word in words
    ]
    return things_where(uow, *said, *([] if places is None else [Thing.place_id.in_(sorted(places))]), most=most)


def thing(uow: UnitOfWork, thing_id: int) -> ThingRow | None:
    """A thing, also one that is gone."""
    row = uow.execute(select(*_COLUMNS).where(Thing.id == thing_id), of=(Thing,)).first()
    return None if row is None else _row(row)


def thing_by_code(uow: UnitOfWork, code: str) -> ThingRow | None:
    """The thing in use with exactly this number."""
    row = uow.execute(select(*_COLUMNS).where(Thing.code == code, _LIVE), of=(Thing,)).first()
    return None if row is None else _row(row)


def thing_of_ticket(uow: UnitOfWork, number: str) -> ThingRow | None:
    """What a ticket is about, where that is known."""
    found = select(Ticket.thing_id).where(Ticket.number == number).scalar_subquery()
    row = uow.execute(select(*_COLUMNS).where(Thing.id == found)).first()
    return None if row is None else _row(row)


def set_thing_of_ticket(uow: UnitOfWork, number: str, thing_id: int | None) -> None:
    """Writes what a ticket is about."""
    uow.execute(update(Ticket).where(Ticket.number == number).values(thing_id=thing_id))


def failures_of(uow: UnitOfWork, thing_id: int, since: datetime, most: int = 50) -> list[Failure]:
    """The reports of a thing since then, the newest first."""
    columns = (Ticket.number, Ticket.summary, Ticket.state, Ticket.opened_at)
    here = (Ticket.thing_id == thing_id, Ticket.opened_at >= since, _COUNTS, FOR_ALL)
    statement = select(*columns).where(*here).order_by(Ticket.opened_at.desc(), Ticket.number.desc()).limit(most)
    return [Failure(row.number, row.summary, TicketState(row.state), row.opened_at) for row in uow.execute(statement)]


def counts_by_kind(uow: UnitOfWork, grid_id: int | None) -> dict[ThingKind, int]:
    """How many things in use of each kind a grid has; None: those of no grid."""
    here = Thing.grid_id.is_(None) if grid_id is None else Thing.grid_id == grid_id
    statement = select(Thing.kind, func.count().label("things")).where(here, _LIVE).group_by(Thing.kind)
    return {ThingKind(row.kind): row.things for row in uow.execute(statement)}


@dataclass(frozen=True)
class ThingSpot:
    """A thing as far as it says where it is."""

    id: int
    code: str
    kind: ThingKind
    place_id: int
    spot: str
    lat: float | None
    lon: float | None


def spots_within(uow: UnitOfWork, grids: Collection[int] | None) -> list[ThingSpot]:
    """All things in use of these grids, None: of the whole subdistrict; for looking for doubles."""
    columns = (Thing.id, Thing.code, Thing.kind, Thing.place_id, Thing.spot, Thing.lat, Thing.lon)
    here = [] if grids is None else [Thing.grid_id.in_(sorted(grids))]
    rows = uow.execute(select(*columns).where(_LIVE, *here).order_by(Thing.id))
    return [ThingSpot(row.id, row.code, ThingKind(row.kind), *tuple(row)[3:]) for row in rows]


def join_things(uow: UnitOfWork, one: int, into: int, now: datetime) -> None:
    """A double ends; its tickets are of the other from now on."""
    uow.execute(update(Thing).where(Thing.id == one).values(ended_at=now, joined_to=into))
    uow.execute(update(Ticket).where(Ticket.thing_id == one).values(thing_id=into))


def note_apart(uow: UnitOfWork, one: int, other: int, person_id: int | None, now: datetime) -> bool:
    """Two that look alike are not the same: they are not proposed again. False where that was known."""
    first, second = sorted((one, other))
    return insert_once(uow, ThingPair, one_id=first, other_id=second, said_by=person_id, at=now)


def apart_already(uow: UnitOfWork) -> set[tuple[int, int]]:
    """The pairs of which somebody has said so."""
    return {(row.one_id, row.other_id) for row in uow.execute(select(ThingPair.one_id, ThingPair.other_id))}


def _row(row: Any) -> ThingRow:
    values = dict(row._mapping)
    return ThingRow(**{
        **values, "kind": ThingKind(row.kind), "fields": json.loads(row.fields), "origins": json.loads(row.origins),
    })  # fmt: skip
