"""Jobs that are done once a day, week or month, part by part (a community, a grid): a row each, caught up after a stop."""

from collections.abc import Callable, Sequence
from datetime import datetime

from governance.periods import Daily, instant_of, owed, period_of
from handlers.context import Context
from handlers.jobs import Due, Job, JobTools, Lane, in_transaction
from storage.job_failures import failing_items
from storage.job_runs import PART, first_run, last_run, parts_done

Parts = Callable[[Context], Sequence[int]]
Work = Callable[[Context, datetime, int], int]
"""Does one part for an instant; answers how much."""


def once_a_period(
    name: str,
    label: str,
    does: str,
    at: Daily,
    parts: Parts,
    work: Work,
    *,
    catch_up: int = 1,
    lane: Lane = Lane.BRIEFS,
) -> Job[JobTools]:
    """A job that does each part of each period once. `catch_up`: how many missed instants it makes good."""

    def work_at(ctx: Context, period: str, part: int) -> int:
        return work(ctx, instant_of(period, ctx.config.zone), part)

    due, handle = due_parts(name, at, parts, catch_up), in_transaction(part_by_part(name, work_at))
    return Job(name, label, does, lane, due, handle, at)


def due_parts(name: str, at: Daily, parts: Parts, catch_up: int = 1) -> Due:
    """The parts that are not done of each period that is owed, and the period itself when all its parts are."""

    def due(ctx: Context) -> list[str]:
        last = last_run(ctx.uow, name)
        since = None if last is None else instant_of(last, ctx.config.zone)
        found = failing_items(ctx.uow, name)
        for instant in owed(at, since, ctx.now, ctx.config.zone, catch_up):
            found += parts_left(ctx, name, period_of(instant, ctx.config.zone), parts(ctx))
        return list(dict.fromkeys(found))

    return due


def parts_left(ctx: Context, name: str, period: str, parts: Sequence[int]) -> list[str]:
    """The items of a period's parts that are not done; the period itself when they all are."""
    done = parts_done(ctx.uow, name, period)
    return [item for part in parts if (item := f"{period}{PART}{part}") not in done] or [period]


def part_by_part(name: str, work: Callable[[Context, str, int], int]) -> Callable[[Context, str], int]:
    """Does one part of a period and notes it in the same transaction; a period without a part notes that it is all done."""

    def handle(ctx: Context, item: str) -> int:
        period, _, part = item.partition(PART)
        if not first_run(ctx.uow, name, item, ctx.now):
            return 0
        if part:
            work(ctx, period, int(part))
        return int(bool(part))

    return handle
