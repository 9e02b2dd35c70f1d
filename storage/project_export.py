"""All projects as flat records: what the office gives out as a file."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from governance.clock import local_day
from governance.days import end_of, start_of
from storage.database import Database
from storage.project_milestones import milestones_of
from storage.projects import holders_of_projects, projects_opened
from storage.unit_of_work import UnitOfWork

FIELDS = (
    "number", "title", "state", "place_id", "units", "shares", "until", "ticket", "resolution", "opened_at", "proved_at",
    "ended_at", "steps", "steps_proved", "steps_late",
)  # fmt: skip


def project_records(
    database: Database,
    zone: ZoneInfo,
    first: date | None,
    last: date | None,
    places: Collection[int] | None,
    today: date,
) -> Iterator[dict[str, Any]]:
    """Projects opened from `first` to `last` (local days, both included) at these places, None: at all; instants in ISO 8601."""
    begin = None if first is None else start_of(first, zone)
    end = None if last is None else end_of(last, zone)
    with database.read() as connection:
        uow = UnitOfWork(connection)
        found = [row for row in projects_opened(uow, begin, end) if places is None or row.place_id in places]
        holders = holders_of_projects(uow, [row.id for row in found])
        parts = milestones_of(uow, [row.id for row in found])
    for row in found:
        mine = [each for each in parts if each.project_id == row.id and each.dropped_at is None]
        late = [
            each
            for each in mine
            if each.due_on < (today if each.proved_at is None else local_day(each.proved_at, zone))
        ]
        at = {name: getattr(row, name) for name in ("opened_at", "proved_at", "ended_at")}
        yield {
            "number": row.id, "title": row.title, "state": row.state.value, "place_id": row.place_id,
            "units": "、".join(holder.name for holder in holders[row.id]), "shares": row.shares,
            "until": None if row.until is None else row.until.isoformat(), "ticket": row.ticket_number,
            "resolution": row.resolution_id,
            **{name: None if value is None else value.astimezone(zone).isoformat() for name, value in at.items()},
            "steps": len(mine), "steps_proved": sum(each.proved_at is not None for each in mine), "steps_late": len(late),
        }  # fmt: skip
