"""我的工单: what somebody has in hand, each with its time and the next step; then what else is open where they work."""

from collections.abc import Collection
from datetime import datetime

from governance.permissions import PERMISSIONS, Act, may
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move, Who, possible
from governance.tickets.sensitive import is_sensitive
from governance.tickets.urgency import Urgency
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.posts import area_of_terms
from handlers.reporting.commands import ShowArea, ShowProgress
from handlers.reporting.outcomes import OpenInArea, OwnReports
from handlers.things.queries import to_inspect
from handlers.tickets.commands import ShowMyTickets
from handlers.tickets.finding import open_in_my_area
from handlers.tickets.outcomes import Listed, MyTickets, ref
from handlers.tickets.parts import worker_of
from storage.brief_figures import open_count
from storage.deadlines import dues_of
from storage.work_tickets import WorkTicket, assigned_to

_NEXT = (Move.TAKE, Move.ARRIVE, Move.HANDLE)
_DUE = (
    DeadlineKind.TAKE,
    DeadlineKind.SURVEY,
    DeadlineKind.PLAN,
    DeadlineKind.CREW,
    DeadlineKind.CONTACT,
    DeadlineKind.HANDLE,
)
SHOWN, LEAST_OTHERS = 6, 2
Dues = dict[tuple[str, DeadlineKind], datetime]


@executes(ShowMyTickets)
def my_tickets(_command: ShowMyTickets, ctx: Context) -> MyTickets | OpenInArea | OwnReports:
    """To those who handle tickets theirs, to those who only look what is open there, to residents their own reports."""
    worker = worker_of(ctx, ctx.person_id)
    if worker is None or not may(Act.SEE, worker.terms):
        own: OwnReports = execute(ShowProgress(), ctx)
        return own
    if not may(Act.TAKE, worker.terms) and not may(Act.DISPATCH, worker.terms):
        area: OpenInArea = execute(ShowArea(), ctx)
        return area
    mine = assigned_to(ctx.uow, sorted(worker.people))
    others = [ticket for ticket in open_in_my_area(ctx, worker) if ticket.assignee_id not in worker.people]
    seen = [term for term in worker.terms if term.role in PERMISSIONS[Act.SEE]]
    others_count = open_count(ctx.uow, area_of_terms(ctx, seen), not_of=worker.people)
    dues = dues_of(ctx.uow, [ticket.number for ticket in (*mine, *others)])
    mine.sort(key=lambda ticket: (ticket.urgency != Urgency.HAZARD, _due(ticket, dues) or ctx.now))
    room = max(SHOWN - len(mine[:SHOWN]), LEAST_OTHERS)
    return MyTickets(
        tuple(_listed(ticket, dues, {Who.ASSIGNEE}) for ticket in mine[:SHOWN]), len(mine),
        tuple(_listed(ticket, dues, ()) for ticket in others[:room]), others_count,
        to_inspect(ctx, worker),
    )  # fmt: skip


def _listed(ticket: WorkTicket, dues: Dues, who: Collection[Who]) -> Listed:
    allowed = possible(ticket.state, who, ticket.urgency == Urgency.HAZARD, person=is_sensitive(ticket.category))
    step = next((move for move in _NEXT if move in allowed), None)
    return Listed(ref(ticket), ticket.state, ticket.urgency, _due(ticket, dues), step)


def _due(ticket: WorkTicket, dues: Dues) -> datetime | None:
    found = [dues[ticket.number, kind] for kind in _DUE if (ticket.number, kind) in dues]
    return min(found, default=None)
