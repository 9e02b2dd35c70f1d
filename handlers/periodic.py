"""What happens once a day, week or month: a row a job and period, caught up after a stop, whatever else fails."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import structlog

from governance.periods import Daily, instant_of, owed, period_of
from handlers import briefs
from handlers.context import Context, SubdistrictConfig
from handlers.duty.by_clock import plan_ahead
from handlers.duty.patrol import tell_unpatrolled
from storage.database import Database, Unavailable
from storage.job_runs import failed_periods, first_run, last_run, note_failure
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger("linli.jobs")


@dataclass(frozen=True)
class Periodic:
    """A job: when, what it does for an instant, and how many missed instants it makes good."""

    name: str
    schedule: Daily
    work: Callable[[Context, datetime], int]
    catch_up: int = 1


PERIODIC: tuple[Periodic, ...] = (
    Periodic("daily_brief", Daily(8, 30), briefs.daily),
    Periodic("weekly_brief", Daily(8, 30, weekday=0), briefs.weekly),
    Periodic("shift_plan", Daily(0, 10), plan_ahead),
    Periodic("unpatrolled", Daily(16, 0, weekday=4), tell_unpatrolled),
    Periodic("visit_plan", Daily(8, 0, day=1), briefs.visit_plan),
    Periodic("monthly_rates", Daily(9, 0, day=1), briefs.monthly, catch_up=3),
)
"""All of them. A brief of a day long gone helps nobody; the month's rates are owed for each month."""


def run_periodic(
    database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook, jobs: tuple[Periodic, ...] = PERIODIC
) -> dict[str, int]:
    """Does what is due at this instant, each job in a transaction of its own; answers how often each was done.

    A job that raises is recorded and tried again with the next call; the others run.
    """
    return {job.name: _run(database, config, job, now, book) for job in jobs}


def _run(database: Database, config: SubdistrictConfig, job: Periodic, now: datetime, book: PlaceBook) -> int:
    done = 0
    for instant in _owed(database, config, job, now):
        period = period_of(instant, config.zone)
        try:
            with database.write() as connection:
                ctx = Context(UnitOfWork(connection), config, now, book)
                if first_run(ctx.uow, job.name, period, now):
                    job.work(ctx, instant)
                    done += 1
                ctx.uow.finish()
        except Unavailable:
            raise
        except Exception as error:
            log.error("job failed", exc_info=True, job=job.name, period=period)
            with database.write() as connection:
                note_failure(UnitOfWork(connection), job.name, period, now, f"{type(error).__name__}: {error}")
    return done


def _owed(database: Database, config: SubdistrictConfig, job: Periodic, now: datetime) -> list[datetime]:
    """The instants to do, the oldest first: those that failed, and those that came since."""
    with database.read() as connection:
        uow = UnitOfWork(connection)
        last, failed = last_run(uow, job.name), failed_periods(uow, job.name)
    since = None if last is None else instant_of(last.period, config.zone)
    again = [instant_of(period, config.zone) for period in failed]
    return [*again, *owed(job.schedule, since, now, config.zone, job.catch_up)]
