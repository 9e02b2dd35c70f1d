"""All tickets as flat records, streamed: what `linli export tickets` writes."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from storage.database import Database
from storage.models import Account, Grid, GridPlace, Person, Ticket

FIELDS = (
    "number", "state", "channel", "category", "urgency", "place", "grid", "reporter", "summary", "opened_at", "due_at",
    "survey_due_at", "plan_due_at", "crew_due_at", "accepted_at", "dispatched_at", "handled_at", "verified_at",
    "closed_at", "assignee", "rating", "reopened", "merged_into",
)  # fmt: skip
"""The contract's fields in order; what a ticket does not have yet is null."""

_STEP = 1000


def records(
    database: Database, zone: ZoneInfo, first: date | None = None, last: date | None = None
) -> Iterator[dict[str, Any]]:
    """Tickets opened from `first` to `last` (local days, both included), by number; instants as local ISO 8601 texts."""
    grid = (
        select(Grid.code)
        .join(GridPlace, GridPlace.grid_id == Grid.id)
        .where(GridPlace.place_id == Ticket.place_id, Grid.kind == "comprehensive")
        .limit(1)
        .scalar_subquery()
    )
    statement = (
        select(Ticket, Account.openid, Person.name, grid.label("grid"))
        .join(Account, Account.id == Ticket.account_id)
        .join(Person, Person.id == Account.person_id, isouter=True)
        .order_by(Ticket.opened_at, Ticket.number)
    )
    if first is not None:
        statement = statement.where(Ticket.opened_at >= datetime.combine(first, time(), zone))
    if last is not None:
        statement = statement.where(Ticket.opened_at < datetime.combine(last + timedelta(days=1), time(), zone))
    with database.read() as connection:
        for row in connection.execution_options(yield_per=_STEP).execute(statement):
            yield _record(row, zone)


def _record(row: Any, zone: ZoneInfo) -> dict[str, Any]:
    known = {
        "number": row.number,
        "state": row.state,
        "channel": row.channel,
        "category": row.category,
        "urgency": row.urgency,
        "place": row.place_text,
        "grid": row.grid,
        "reporter": masked(row.name, row.openid),
        "summary": row.summary,
        "opened_at": row.opened_at.astimezone(zone).isoformat(timespec="seconds"),
    }
    return {field: known.get(field) for field in FIELDS}


def masked(name: str | None, openid: str) -> str:
    """A person as lists show them: 张**; someone unknown by the last four of their WeChat id."""
    return masked_name(name) if name else f"wechat:…{openid[-4:]}"


def masked_name(name: str) -> str:
    """张三丰 as 张**."""
    return name[:1] + "*" * max(len(name) - 1, 1)


def masked_phone(phone: str | None) -> str:
    """13800000000 as 138****0000; empty for none."""
    return "" if phone is None else phone[:3] + "*" * max(len(phone) - 7, 1) + phone[-4:]
