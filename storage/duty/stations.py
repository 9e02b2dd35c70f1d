"""Stations and their leads."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select

from storage.models import Place, Station
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class StationRow:
    """A station: a place with a lead. `kind` as in governance.duty.stations."""

    id: int
    place_id: int
    name: str
    kind: str
    lead_id: int | None
    needs_code: bool


def stations(uow: UnitOfWork) -> list[StationRow]:
    """Those in use, by name."""
    return _stations(uow)


def stations_called(uow: UnitOfWork, name_or_code: str) -> list[StationRow]:
    """Those at the place with this name or code of the roster."""
    return _stations(uow, or_(Place.name == name_or_code, Place.code == name_or_code))


def _stations(uow: UnitOfWork, *where: Any) -> list[StationRow]:
    statement = (
        select(Station.id, Station.place_id, Place.name, Station.kind, Station.lead_id, Station.needs_code)
        .join(Place, Place.id == Station.place_id)
        .where(Station.retired_at.is_(None), *where)
        .order_by(Place.name, Station.id)
    )
    return [StationRow(*tuple(row)) for row in uow.execute(statement)]


def led_by(uow: UnitOfWork, person_id: int) -> list[StationRow]:
    """The stations that a person leads."""
    return _stations(uow, Station.lead_id == person_id)
