"""What the clock does with cases: a vote that is over is counted."""

from handlers.cases.running import count
from handlers.context import Context
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.texts import jobs as labels
from storage.cases import ballots_over


def _over(ctx: Context) -> list[str]:
    return [str(year) for year in ballots_over(ctx.uow, ctx.now)]


def _count(ctx: Context, year: str) -> int:
    return count(ctx, int(year))


JOBS: tuple[Job[JobTools], ...] = (Job("case_votes", *labels.CASE_VOTES, Lane.BRIEFS, _over, in_transaction(_count)),)
