"""走访计划: what is left of the month for who visits, and how all of them get on for who plans."""

from collections import defaultdict
from collections.abc import Sequence

from governance.days import month_of
from governance.permissions import PERMISSIONS, Act, may
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import area_of_terms, not_allowed
from handlers.tickets.parts import Worker, worker_of
from handlers.visits.commands import ShowVisits
from handlers.visits.outcomes import CadreLine, Home, Left, PlannedLine, VisitsOverseen, VisitsShown
from storage.households import households
from storage.people import names_of
from storage.planned_visits import PlannedRow, planned_at, planned_for

MOST = 12


@executes(ShowVisits)
def show(_command: ShowVisits, ctx: Context) -> VisitsShown | VisitsOverseen:
    """One's own come first; who plans and visits nothing sees how those of their area stand."""
    worker = worker_of(ctx, ctx.person_id)
    if worker is None or not (may(Act.VISIT, worker.terms) or may(Act.PLAN_VISITS, worker.terms)):
        raise Refuse(not_allowed(ctx, Act.VISIT))
    month = month_of(ctx.today)
    own = planned_for(ctx.uow, month, worker.people)
    if own or not may(Act.PLAN_VISITS, worker.terms):
        return VisitsShown(month, left(own), lines_of(ctx, [row for row in own if row.settled_at is None][:MOST]))
    rows = planned_at(ctx.uow, month, area_planned(ctx, worker))
    return VisitsOverseen(month, left(rows), by_cadre(ctx, rows))


def area_planned(ctx: Context, worker: Worker) -> frozenset[int] | None:
    """The places whose visits the worker plans; None: all."""
    return area_of_terms(ctx, [term for term in worker.terms if term.role in PERMISSIONS[Act.PLAN_VISITS]])


def left(rows: Sequence[PlannedRow]) -> Left:
    """How many there are, and how many of them are made."""
    return Left(len(rows), sum(row.settled_at is not None for row in rows))


def lines_of(ctx: Context, rows: Sequence[PlannedRow]) -> tuple[PlannedLine, ...]:
    """As they are spoken of."""
    known = households(ctx.uow, [row.household_id for row in rows if row.household_id is not None])
    names = names_of(ctx.uow, sorted({person for row in rows for person in row.team.people}))
    return tuple(
        PlannedLine(
            Home(row.place_id, (known[row.household_id].room or "") if row.household_id in known else None), row.due_on,
            row.signs, row.tries, row.number, tuple(names.get(person, "") for person in row.team.people),
        )
        for row in rows
    )  # fmt: skip


def by_cadre(ctx: Context, rows: Sequence[PlannedRow]) -> tuple[CadreLine, ...]:
    """How each one's visits stand, by who leads the team: the cadre, else the liaison, else the grid worker."""
    theirs: dict[int, list[PlannedRow]] = defaultdict(list)
    for row in rows:
        first = next(iter(row.team.people), None)
        if first is not None:
            theirs[first].append(row)
    names = names_of(ctx.uow, list(theirs))
    return tuple(CadreLine(names.get(person, ""), left(found)) for person, found in sorted(theirs.items()))
