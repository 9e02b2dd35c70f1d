"""What was mediated or repaired; parties and matter lie encrypted."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from storage.models import DutyRecord
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
