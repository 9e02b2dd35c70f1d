"""What other systems read: how matters stand, never who; no place smaller than a courtyard."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from governance.connectors.standing import OF_STATE
from handlers.connectors.facts import place_shown
from handlers.context import Context
from storage.connectors.facts import TicketFacts, ticket_facts_after
from storage.duty.shifts import coming_between, filled
from storage.events import recent_events

BACK = timedelta(days=30)


def tickets_listed(ctx: Context, since: datetime | None, after: str, most: int) -> dict[str, Any]:
    """A page by number, and from where the next one goes on (null at the end)."""
    rows = ticket_facts_after(ctx.uow, since or ctx.now - BACK, after.upper(), most)
    return {"tickets": [_ticket(ctx, row) for row in rows], "next": rows[-1].number if len(rows) == most else None}


def ticket_listed(ctx: Context, number: str) -> dict[str, Any] | None:
    """One of them."""
    rows: Sequence[TicketFacts] = ticket_facts_after(ctx.uow, None, "", 1, number=number)
    return _ticket(ctx, rows[0]) if rows else None


def _ticket(ctx: Context, row: TicketFacts) -> dict[str, Any]:
    return {
        "number": row.number, "state": OF_STATE[row.state].value, "category": row.category, "urgency": row.urgency,
        "place": place_shown(ctx, row.place_id), "opened_at": _at(row.opened_at), "due_at": _at(row.due_at),
        "handled_at": _at(row.handled_at), "ended_at": _at(row.ended_at),
    }  # fmt: skip


def events_listed(ctx: Context, since: datetime | None) -> dict[str, Any]:
    """Events, the newest last."""
    rows = recent_events(ctx.uow, max(since or ctx.now - BACK, ctx.now - BACK))
    return {"events": [{"number": row.number, "kind": row.kind, "state": row.state} for row in rows]}


def duty_listed(ctx: Context) -> dict[str, Any]:
    """Shifts of the coming week."""
    rows = coming_between(ctx.uow, ctx.now, ctx.now + timedelta(days=7))
    full = filled(ctx.uow, [row.id for row in rows])
    shifts = [
        {
            "id": row.id, "starts_at": _at(row.shift.starts_at), "ends_at": _at(row.shift.ends_at),
            "place": place_shown(ctx, row.place_id), "capacity": row.shift.capacity, "taken": full[row.id].taken,
        }
        for row in rows
    ]  # fmt: skip
    return {"shifts": shifts}


def _at(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat(timespec="seconds")
