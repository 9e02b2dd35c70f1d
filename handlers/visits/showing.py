"""走访计划: what is left of the month for who visits, and how all of them get on for who plans."""

from governance.days import month_of
from governance.permissions import PERMISSIONS, Act, may
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import area_of_terms, not_allowed
from handlers.tickets.parts import Worker, worker_of
from handlers.visits.commands import ShowVisits
from handlers.visits.outcomes import VisitsOverseen, VisitsShown
from handlers.visits.queries import by_cadre, left, lines_of
from storage.planned_visits import planned_at, planned_for

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
