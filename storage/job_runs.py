"""What the clock has done, so that it is done once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from storage.models import JobRun
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork

MOST_TRIES = 5
"""So often a job that fails is tried for one period."""


@dataclass(frozen=True)
class LastRun:
    """A job's newest run."""

    period: str
    at: datetime
    state: str
    error: str | None


def first_run(uow: UnitOfWork, job: str, period: str, now: datetime) -> bool:
    """Notes that the job is done for the period in this transaction; False when it was done before, or failed too often.

    The row is locked till the commit, so of two clocks one waits and then sees that it is done.
    """
    if insert_once(uow, JobRun, job=job, period=period, at=now):
        return True
    failed = (JobRun.job == job, JobRun.period == period, JobRun.state == "failed", JobRun.tries < MOST_TRIES)
    again = update(JobRun).where(*failed).values(state="done", at=now, error=None, tries=JobRun.tries + 1)
    return uow.execute(again).rowcount == 1


def note_failure(uow: UnitOfWork, job: str, period: str, now: datetime, error: str) -> None:
    """Notes that the job failed for the period; it is tried again."""
    new = insert_once(uow, JobRun, job=job, period=period, at=now)
    statement = update(JobRun).where(JobRun.job == job, JobRun.period == period)
    tries = 1 if new else JobRun.tries + 1
    uow.execute(statement.values(state="failed", error=error[:200], at=now, tries=tries))


def last_run(uow: UnitOfWork, job: str) -> LastRun | None:
    """The newest run of a job."""
    statement = select(JobRun.period, JobRun.at, JobRun.state, JobRun.error).where(JobRun.job == job)
    row = uow.execute(statement.order_by(JobRun.period.desc()).limit(1)).first()
    return None if row is None else LastRun(row.period, row.at, row.state, row.error)


def failed_periods(uow: UnitOfWork, job: str) -> list[str]:
    """The periods for which a job failed and may be tried again, the oldest first."""
    statement = select(JobRun.period).where(JobRun.job == job, JobRun.state == "failed", JobRun.tries < MOST_TRIES)
    return list(uow.execute(statement.order_by(JobRun.period)).scalars())
