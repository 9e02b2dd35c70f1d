"""What other systems are told of our matters: no word of a reporter's, and no place smaller than a courtyard."""

from datetime import timedelta
from typing import Any

from governance.connectors.mapping import Gives, Kind, Platform
from governance.connectors.standing import Standing
from governance.tickets.lifecycle import Move
from governance.tickets.satisfaction import ClosedAs
from handlers.connectors.words import FOUND, VOIDED_HERE
from handlers.context import Context
from storage.connectors.facts import event_row, result_of, ticket_row
from storage.connectors.findings import finding
from storage.connectors.links import SHIFT, Linked, queued_by_ours
from storage.duty.shifts import coming_between, filled, shift_by_id
from storage.kept_words import masked_words

AHEAD = timedelta(days=7)


def ticket_facts(ctx: Context, link: Linked, standing: Standing) -> dict[str, Any]:
    """How a ticket stands; to the platform that brought it also what was done."""
    row = ticket_row(ctx.uow, link.ours)
    assert row is not None
    void = row.closed_as == ClosedAs.VOIDED and standing is Standing.CLOSED
    note = _note(ctx, link, void=void)
    platform = ctx.config.platforms.get(link.platform)
    tells = platform is not None and Gives.FINDINGS in platform.gives and link.theirs is None
    place = place_shown(ctx, row.place_id)
    return (finding_facts(ctx, link.ours, row.category, place) if tells else {}) | {
        "kind": "danger" if row.urgency == "hazard" else "ticket",
        "number": link.ours,
        "state": standing.value,
        "category": row.category,
        "urgency": row.urgency,
        "place": place,
        "opened_at": row.opened_at.isoformat(timespec="seconds"),
        "due": None if row.handle_due is None else row.handle_due.isoformat(timespec="seconds"),
        "note": None if note is None else masked_words(note, ctx.names),
        **({"void": True} if void else {}),
        **_as_it_came(link, row.category, platform),
    }


def is_void(ctx: Context, number: str) -> bool:
    """Whether a ticket was declared void."""
    row = ticket_row(ctx.uow, number)
    return row is not None and row.closed_as == ClosedAs.VOIDED


def _note(ctx: Context, link: Linked, *, void: bool) -> str | None:
    """What was done, or why it is void; of a void one whoever was told of it hears that also where it is ours."""
    if void:
        return VOIDED_HERE.format(note=result_of(ctx.uow, link.ours, (Move.VOID.value,)) or "").rstrip("：")
    return result_of(ctx.uow, link.ours) if link.theirs is not None else None


def _as_it_came(link: Linked, category: str | None, platform: Platform | None) -> dict[str, Any]:
    """Their version, and their own code of the category as long as it is read as what the ticket is now."""
    record = None if platform is None else platform.record(Kind.REPORT)
    read = {} if record is None else record.codes.get("category", {})
    same = link.their_category and read.get(link.their_category, category) == category
    named = {"their_version": link.their_version, "their_category": link.their_category if same else ""}
    return {name: value for name, value in named.items() if value}


def finding_facts(ctx: Context, number: str, category: str | None, place: str | None) -> dict[str, Any]:
    """What it is, for who deals with it: in our own people's words; of what others report only the kind and the courtyard."""
    found = finding(ctx.uow, number)
    if found is None:
        return {}
    kind = ctx.config.category(category)
    told = "" if kind is None else kind.name
    reported = FOUND.format(kind=told, place=place) if place else told
    text = masked_words(found.summary, ctx.names) if found.own else reported
    return {"text": text, "lat": found.lat, "lon": found.lon}


def event_facts(ctx: Context, number: str) -> dict[str, Any] | None:
    """How an event stands."""
    row = event_row(ctx.uow, number)
    if row is None:
        return None
    estimate = None if row.estimate_at is None else row.estimate_at.isoformat(timespec="seconds")
    return {"kind": "event", "number": number, "state": row.state, "category": row.kind, "estimate": estimate}


def place_shown(ctx: Context, place_id: int | None) -> str | None:
    """The courtyard that a place lies in, or what is larger."""
    line = [] if place_id is None else ctx.places.line_of(place_id)
    nodes = ctx.places.nodes
    outer = next((place for place in line if nodes[place].kind not in ("building", "unit")), None)
    return None if outer is None else nodes[outer].name


def shifts_moved(ctx: Context, platform: str) -> list[str]:
    """Shifts of the coming days of which a platform has not heard how many are on them."""
    rows = coming_between(ctx.uow, ctx.now, ctx.now + AHEAD)
    full = filled(ctx.uow, [row.id for row in rows])
    known = queued_by_ours(ctx.uow, platform, SHIFT, [str(row.id) for row in rows])
    return [str(row.id) for row in rows if known.get(str(row.id)) != _on(full[row.id].taken, row.shift.capacity)]


def shift_facts(ctx: Context, shift: int) -> dict[str, Any] | None:
    """How many are on a shift; no names."""
    row = shift_by_id(ctx.uow, shift)
    if row is None:
        return None
    taken = filled(ctx.uow, [shift])[shift].taken
    return {
        "kind": "shift", "number": str(shift), "state": _on(taken, row.shift.capacity), "place": place_shown(ctx, row.place_id),
        "starts_at": row.shift.starts_at.isoformat(timespec="seconds"),
        "ends_at": row.shift.ends_at.isoformat(timespec="seconds"), "taken": taken, "capacity": row.shift.capacity,
    }  # fmt: skip


def _on(taken: int, capacity: int) -> str:
    return f"{taken}/{capacity}"
