"""What the clock has done once a period, so that it is done once."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select

from storage.models import JobRun
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork

PART = "/"
"""Between a period and the part of it that is done: `2026-11-25T08:30/12`."""
KEEP_PARTS = timedelta(days=90)
"""The period that they make up stays."""


def first_run(uow: UnitOfWork, job: str, period: str, now: datetime) -> bool:
    """Notes that the job is done for the period in this transaction; False when it was done before.

    The row is locked till the commit, so of two clocks one waits and then sees that it is done.
    """
    return insert_once(uow, JobRun, job=job, period=period, at=now)


def last_run(uow: UnitOfWork, job: str) -> str | None:
    """The newest period that a job has done with all its parts."""
    statement = select(JobRun.period).where(JobRun.job == job, JobRun.period.not_like(f"%{PART}%"))
    return uow.execute(statement.order_by(JobRun.period.desc()).limit(1)).scalar()


def parts_done(uow: UnitOfWork, job: str, period: str) -> set[str]:
    """The parts of a period that are done, each as `PERIOD/PART`."""
    statement = select(JobRun.period).where(JobRun.job == job, JobRun.period.startswith(f"{period}{PART}"))
    return set(uow.execute(statement).scalars())


def is_done(uow: UnitOfWork, job: str, period: str) -> bool:
    """Whether the job has done the period, or the part."""
    return uow.execute(select(JobRun.job).where(JobRun.job == job, JobRun.period == period)).first() is not None


def forget_parts(uow: UnitOfWork, now: datetime) -> int:
    """Drops the parts of periods that are long over."""
    return uow.execute(delete(JobRun).where(JobRun.period.like(f"%{PART}%"), JobRun.at < now - KEEP_PARTS)).rowcount
