"""What the clock does with the stars: plans each month's round, and takes each step of a round, one in a transaction."""

from governance.stars.round_dates import next_step_at
from handlers.context import Context
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.stars.areas import communities
from handlers.stars.round_steps import take_step
from handlers.stars.taking import plan_month, too_late_to_begin
from handlers.texts import jobs as words
from storage.stars.rounds import free_round, rounds_cleared, rounds_of, rounds_since, running_rounds


def _unplanned(ctx: Context) -> list[str]:
    """The communities that have no round of this month; one that never had any begins with the next where this is too late."""
    here = communities(ctx)
    known = rounds_since(ctx.uow, ctx.today.replace(day=1))
    ever = {each.place_id for each in known}
    missing = [community for community in here if community not in ever]
    if missing and too_late_to_begin(ctx):
        before = {each.place_id for each in rounds_of(ctx.uow, missing)}
        missing = [community for community in missing if community in before]
    return [str(community) for community in missing]


def _plan(ctx: Context, community: str) -> int:
    plan_month(ctx, int(community))
    return 0  # nobody has to know


def _due(ctx: Context) -> list[str]:
    """Rounds with a step to take, and announced ones of which an objection has been dismissed since."""
    running = [each for each in running_rounds(ctx.uow) if next_step_at(each.state, each.dates) <= ctx.now]
    return [str(each.id) for each in [*running, *rounds_cleared(ctx.uow)]]


def _step(ctx: Context, round_id: str) -> int:
    """The round is locked, so of two clocks one finds that it is done."""
    current = free_round(ctx.uow, int(round_id))
    return 0 if current is None else int(take_step(ctx, current))


JOBS: tuple[Job[JobTools], ...] = (
    Job("star_plan", *words.STAR_PLAN, Lane.TICKETS, _unplanned, in_transaction(_plan)),
    Job("star_rounds", *words.STAR_ROUNDS, Lane.TICKETS, _due, in_transaction(_step)),
)
