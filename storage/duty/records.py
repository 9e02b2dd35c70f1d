"""What was mediated or repaired; parties and matter lie encrypted."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from storage.models import DutyRecord, Person, Place, Station
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class RecordRow:
    """A record as its writer sees it; `matter` None: no key opens it."""

    kind: str
    matter: str | None
    outcome: str
    at: datetime


def write_record(uow: UnitOfWork, **row: Any) -> None:
    """Writes one."""
    uow.add(DutyRecord, **row)


def own_records(uow: UnitOfWork, person_id: int) -> list[RecordRow]:
    """What a person has written, the newest first."""
    columns = (DutyRecord.kind, DutyRecord.matter, DutyRecord.outcome, DutyRecord.at)
    rows = uow.execute(select(*columns).where(DutyRecord.person_id == person_id).order_by(DutyRecord.id.desc()))
    return [RecordRow(*tuple(row)) for row in rows]


@dataclass(frozen=True)
class FullRecord:
    """A record as who runs the station sees it."""

    id: int
    kind: str
    station: str | None
    writer: str
    parties: str | None
    matter: str | None
    outcome: str
    well: bool
    at: datetime


def records_at(uow: UnitOfWork, places: Collection[int] | None, most: int = 100) -> list[FullRecord]:
    """The newest records of the stations at these places (None: of all)."""
    here = [] if places is None else [Station.place_id.in_(sorted(places))]
    statement = (
        select(
            DutyRecord.id, DutyRecord.kind, Place.name.label("station"), Person.name.label("writer"), DutyRecord.parties,
            DutyRecord.matter, DutyRecord.outcome, DutyRecord.well, DutyRecord.at,
        )
        .join(Person, Person.id == DutyRecord.person_id)
        .outerjoin(Station, Station.id == DutyRecord.station_id)
        .outerjoin(Place, Place.id == Station.place_id)
        .where(*here)
        .order_by(DutyRecord.id.desc())
        .limit(most)
    )  # fmt: skip
    return [FullRecord(*tuple(row)) for row in uow.execute(statement)]
