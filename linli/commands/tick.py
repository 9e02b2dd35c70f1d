"""`linli tick`: everything that is due at an instant, once."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import click

from linli import texts
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import Settings, load
from storage.database import Database
from storage.place_book import PlaceBook


@click.command()
@click.option("--now", "instant", default=None, metavar="ISO8601", help="按这个时刻办理，不写就是现在")
@stops_plainly
def tick(instant: str | None) -> None:
    """办理此刻到期的一切：派单、提醒、超时上报、结案、检查单、推送；再运行一次不会重复。"""
    from bot.drawing import draw_due
    from handlers.due import run_due
    from linli.clock import system_clock
    from linli.fonts import FONTS
    from linli.wiring import ready_database, subdistrict_config
    from storage.files import FileStore

    settings = load()
    now = system_clock() if instant is None else _instant(instant, ZoneInfo(settings.timezone))
    database = ready_database(settings)
    config, book = subdistrict_config(settings), PlaceBook()
    done = run_due(database, config, now, book)
    drawn = draw_due(database, config, FileStore(settings.data_dir / "files"), FONTS, now, book)
    sent = _deliver(settings, database, now) if settings.wechat_app_secret else 0
    at = now.astimezone(ZoneInfo(settings.timezone)).isoformat(timespec="minutes")
    click.echo(
        texts.TICKED.format(
            at=at,
            opened=done.opened,
            silent=done.silent,
            dispatched=done.dispatched,
            watched=done.watched,
            shifts=done.shifts,
            stars=done.stars,
            periodic=done.periodic,
            drawn=drawn,
            sent=sent,
        )
    )
    if not settings.wechat_app_secret:
        click.echo(texts.TICK_NO_PUSH)


def _deliver(settings: Settings, database: Database, now: datetime) -> int:
    from bot.delivery import deliver_due
    from bot.drafts import draft_due
    from linli.wiring import queue_url, tools_of

    tools = tools_of(settings, database, queue_url(settings), lambda: now)()
    sent = deliver_due(tools.postman, now)
    draft_due(database, tools.api, tools.config, tools.files, now, tools.book)
    return sent


def _instant(text: str, zone: ZoneInfo) -> datetime:
    """An ISO 8601 instant; without an offset it is the subdistrict's time."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError as error:
        raise Stop(texts.BAD_INSTANT.format(text=text)) from error
    return (instant.replace(tzinfo=zone) if instant.tzinfo is None else instant).astimezone(UTC)
