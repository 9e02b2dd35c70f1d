"""All tickets as flat records, streamed: what `linli export tickets` writes."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select
from sqlalchemy.orm import aliased

from governance.days import end_of, start_of
from governance.tickets.deadlines import DeadlineKind
from storage.database import Database
from storage.models import Account, ConnectorLink, Deadline, Grid, GridPlace, Organisation, Person, Ticket, UnitTicket
from storage.ticket_counts import within
from understanding.masking import masked_person

FIELDS = (
    "number", "state", "channel", "category", "urgency", "place", "grid", "reporter", "summary", "opened_at", "due_at",
    "survey_due_at", "plan_due_at", "crew_due_at", "accepted_at", "dispatched_at", "handled_at", "verified_at",
    "closed_at", "assignee", "rating", "reopened", "merged_into", "unit",
    "platform",
)  # fmt: skip
"""The contract's fields in order; what a ticket does not have yet is null."""

_STEP = 1000
_DUE = {
    DeadlineKind.HANDLE.value: "due_at",
    DeadlineKind.SURVEY.value: "survey_due_at",
    DeadlineKind.PLAN.value: "plan_due_at",
    DeadlineKind.CREW.value: "crew_due_at",
}


_GRID = (
    select(Grid.code)
    .join(GridPlace, GridPlace.grid_id == Grid.id)
    .where(GridPlace.place_id == Ticket.place_id, Grid.kind == "comprehensive")
    .limit(1)
    .scalar_subquery()
    .label("grid")
)
_UNIT = (
    select(Organisation.name)
    .join(UnitTicket, UnitTicket.organisation_id == Organisation.id)
    .where(UnitTicket.number == Ticket.number)
    .scalar_subquery()
    .label("unit")
)
_PLATFORM = (
    select(ConnectorLink.platform)
    .where(ConnectorLink.ours == Ticket.number, ConnectorLink.kind == "ticket", ConnectorLink.theirs.is_not(None))
    .order_by(ConnectorLink.id)
    .limit(1)
    .scalar_subquery()
    .label("platform")
)


def records(
    database: Database, zone: ZoneInfo, first: date | None = None, last: date | None = None,
    places: Collection[int] | None = None, labels: Mapping[str, str] | None = None,
) -> Iterator[dict[str, Any]]:  # fmt: skip
    """Tickets opened from `first` to `last` (local days, both included), by number; instants as local ISO 8601 texts.

    `places`: only of what lies there; None: all, also what lies nowhere. `labels`: the names of other platforms.
    """
    assignee = aliased(Person)
    statement = (
        select(Ticket.__table__, Account.openid, Person.name, assignee.name.label("assignee"), _GRID, _UNIT, _PLATFORM)
        .join(Account, Account.id == Ticket.account_id, isouter=True)
        .join(Person, Person.id == Account.person_id, isouter=True)
        .join(assignee, assignee.id == Ticket.assignee_id, isouter=True)
        .where(*within(places))
        .order_by(Ticket.opened_at, Ticket.number)
    )
    if first is not None:
        statement = statement.where(Ticket.opened_at >= start_of(first, zone))
    if last is not None:
        statement = statement.where(Ticket.opened_at < end_of(last, zone))
    with database.read() as connection, database.read() as beside:
        rows = connection.execution_options(yield_per=_STEP).execute(statement)
        for some in rows.partitions(_STEP):
            dues = _dues(beside, [row.number for row in some])
            for row in some:
                yield _record(row, dues, zone, labels or {})


def _dues(connection: Connection, numbers: Sequence[str]) -> dict[tuple[str, str], datetime]:
    """When each promise is due; of several of a kind the last one counts, a dropped one never."""
    rows = connection.execute(
        select(Deadline.number, Deadline.kind, Deadline.due_at)
        .where(Deadline.number.in_(numbers), Deadline.kind.in_(_DUE), Deadline.dropped_at.is_(None))
        .order_by(Deadline.id)
    )
    return {(row.number, _DUE[row.kind]): row.due_at for row in rows}


def _record(
    row: Any, dues: dict[tuple[str, str], datetime], zone: ZoneInfo, labels: Mapping[str, str]
) -> dict[str, Any]:
    instants = {
        "opened_at": row.opened_at,
        "accepted_at": row.accepted_at,
        "dispatched_at": row.dispatched_at,
        "handled_at": row.handled_at,
        "verified_at": row.verified_at,
        "closed_at": row.ended_at if row.state == "closed" else None,
        **{name: dues.get((row.number, name)) for name in _DUE.values()},
    }
    known = {
        "number": row.number,
        "state": row.state,
        "channel": row.channel,
        "category": row.category,
        "urgency": row.urgency,
        "place": row.place_text,
        "grid": row.grid,
        "reporter": None if row.openid is None else masked_person(row.name, row.openid),
        "summary": row.summary,
        "assignee": row.assignee,
        "rating": row.score,
        "reopened": row.reopened,
        "merged_into": row.merged_into,
        "unit": row.unit,
        "platform": labels.get(row.platform, row.platform),
        **{name: at and at.astimezone(zone).isoformat(timespec="seconds") for name, at in instants.items()},
    }
    return {field: known.get(field) for field in FIELDS}
