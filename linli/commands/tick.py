"""`linli tick`: everything that is due at an instant, once."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import click

from linli import texts
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load

NO_QUEUE = "unix:///nowhere"
"""Nothing asks a queue when nothing is sent: none is started for it."""


@click.command()
@click.option("--now", "instant", default=None, metavar="ISO8601", help="按这个时刻办理，不写就是现在")
@stops_plainly
def tick(instant: str | None) -> None:
    """办理此刻到期的一切：派单、提醒、超时上报、结案、检查单、推送；再运行一次不会重复。"""
    from linli.clock import system_clock
    from linli.wiring import queue_url, ready_database, tools_of
    from scheduler.registry import JOBS, run_all

    settings = load()
    now = system_clock() if instant is None else instant_of(instant, ZoneInfo(settings.timezone))
    database = ready_database(settings)
    platform = bool(settings.wechat_app_secret)
    queue = queue_url(settings) if platform else NO_QUEUE
    done = run_all(tools_of(settings, database, queue, lambda: now)(), platform=platform)
    at = now.astimezone(ZoneInfo(settings.timezone)).isoformat(timespec="minutes")
    said = [texts.TICKED_ONE.format(label=job.label, count=done[job.name]) for job in JOBS if done.get(job.name)]
    click.echo(texts.TICKED.format(at=at, done="，".join(said) or texts.TICKED_NOTHING))
    if not settings.wechat_app_secret:
        click.echo(texts.TICK_NO_PUSH)


def instant_of(text: str, zone: ZoneInfo) -> datetime:
    """An ISO 8601 instant; without an offset it is the subdistrict's time."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError as error:
        raise Stop(texts.BAD_INSTANT.format(text=text)) from error
    return (instant.replace(tzinfo=zone) if instant.tzinfo is None else instant).astimezone(UTC)
