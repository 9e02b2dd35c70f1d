"""What the clock does with tickets: new ones get their owner, deadlines their stages, seasons their check lists; dangers apart."""

from collections.abc import Callable

from handlers.context import Context
from handlers.jobs import Due, Job, JobTools, Lane, in_transaction
from handlers.texts import jobs as words
from handlers.tickets.dispatching import dispatch
from handlers.tickets.prevention import AT, PREVENTION, check_lists_due, open_check_list
from handlers.tickets.stages import do_stages
from storage.deadlines import numbers_due
from storage.job_failures import not_held_back
from storage.models import Deadline, Ticket
from storage.origin import following
from storage.traces import trace_of_ticket
from storage.work_tickets import free_ticket, numbers_undispatched

MOST = 200
"""Items that one look brings; what is left comes with the next."""


def _to_dispatch(job: str, danger: bool) -> Due:
    def due(ctx: Context) -> list[str]:
        return numbers_undispatched(ctx.uow, danger, not_held_back(job, Ticket.number, ctx.now), MOST)

    return due


def _with_stage_due(job: str, danger: bool) -> Due:
    def due(ctx: Context) -> list[str]:
        return numbers_due(ctx.uow, ctx.now, danger, not_held_back(job, Deadline.number, ctx.now), MOST)

    return due


def _dispatch(ctx: Context, number: str) -> int:
    ticket = free_ticket(ctx.uow, number, undispatched=True)
    if ticket is None:
        return 0
    with following(trace_of_ticket(ctx.uow, number)):
        dispatch(ctx, ticket)
    return 1


def _stages(ctx: Context, number: str) -> int:
    ticket = free_ticket(ctx.uow, number)
    if ticket is None:
        return 0
    with following(trace_of_ticket(ctx.uow, number)):
        return int(do_stages(ctx, ticket) > 0)


def _job(
    name: str,
    said: tuple[str, str],
    danger: bool,
    due: Callable[[str, bool], Due],
    handle: Callable[[Context, str], int],
) -> Job[JobTools]:
    lane = Lane.DANGERS if danger else Lane.TICKETS
    return Job(name, *said, lane, due(name, danger), in_transaction(handle))


JOBS: tuple[Job[JobTools], ...] = (
    _job("hazard_dispatch", words.HAZARD_DISPATCH, True, _to_dispatch, _dispatch),
    _job("hazard_deadlines", words.HAZARD_DEADLINES, True, _with_stage_due, _stages),
    Job(PREVENTION, *words.PREVENTION, Lane.TICKETS, check_lists_due, in_transaction(open_check_list), AT),
    _job("dispatch", words.DISPATCH, False, _to_dispatch, _dispatch),
    _job("deadlines", words.DEADLINES, False, _with_stage_due, _stages),
)
