"""The register of things at the back office: coverage by grid, one thing with its history, what looks like a double."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from governance.permissions import Act
from governance.things.likeness import Candidate, doubles
from governance.tickets.states import TicketState
from handlers.context import Context
from handlers.office.privacy import veil
from handlers.office.staff import Staff, may_here, places_of
from handlers.things.finding import keeper_in_full, keeper_of, known_thing, things_said
from handlers.things.seen import ThingSeen
from handlers.things.words import called
from storage.audit import AuditEntry, note_by
from storage.grid_page import all_grids
from storage.people import names_of
from storage.serving import grids_with_places
from storage.thing_inspections import Area, Coverage, InspectionRow, coverage, inspections_of, open_inspections
from storage.things import (
    Failure,
    ThingRow,
    ThingSpot,
    apart_already,
    failures_of,
    spots_within,
    thing,
    thing_of_ticket,
)
from understanding.building_name import canonical

MOST_LATE, MOST_PAIRS, MOST_CHOICES = 50, 30, 6
SINCE = timedelta(days=365)


@dataclass(frozen=True)
class GridCoverage:
    """A grid's things by kind. `id` None: what lies in no grid."""

    id: int | None
    name: str
    rows: list[Coverage]

    @property
    def sums(self) -> tuple[int, int, int, int]:
        """Things, looked at, to be looked at, late."""
        return (
            sum(row.things for row in self.rows), sum(row.done for row in self.rows), sum(row.open for row in self.rows),
            sum(row.late for row in self.rows),
        )  # fmt: skip


@dataclass(frozen=True)
class ThingLine:
    """A thing in a list."""

    id: int
    words: str
    due: date | None = None


@dataclass(frozen=True)
class ThingsPage:
    """What the reader sees of the register."""

    grids: list[GridCoverage]
    late: list[ThingLine]


@dataclass(frozen=True)
class ThingPage:
    """One thing, people masked. `who`: who looked at it, by the inspection's id; `calls`: its keeper may be read in full."""

    row: ThingRow
    words: str
    place: str
    keeper: str
    failures: list[Failure]
    inspections: list[InspectionRow]
    who: dict[int, str]
    calls: bool


@dataclass(frozen=True)
class TicketThing:
    """What a ticket is about, or what it may be about. `before`: how the thing failed before."""

    row: ThingRow | None
    words: str
    keeper: str
    count: int
    before: list[Failure]
    choices: list[tuple[str, str]]


def things_for(ctx: Context, staff: Staff) -> ThingsPage:
    """The grids of the reader's places."""
    places = places_of(ctx, staff)
    grids = {each.id: each.name for each in all_grids(ctx.uow)}
    mine = None if places is None else _grids_at(ctx, places)
    found: dict[int | None, list[Coverage]] = {}
    for row in coverage(ctx.uow, mine, ctx.today, ctx.today - SINCE):
        found.setdefault(row.grid_id, []).append(row)
    area = Area(everywhere=True) if mine is None else Area(grids=frozenset(mine))
    late = [each for each in open_inspections(ctx.uow, area, MOST_LATE) if each.due_on < ctx.today]
    lines = [(known_thing(ctx, each.thing_id), each.due_on) for each in late]
    shown = [GridCoverage(grid, grids.get(grid or 0, ""), rows) for grid, rows in found.items()]
    return ThingsPage(
        sorted(shown, key=lambda each: (each.id is None, each.name)),
        [ThingLine(row.id, _words(ctx, row), due) for row, due in lines if row is not None],
    )  # fmt: skip


def thing_page(ctx: Context, staff: Staff, thing_id: int) -> ThingPage | None:
    """None where there is none that they may see."""
    row = thing(ctx.uow, thing_id)
    if row is None or not may_here(ctx, staff, Act.SEE, row.place_id):
        return None
    looked = inspections_of(ctx.uow, row.id)
    names = names_of(ctx.uow, sorted({each.done_by for each in looked if each.done_by is not None}))
    shown = veil(ctx)
    return ThingPage(
        row, _words(ctx, row), ctx.places.full_name(row.place_id) if row.place_id in ctx.places.nodes else "",
        keeper_of(ctx, row), _veiled(ctx, failures_of(ctx.uow, row.id, ctx.now - SINCE)),
        [replace(each, note=shown.words(each.note)) if each.note else each for each in looked],
        {each.id: shown.words(names.get(each.done_by or 0) or "") for each in looked},
        bool(keeper_of(ctx, row)) and may_here(ctx, staff, Act.KEEP_THINGS, row.place_id),
    )  # fmt: skip


def keeper_read(ctx: Context, staff: Staff, thing_id: int) -> str | None:
    """Who keeps a thing, in full, to who keeps things there; None for others. Each look leaves a trace."""
    row = thing(ctx.uow, thing_id)
    if row is None or not may_here(ctx, staff, Act.KEEP_THINGS, row.place_id):
        return None
    note_by(ctx.uow, staff.actor, AuditEntry("thing.keeper", f"thing:{row.code}"), ctx.now)
    return keeper_in_full(ctx, row)


def ticket_thing(ctx: Context, number: str, text: str, place_id: int | None, *, ended: bool) -> TicketThing | None:
    """For a ticket's page: its thing with what is known of it; where it has none, those that it may be about."""
    if not ctx.book.has_things(ctx.uow):
        return None
    row = thing_of_ticket(ctx.uow, number)
    if row is None:
        near = [] if ended else things_said(ctx, text, place_id)[:MOST_CHOICES]
        return TicketThing(None, "", "", 0, [], [(each.code, _words(ctx, each)) for each in near])
    failures = failures_of(ctx.uow, row.id, ctx.now - SINCE)
    before = _veiled(ctx, [each for each in failures if each.number != number])
    return TicketThing(row, _words(ctx, row), keeper_of(ctx, row), len(failures), before[:5], [])


def _veiled(ctx: Context, failures: list[Failure]) -> list[Failure]:
    shown = veil(ctx)
    return [
        Failure(each.number, shown.words(each.summary), TicketState(each.state), each.opened_at) for each in failures
    ]


def _grids_at(ctx: Context, places: Collection[int]) -> frozenset[int]:
    inside = frozenset(places)
    return frozenset(grid for grid, own in grids_with_places(ctx.uow).items() if inside & set(own))


def doubles_for(ctx: Context, staff: Staff) -> list[tuple[ThingLine, ThingLine, str, str]]:
    """What looks like a double where the reader keeps things; with the numbers of both."""
    places = places_of(ctx, staff, Act.KEEP_THINGS)
    rows = {row.id: row for row in spots_within(ctx.uow, None if places is None else _grids_at(ctx, places))}
    candidates = [
        Candidate(row.id, row.kind, row.place_id, canonical(row.spot), row.lat, row.lon) for row in rows.values()
    ]
    found = doubles(candidates, apart_already(ctx.uow))[:MOST_PAIRS]
    return [(_line(ctx, rows[one]), _line(ctx, rows[two]), rows[one].code, rows[two].code) for one, two in found]


def _line(ctx: Context, row: ThingSpot) -> ThingLine:
    return ThingLine(row.id, called(ThingSeen(row.code, row.kind, row.spot, row.place_id), ctx.here))


def _words(ctx: Context, row: ThingRow) -> str:
    return called(ThingSeen(row.code, row.kind, row.spot, row.place_id), ctx.here)
