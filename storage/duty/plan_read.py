"""The duty plan that is in force, as its workbook would say it."""

from sqlalchemy import Connection, func, select

from governance.duty.patterns import Pattern
from governance.duty.plan_sheets import DutyPlan, PatternEntry, StationEntry
from governance.duty.stations import StationKind
from storage.models import Person, Place, Shift, ShiftPattern, SignUp, Station
from storage.unit_of_work import UnitOfWork


def present_plan(connection: Connection) -> DutyPlan:
    """The stations and patterns in use. Qualifications are only ever given: none are listed."""
    stations = connection.execute(
        select(Place.code, Station.kind, Person.code.label("lead"), Station.needs_code)
        .join(Place, Place.id == Station.place_id)
        .outerjoin(Person, Person.id == Station.lead_id)
        .where(Station.retired_at.is_(None))
        .order_by(Station.id)
    )
    patterns = connection.execute(
        select(ShiftPattern.__table__, Place.code.label("station"))
        .join(Station, Station.id == ShiftPattern.station_id)
        .join(Place, Place.id == Station.place_id)
        .where(ShiftPattern.retired_at.is_(None))
        .order_by(ShiftPattern.id)
    )
    return DutyPlan(
        tuple(StationEntry(row.code, StationKind(row.kind), row.lead, row.needs_code) for row in stations),
        tuple(
            PatternEntry(
                row.code, row.station,
                Pattern(
                    frozenset(int(digit) - 1 for digit in row.weekdays), row.start_minute, row.end_minute, row.on_holidays,
                    row.since, row.until,
                ),
                row.capacity, row.qualification,
            )
            for row in patterns
        ),
        (),
    )  # fmt: skip


def people_expected(uow: UnitOfWork, pattern: str, now: object) -> int:
    """How many stand on coming shifts of the pattern with this code: they keep them, whatever becomes of it."""
    statement = (
        select(func.count())
        .select_from(SignUp)
        .join(Shift, Shift.id == SignUp.shift_id)
        .join(ShiftPattern, ShiftPattern.id == Shift.pattern_id)
        .where(
            ShiftPattern.code == pattern, Shift.starts_at > now, Shift.cancelled_at.is_(None), SignUp.state == "signed"
        )
    )
    return int(uow.execute(statement).scalar_one())
