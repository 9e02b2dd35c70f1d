"""`linli jobs`: what happens by the clock."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import click

from governance.periods import Daily, next_instant
from linli import texts
from linli.plainly import stops_plainly
from linli.settings import load


@click.command()
@stops_plainly
def jobs() -> None:
    """各项定时任务：时间、上次、下次、有没有出错。"""
    from handlers.periodic import PERIODIC
    from linli.clock import system_clock
    from linli.wiring import ready_database
    from scheduler.jobs import JOBS
    from storage.job_runs import last_run
    from storage.unit_of_work import UnitOfWork

    settings = load()
    zone, now, database = ZoneInfo(settings.timezone), system_clock(), ready_database(settings)
    for job in JOBS:
        when = texts.EVERY.format(**job.when) if job.trigger == "interval" else _daily(Daily(**job.when))
        coming = now + timedelta(seconds=job.when["seconds"]) if job.trigger == "interval" else None
        coming = coming or next_instant(Daily(**job.when), now, zone)
        click.echo(_line(job.actor, when, "—", coming, zone))
    with database.read() as connection:
        for each in PERIODIC:
            last = last_run(UnitOfWork(connection), each.name)
            said = texts.NEVER if last is None else last.period.replace("T", " ")
            if last is not None and last.error is not None:
                said += texts.FAILED.format(error=last.error)
            click.echo(_line(each.name, _daily(each.schedule), said, next_instant(each.schedule, now, zone), zone))


def _line(job: str, when: str, last: str, coming: datetime, zone: ZoneInfo) -> str:
    at = f"{coming.astimezone(zone):%Y-%m-%d %H:%M}"
    return texts.JOB_LINE.format(name=texts.JOB_NAMES[job], job=job, when=when, last=last, next=at)


def _daily(schedule: Daily) -> str:
    at = f"{schedule.hour:02d}:{schedule.minute:02d}"
    if schedule.weekday is not None:
        return texts.EVERY_WEEK.format(weekday=texts.WEEKDAYS[schedule.weekday], at=at)
    if schedule.day is not None:
        return texts.EVERY_MONTH.format(day=schedule.day, at=at)
    return texts.EVERY_DAY.format(at=at)
