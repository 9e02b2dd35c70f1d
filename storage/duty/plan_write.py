"""Writes what a duty workbook says: stations, weekly patterns, qualifications."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from governance.duty.plan_sheets import DutyPlan, PatternEntry, StationEntry
from storage.duty.members import qualify
from storage.models import Person, Place, Shift, ShiftPattern, SignUp, Station
from storage.unit_of_work import UnitOfWork


def station_codes(connection: Connection) -> list[str]:
    """The roster's codes of the places that are stations."""
    statement = select(Place.code).join(Station, Station.place_id == Place.id).where(Station.retired_at.is_(None))
    return list(connection.execute(statement).scalars())


def running_patterns(uow: UnitOfWork) -> list[int]:
    """The ids of the weekly patterns in force."""
    statement = select(ShiftPattern.id).where(ShiftPattern.retired_at.is_(None)).order_by(ShiftPattern.id)
    return list(uow.execute(statement).scalars())


def pattern_row(uow: UnitOfWork, pattern_id: int) -> Any:
    """One weekly pattern."""
    return uow.execute(select(ShiftPattern.__table__).where(ShiftPattern.id == pattern_id)).one()


def write_plan(connection: Connection, plan: DutyPlan, now: datetime) -> dict[str, int]:
    """Brings the tables to what the plan says; answers how many lines of each sheet stand there."""
    places = {row.code: row.id for row in connection.execute(select(Place.code, Place.id))}
    people = {row.code: row.id for row in connection.execute(select(Person.code, Person.id))}
    if plan.stations is not None:
        _stations(connection, plan.stations, places, people, now)
    if plan.patterns is not None:
        _patterns(connection, plan.patterns, places, now)
    uow = UnitOfWork(connection)
    for person, name in plan.qualifications:
        qualify(uow, people[person], name, None, now)
    uow.flush()
    return {
        "stations": len(plan.stations or ()), "patterns": len(plan.patterns or ()),
        "qualifications": len(plan.qualifications),
    }  # fmt: skip


def _stations(
    connection: Connection,
    entries: tuple[StationEntry, ...],
    places: dict[str, int],
    people: dict[str, int],
    now: datetime,
) -> None:
    known = {row.place_id: row.id for row in connection.execute(select(Station.place_id, Station.id))}
    wanted = {places[entry.place] for entry in entries}
    for entry in entries:
        place = places[entry.place]
        values: dict[str, Any] = {
            "kind": entry.kind.value, "lead_id": people[entry.lead] if entry.lead else None, "needs_code": entry.needs_code,
            "retired_at": None,
        }  # fmt: skip
        if place in known:
            connection.execute(update(Station).where(Station.id == known[place]).values(**values))
        else:
            connection.execute(insert(Station).values(place_id=place, **values))
    gone = [station for place, station in known.items() if place not in wanted]
    retire = update(Station).where(Station.id.in_(gone), Station.retired_at.is_(None))
    connection.execute(retire.values(retired_at=now))
    patterns = update(ShiftPattern).where(ShiftPattern.station_id.in_(gone), ShiftPattern.retired_at.is_(None))
    connection.execute(patterns.values(retired_at=now))


def _patterns(connection: Connection, entries: tuple[PatternEntry, ...], places: dict[str, int], now: datetime) -> None:
    stations = {row.place_id: row.id for row in connection.execute(select(Station.place_id, Station.id))}
    known = {row.code: row for row in connection.execute(select(ShiftPattern.__table__))}
    for entry in entries:
        values: dict[str, Any] = {
            "station_id": stations[places[entry.station]], "start_minute": entry.pattern.start_minute,
            "weekdays": "".join(str(day + 1) for day in sorted(entry.pattern.weekdays)),
            "end_minute": entry.pattern.end_minute, "capacity": entry.capacity, "qualification": entry.qualification,
            "on_holidays": entry.pattern.on_holidays, "since": entry.pattern.since, "until": entry.pattern.until,
            "retired_at": None,
        }  # fmt: skip
        before = known.get(entry.code)
        if before is None:
            connection.execute(insert(ShiftPattern).values(code=entry.code, **values))
        elif any(getattr(before, name) != value for name, value in values.items()):
            _drop_empty(connection, [before.id], now)
            connection.execute(update(ShiftPattern).where(ShiftPattern.id == before.id).values(**values))
    gone = [row.id for code, row in known.items() if code not in {entry.code for entry in entries}]
    _drop_empty(connection, gone, now)
    retire = update(ShiftPattern).where(ShiftPattern.id.in_(gone), ShiftPattern.retired_at.is_(None))
    connection.execute(retire.values(retired_at=now))


def _drop_empty(connection: Connection, patterns: list[int], now: datetime) -> None:
    """Takes away coming shifts of changed patterns on which nobody ever stood; the others stay as people know them."""
    taken = select(SignUp.shift_id)
    coming = (Shift.pattern_id.in_(patterns), Shift.starts_at > now, Shift.id.not_in(taken))
    connection.execute(Shift.__table__.delete().where(*coming))  # type: ignore[attr-defined]
