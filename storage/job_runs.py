"""What the clock has done, so that it is done once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.models import JobRun
from storage.unit_of_work import UnitOfWork

_INSERT = {
    "postgresql": postgresql.insert(JobRun).on_conflict_do_nothing().returning(JobRun.job),
    "sqlite": sqlite.insert(JobRun).on_conflict_do_nothing().returning(JobRun.job),
}


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
    row = {"job": job, "period": period, "at": now}
    if uow.execute(_INSERT[uow.dialect_name], row).first() is not None:
        return True
    failed = (JobRun.job == job, JobRun.period == period, JobRun.state == "failed", JobRun.tries < MOST_TRIES)
    again = update(JobRun).where(*failed).values(state="done", at=now, error=None, tries=JobRun.tries + 1)
    return uow.execute(again).rowcount == 1


def note_failure(uow: UnitOfWork, job: str, period: str, now: datetime, error: str) -> None:
    """Notes that the job failed for the period; it is tried again."""
    row = {"job": job, "period": period, "at": now}
    new = uow.execute(_INSERT[uow.dialect_name], row).first() is not None
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
