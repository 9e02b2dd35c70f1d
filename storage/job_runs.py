"""What the clock has done, so that it is done once."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from storage.models import JobRun
from storage.unit_of_work import UnitOfWork

_INSERT = {
    "postgresql": postgresql.insert(JobRun).on_conflict_do_nothing().returning(JobRun.job),
    "sqlite": sqlite.insert(JobRun).on_conflict_do_nothing().returning(JobRun.job),
}


def first_run(uow: UnitOfWork, job: str, period: str, now: datetime) -> bool:
    """Notes that the job is done for the period in this transaction; False when it was done before."""
    row = {"job": job, "period": period, "at": now}
    return uow.execute(_INSERT[uow.dialect_name], row).first() is not None


def has_run(uow: UnitOfWork, job: str, period: str) -> bool:
    """Whether the job was done for the period."""
    return (
        uow.execute(select(JobRun.job).where(JobRun.job == job, JobRun.period == period)).first() is not None
    )  # fmt: skip
