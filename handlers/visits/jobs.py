"""What the clock does with visits: on the first of the month it plans them, community by community."""

from datetime import datetime

from governance.clock import local_day
from governance.periods import Daily
from handlers.context import Context
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.periodic import once_a_period
from handlers.texts import jobs as labels
from handlers.visits.looking_back import ask_of, looks_due
from handlers.visits.planning import communities_in, plan_month


def visit_round(ctx: Context, instant: datetime, community: int) -> int:
    """The month of a community."""
    return plan_month(ctx, local_day(instant, ctx.config.zone), community)


JOBS: tuple[Job[JobTools], ...] = (
    once_a_period("visit_round", *labels.VISIT_ROUND, Daily(8, 10, day=1), communities_in, visit_round),
    Job("year_looks", *labels.YEAR_LOOKS, Lane.BRIEFS, looks_due, in_transaction(ask_of)),
)
