"""网格一张表: one grid on one page, and as its ledger."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from governance.alliance.kinds import OrganisationKind
from governance.alliance.texts import ORGANISATION_KIND
from governance.permissions import Act
from governance.places import PlaceKind
from governance.roles import Role
from governance.texts import PLACE_KIND, ROLE
from governance.things.risks import RISK, Risk, risk_due
from governance.things.texts import KIND
from governance.tickets.sensitive import kept_from
from handlers.context import Context
from handlers.office.privacy import veil
from handlers.office.staff import Staff, may_here, places_of
from handlers.office.things_texts import GROUP, LEDGER, SECTION
from storage.brief_figures import open_count
from storage.grid_page import (
    GridRow,
    all_grids,
    branches_on,
    grid_row,
    households_at,
    people_by_role,
    places_by_kind,
    residents_at,
    risks_in,
    units_in,
)
from storage.people import names_of
from storage.serving import grids_with_places, places_of_grids
from storage.thing_inspections import Coverage, coverage
from storage.tickets import PlacedTicket, newest_open
from understanding.masking import masked_name

WORKERS = (Role.GRID_HEAD, Role.GRID_WORKER, Role.PART_TIME_GRID_WORKER, Role.BUILDING_LEADER)
MOST_TICKETS = 20
SINCE = timedelta(days=365)


@dataclass(frozen=True)
class RiskLine:
    """A danger of a unit, and by when it is to be looked at."""

    unit: str
    kind: str
    looked_on: date | None
    due: date
    late: bool


@dataclass(frozen=True)
class GridPage:
    """One grid. `people`: groups with how many; `workers`: role and name of those who work there, masked as the reader may see."""

    row: GridRow
    community: str
    people: list[tuple[str, int]]
    workers: list[tuple[str, str]]
    places: list[tuple[str, int]]
    things: list[Coverage]
    units: list[tuple[str, str]]
    risks: list[RiskLine]
    tickets: list[PlacedTicket]
    open: int
    branches: list[str]


def grids_for(ctx: Context, staff: Staff) -> list[GridRow]:
    """The grids of the reader's places."""
    places, own = places_of(ctx, staff), grids_with_places(ctx.uow)
    return [each for each in all_grids(ctx.uow) if places is None or set(own.get(each.id, ())) & places]


def grid_page(ctx: Context, staff: Staff, grid_id: int) -> GridPage | None:
    """None where there is none that they may see."""
    row, places = grid_row(ctx.uow, grid_id), places_of_grids(ctx.uow, [grid_id])
    if row is None or not any(may_here(ctx, staff, Act.SEE, place) for place in places[:1]):
        return None
    held = people_by_role(ctx.uow, grid_id, places, ctx.now)
    around = sorted({each for place in places[:1] for each in ctx.places.line_of(place)} | set(places))
    shown = veil(ctx)
    tickets = newest_open(ctx.uow, places, MOST_TICKETS, kept_from(staff.terms))
    return GridPage(
        row, ctx.places.full_name(row.community_id) if row.community_id in ctx.places.nodes else "",
        _people(ctx, held, places), _workers(ctx, held),
        [(PLACE_KIND[PlaceKind(kind)], count) for kind, count in sorted(places_by_kind(ctx.uow, places).items())],
        coverage(ctx.uow, [grid_id], ctx.today, ctx.today - SINCE),
        [(name, ORGANISATION_KIND[OrganisationKind(kind)]) for name, kind in units_in(ctx.uow, around)],
        _risks(ctx, grid_id), [replace(each, summary=shown.words(each.summary)) for each in tickets], open_count(ctx.uow, places),
        list(dict.fromkeys(filter(None, [row.branch, *branches_on(ctx.uow, grid_id)]))),
    )  # fmt: skip


def ledger_of(found: GridPage) -> Iterator[dict[str, Any]]:
    """The page as rows: section, what, how many, and the rest in words."""
    for group, count in found.people:
        yield _row("people", group, count)
    for role, name in found.workers:
        yield _row("workers", role, 1, name)
    for kind, count in found.places:
        yield _row("places", kind, count)
    for row in found.things:
        said = GROUP["looked"].format(done=row.done, open=row.open, late=row.late)
        yield _row("things", KIND[row.kind], row.things, said)
    for unit, kind in found.units:
        yield _row("units", unit, 1, kind)
    for risk in found.risks:
        late = GROUP["late"] if risk.late else ""
        yield _row("risks", risk.unit, 1, f"{risk.kind} {risk.due}{late}")
    yield _row("tickets", GROUP["open"], found.open)
    for branch in found.branches:
        yield _row("branches", branch, 1)


def _row(section: str, what: str, count: int, more: str = "") -> dict[str, Any]:
    return dict(zip(LEDGER, (SECTION[section], what, count, more), strict=True))


def _people(ctx: Context, held: dict[str, list[int]], places: list[int]) -> list[tuple[str, int]]:
    known, kept = households_at(ctx.uow, places)
    groups = [(GROUP["residents"], residents_at(ctx.uow, places)), (GROUP["households"], known), (GROUP["kept"], kept)]
    return groups + [(ROLE[Role(role)], len(people)) for role, people in sorted(held.items())]


def _workers(ctx: Context, held: dict[str, list[int]]) -> list[tuple[str, str]]:
    """Who serves in public by name; building leaders, who are neighbours, masked."""
    wanted = [(role, person) for role in WORKERS for person in held.get(role.value, ())]
    names = names_of(ctx.uow, [person for _, person in wanted])
    return [
        (ROLE[role], masked_name(name) if role is Role.BUILDING_LEADER else name)
        for role, person in wanted
        if (name := names.get(person))
    ]


def _risks(ctx: Context, grid_id: int) -> list[RiskLine]:
    lines = []
    for row in risks_in(ctx.uow, grid_id):
        due = risk_due(row.looked_on, row.months, ctx.today)
        lines.append(RiskLine(row.unit, RISK[Risk(row.kind)], row.looked_on, due, due < ctx.today))
    return sorted(lines, key=lambda line: (line.due, line.unit))
