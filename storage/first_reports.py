"""The oldest open report of a place and category, asked once for a whole batch of new ones: in a storm nearly each finds one."""

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, text

from governance.tickets.duplicates import Matter
from governance.tickets.lifecycle import UNHANDLED
from storage.columns import UtcDateTime
from storage.unit_of_work import UnitOfWork
from storage.work_tickets import TICKET_COLUMNS, WorkTicket, alike, as_work_tickets

PlaceAndCategory = tuple[int, str]
"""A place and a category."""


@dataclass(frozen=True)
class First:
    """The oldest open report of a kind when the batch began, and the accounts that have filed one in it."""

    ticket: WorkTicket | None
    filed_by: set[int | None] = field(default_factory=set)


_STATES = ", ".join(sorted(f"'{state.value}'" for state in UNHANDLED))
_OLDEST = (
    f"FROM tickets WHERE place_id = asked.place AND category = asked.category AND ended_at IS NULL AND state IN ({_STATES})"
    " AND opened_at >= :since ORDER BY opened_at, number LIMIT 1"
)
_COLUMNS = ", ".join(f"first.{column.name}" for column in TICKET_COLUMNS)


def _statement(words: str) -> Any:
    return text(words).bindparams(bindparam("since", type_=UtcDateTime())).columns(*TICKET_COLUMNS)


_POSTGRESQL = _statement(
    f"SELECT {_COLUMNS} FROM unnest(CAST(:places AS integer[]), CAST(:categories AS text[])) AS asked(place, category)"
    f" CROSS JOIN LATERAL (SELECT * {_OLDEST}) AS first"
)
_SQLITE = _statement(
    f"SELECT {_COLUMNS} FROM (SELECT value ->> 0 AS place, value ->> 1 AS category FROM json_each(:asked)) AS asked"
    f" CROSS JOIN tickets AS first ON first.number = (SELECT number {_OLDEST})"
)


def read_first_reports(uow: UnitOfWork, kinds: Collection[PlaceAndCategory], since: datetime) -> None:
    """Reads for each of these kinds the oldest unhandled report since then; `first_alike` finds it without asking again."""
    asked = sorted(set(kinds))
    if not asked:
        return
    if uow.dialect_name == "postgresql":
        columns: dict[str, Any] = {"places": [place for place, _ in asked], "categories": [each for _, each in asked]}
        rows = uow.execute(_POSTGRESQL, {**columns, "since": since})
    else:
        rows = uow.execute(_SQLITE, {"asked": json.dumps(asked), "since": since})
    found = {(each.place_id, each.category): each for each in as_work_tickets(rows)}
    uow.read_ahead |= {kind: First(found.get(kind)) for kind in asked}


def first_alike(uow: UnitOfWork, new: Matter, since: datetime, not_of: int) -> WorkTicket | None:
    """The oldest unhandled report of this category and place since then that is not of the account `not_of`."""
    first: First | None = uow.read_ahead.get((new.place_id, new.category))
    if first is not None and first.ticket is not None and first.ticket.account_id != not_of:
        return first.ticket
    if first is not None and first.ticket is None and first.filed_by <= {not_of}:
        return None
    return next(iter(alike(uow, new, since, 1, not_of)), None)
