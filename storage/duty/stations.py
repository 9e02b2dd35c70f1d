"""Stations and their leads."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

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


def stations(uow: UnitOfWork, *where: Any) -> list[StationRow]:
    """Those in use that meet the conditions, by name."""
    statement = (
        select(Station.id, Station.place_id, Place.name, Station.kind, Station.lead_id, Station.needs_code)
        .join(Place, Place.id == Station.place_id)
        .where(Station.retired_at.is_(None), *where)
        .order_by(Place.name, Station.id)
    )
    return [StationRow(*tuple(row)) for row in uow.execute(statement)]


def led_by(uow: UnitOfWork, person_id: int) -> list[StationRow]:
    """The stations that a person leads."""
    return stations(uow, Station.lead_id == person_id)
