"""Visits that were made, once a target, person and day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, update

from governance.visits.results import VisitResult
from storage.models import Visit
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork

LONGEST_OF_A_DAY = 1200
"""Characters that are kept of all that one person told of a household on one day."""
JOINED = "；"


@dataclass(frozen=True)
class MadeVisit:
    """A visit, without what was said of the people."""

    id: int
    target: str
    place_id: int
    household_id: int | None
    person_id: int
    day: date
    result: VisitResult
    number: str | None


_COLUMNS = (
    Visit.id, Visit.target, Visit.place_id, Visit.household_id, Visit.person_id, Visit.day, Visit.result, Visit.number,
)  # fmt: skip


def record_visit(
    uow: UnitOfWork, *, target: str, place_id: int, household_id: int | None, person_id: int, day: date,
    result: VisitResult, note: str | None, number: str | None, now: datetime,
) -> bool:  # fmt: skip
    """Writes one; False when the person has told of it today already: the words stand behind those, what was met last counts."""
    new = insert_once(
        uow, Visit, target=target, place_id=place_id, household_id=household_id, person_id=person_id, day=day,
        result=result.value, note=note, number=number, at=now,
    )  # fmt: skip
    if not new:
        mine = (Visit.target == target, Visit.person_id == person_id, Visit.day == day)
        row = uow.execute(select(Visit.id, Visit.note, Visit.number).where(*mine).with_for_update()).one()
        both = JOINED.join(filter(None, (row.note, note)))[:LONGEST_OF_A_DAY] or None
        values = {"note": both, "number": row.number or number, "result": result.value}
        uow.execute(update(Visit).where(Visit.id == row.id).values(**values))
    return new


def last_visits(uow: UnitOfWork, targets: Collection[str]) -> dict[str, date]:
    """When somebody was last met, or refused, by target."""
    made = (Visit.target.in_(targets), Visit.result != VisitResult.NOT_MET.value)
    rows = uow.execute(select(Visit.target, func.max(Visit.day).label("day")).where(*made).group_by(Visit.target))
    return {row.target: row.day for row in rows}


def visits_made(
    uow: UnitOfWork, places: Collection[int] | None, first: date, last: date, most: int, person_id: int | None = None
) -> list[MadeVisit]:
    """The newest visits at these places (None: anywhere) from one day to another; `person_id`: only theirs."""
    here = [] if places is None else [Visit.place_id.in_(sorted(places))]
    mine = [] if person_id is None else [Visit.person_id == person_id]
    statement = select(*_COLUMNS).where(Visit.day >= first, Visit.day <= last, *here, *mine)
    return [_made(row) for row in uow.execute(statement.order_by(Visit.day.desc(), Visit.id.desc()).limit(most))]


def visit_made(uow: UnitOfWork, visit_id: int) -> MadeVisit | None:
    """One visit."""
    row = uow.execute(select(*_COLUMNS).where(Visit.id == visit_id)).first()
    return None if row is None else _made(row)


def _made(row: Any) -> MadeVisit:
    return MadeVisit(
        row.id, row.target, row.place_id, row.household_id, row.person_id, row.day, VisitResult(row.result), row.number
    )


def notes_of(uow: UnitOfWork, visit_ids: Collection[int]) -> dict[int, str]:
    """What was said of the people; who may read it is decided by who asks, and each look leaves a trace."""
    rows = uow.execute(select(Visit.id, Visit.note).where(Visit.id.in_(visit_ids), Visit.note.is_not(None)))
    return {row.id: row.note or "" for row in rows}
