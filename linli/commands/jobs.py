"""`linli jobs`: what happens by the clock, what fails of it, and another try for that."""

from datetime import datetime
from zoneinfo import ZoneInfo

import click

from governance.periods import Daily, next_instant
from governance.texts import WEEKDAYS
from linli import texts
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load
from storage.job_failures import Failure, failures, try_again
from storage.unit_of_work import UnitOfWork


@click.group(invoke_without_command=True)
@click.pass_context
@stops_plainly
def jobs(context: click.Context) -> None:
    """各项定时任务：时间、上次、下次，有没有出错。"""
    if context.invoked_subcommand is None:
        _list()


@jobs.command("retry")
@click.argument("job")
@click.argument("item")
@stops_plainly
def jobs_retry(job: str, item: str) -> None:
    """再试一次出错的事项。"""
    from linli.clock import system_clock
    from linli.wiring import ready_database

    with ready_database(load()).write() as connection:
        found = try_again(UnitOfWork(connection), job, item, system_clock())
    if not found:
        raise Stop(texts.NO_FAILURE.format(job=job, item=item))
    click.echo(texts.JOB_RETRIED.format(label=_labels().get(job, job), item=item))


def _list() -> None:
    from linli.clock import system_clock
    from linli.wiring import ready_database
    from scheduler.registry import JOBS, LANES
    from storage.job_runs import last_run

    settings = load()
    zone, now, database = ZoneInfo(settings.timezone), system_clock(), ready_database(settings)
    with database.read() as connection:
        for job in JOBS:
            if job.at is None:
                when = texts.EVERY.format(seconds=LANES[job.lane].every_s)
                click.echo(texts.JOB_SWEPT.format(label=job.label, job=job.name, when=when))
                continue
            last, coming = last_run(UnitOfWork(connection), job.name), next_instant(job.at, now, zone)
            click.echo(
                texts.JOB_LINE.format(
                    label=job.label, job=job.name, when=daily(job.at), next=_at(coming, zone),
                    last=texts.NEVER if last is None else last.replace("T", " "),
                )
            )  # fmt: skip
        failing, labels = failures(UnitOfWork(connection)), _labels()
    click.echo(texts.FAILURES if failing else texts.NO_FAILURES)
    for each in failing:
        click.echo(_failing(each, labels, zone))


def daily(schedule: Daily) -> str:
    """When it is done, in words."""
    at = f"{schedule.hour:02d}:{schedule.minute:02d}"
    if schedule.weekday is not None:
        return texts.EVERY_WEEK.format(weekday=WEEKDAYS[schedule.weekday], at=at)
    if schedule.day is not None:
        return texts.EVERY_MONTH.format(day=schedule.day, at=at)
    return texts.EVERY_DAY.format(at=at)


def _failing(each: Failure, labels: dict[str, str], zone: ZoneInfo) -> str:
    again = texts.TRIED_AGAIN.format(at=_at(each.next_try_at, zone))
    return texts.FAILING.format(
        label=labels.get(each.job, each.job), job=each.job, item=each.item, attempts=each.attempts, error=each.last_error,
        state=again if each.set_aside_at is None else texts.SET_ASIDE,
    )  # fmt: skip


def _labels() -> dict[str, str]:
    from scheduler.registry import JOBS

    return {job.name: job.label for job in JOBS}


def _at(instant: datetime, zone: ZoneInfo) -> str:
    return f"{instant.astimezone(zone):%Y-%m-%d %H:%M}"
