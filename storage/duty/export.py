"""Check-ins, shifts and hours as flat records: what `linli export` and `linli duty hours` write. Names are masked."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import String, cast, func, literal, select
from sqlalchemy.orm import aliased

from storage.database import Database
from storage.models import Campaign, CheckIn, Person, Place, ServiceHours, Shift, SignUp, Station
from understanding.masking import masked_name

CHECK_INS = ("day", "kind", "person", "name", "place", "method", "distance_m", "by", "note", "ticket", "at")
SHIFTS = (
    "shift", "day", "starts_at", "ends_at", "place", "campaign", "person", "name", "state", "via", "came_at", "left_at", "late",
    "early", "minutes",
)  # fmt: skip
_GONE = ("cancelled", "swapped")
"""Who is on the shift no more."""
HOURS = ("person", "name", "unit", "shift", "campaign", "patrol", "correction", "minutes")


def check_ins(database: Database, zone: ZoneInfo, first: date | None, last: date | None) -> Iterator[dict[str, Any]]:
    """Check-ins and patrols from `first` to `last`, both included, the oldest first."""
    by = aliased(Person)
    statement = (
        select(CheckIn.__table__, Person.code, Person.name, Place.code.label("place"), by.code.label("by"))
        .join(Person, Person.id == CheckIn.person_id)
        .join(Place, Place.id == CheckIn.place_id)
        .join(by, by.id == CheckIn.by_id, isouter=True)
        .where(*_between(CheckIn.day, first, last))
        .order_by(CheckIn.day, CheckIn.id)
    )
    with database.read() as connection:
        for row in connection.execute(statement):
            yield {
                "day": row.day.isoformat(), "kind": row.kind, "person": row.code, "name": masked_name(row.name or ""),
                "place": row.place, "method": row.method, "distance_m": row.distance_m, "by": row.by, "note": row.note,
                "ticket": row.number, "at": _local(row.at, zone),
            }  # fmt: skip


def shifts(database: Database, zone: ZoneInfo, first: date | None, last: date | None) -> Iterator[dict[str, Any]]:
    """A record a person on a shift; a shift with nobody has one without a person. Minutes: what the ledger says of it."""
    minutes = (
        select(func.sum(ServiceHours.minutes))
        .where(ServiceHours.source_key.like(literal("shift:").concat(cast(SignUp.id, String)).concat(":%")))
        .correlate(SignUp)
        .scalar_subquery()
    )
    statement = (
        select(
            Shift.id, Shift.day, Shift.starts_at, Shift.ends_at, Shift.cancelled_at, Place.code.label("place"), Campaign.title,
            Person.code, Person.name, SignUp.state, SignUp.via, SignUp.came_at, SignUp.left_at, SignUp.late, SignUp.early,
            minutes.label("minutes"),
        )
        .join(Station, Station.id == Shift.station_id, isouter=True)
        .join(Campaign, Campaign.id == Shift.campaign_id, isouter=True)
        .join(Place, Place.id == func.coalesce(Station.place_id, Campaign.place_id))
        .join(SignUp, (SignUp.shift_id == Shift.id) & SignUp.state.not_in(_GONE), isouter=True)
        .join(Person, Person.id == SignUp.person_id, isouter=True)
        .where(*_between(Shift.day, first, last))
        .order_by(Shift.starts_at, Shift.id, SignUp.id)
    )  # fmt: skip
    with database.read() as connection:
        for row in connection.execute(statement):
            state = row.state or ("cancelled" if row.cancelled_at else None)
            yield {
                "shift": row.id, "day": row.day.isoformat(), "starts_at": _local(row.starts_at, zone),
                "ends_at": _local(row.ends_at, zone), "place": row.place, "campaign": row.title, "person": row.code,
                "name": masked_name(row.name) if row.name else None, "state": state, "via": row.via,
                "came_at": _local(row.came_at, zone), "left_at": _local(row.left_at, zone), "late": row.late,
                "early": row.early, "minutes": None if row.minutes is None else int(row.minutes),
            }  # fmt: skip


def hours(database: Database, first: date, last: date) -> list[dict[str, Any]]:
    """The minutes of each person by source, who has most first. Full names: it is the office's own table."""
    statement = (
        select(
            Person.code, Person.name, Person.unit, ServiceHours.source, func.sum(ServiceHours.minutes).label("minutes")
        )
        .join(Person, Person.id == ServiceHours.person_id)
        .where(*_between(ServiceHours.day, first, last))
        .group_by(Person.id, Person.code, Person.name, Person.unit, ServiceHours.source)
    )
    found: dict[str, dict[str, Any]] = {}
    with database.read() as connection:
        for row in connection.execute(statement):
            record = found.setdefault(
                row.code, {**dict.fromkeys(HOURS, 0), "person": row.code, "name": row.name, "unit": row.unit}
            )
            record[row.source] = int(row.minutes)
            record["minutes"] += int(row.minutes)
    return sorted(found.values(), key=lambda record: (-record["minutes"], record["person"]))


def _between(column: Any, first: date | None, last: date | None) -> list[Any]:
    return [*([column >= first] if first else []), *([column <= last] if last else [])]


def _local(at: datetime | None, zone: ZoneInfo) -> str | None:
    return None if at is None else at.astimezone(zone).isoformat(timespec="seconds")
