"""`linli outbox`: what is owed, what became of it and why."""

from zoneinfo import ZoneInfo

import click

from linli import texts
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import Settings, load
from storage.outbox_list import DEAD, ListedPush, cancel, counted, listed, shown, try_again


@click.group()
def outbox() -> None:
    """发件箱：待发、已发、存下、没发出的推送。"""


@outbox.command("list")
@click.option("--state", type=click.Choice(list(texts.PUSH_STATE)), default=None, help="状态，不写就是没发出的")
@click.option("--most", default=50, show_default=True, help="最多列几条")
@stops_plainly
def outbox_list(state: str | None, most: int) -> None:
    """按状态统计，并列出没发出的和原因。"""
    from linli.wiring import ready_database

    settings = load()
    database = ready_database(settings)
    counts = counted(database)
    click.echo("　".join(f"{texts.PUSH_STATE[name]} {counts.get(name, 0)}" for name in texts.PUSH_STATE))
    for push in listed(database, DEAD if state is None else (state,), most):
        click.echo(_line(push, settings))


@outbox.command("show")
@click.argument("push", type=int)
@stops_plainly
def outbox_show(push: int) -> None:
    """一条推送：内容、收件人、经过和原因。"""
    from linli.wiring import ready_database

    settings = load()
    found = shown(ready_database(settings), push)
    if found is None:
        raise Stop(texts.NO_PUSH.format(push=push))
    click.echo(_line(found, settings))
    click.echo(found.text or texts.PICTURE)


@outbox.command("retry")
@click.argument("push", type=int)
@stops_plainly
def outbox_retry(push: int) -> None:
    """重新发送一条没发出的推送。"""
    from linli.clock import system_clock
    from linli.wiring import ready_database

    if not try_again(ready_database(load()), push, system_clock()):
        raise Stop(texts.NOT_RETRIED.format(push=push))
    click.echo(texts.RETRIED.format(push=push))


@outbox.command("cancel")
@click.argument("push", type=int)
@stops_plainly
def outbox_cancel(push: int) -> None:
    """取消一条还没发出的推送。"""
    from linli.wiring import ready_database

    if not cancel(ready_database(load()), push):
        raise Stop(texts.NOT_CANCELLED.format(push=push))
    click.echo(texts.CANCELLED.format(push=push))


def _line(push: ListedPush, settings: Settings) -> str:
    from understanding.masking import masked_person

    zone = ZoneInfo(settings.timezone)
    parts = [
        f"#{push.id}",
        f"{push.created_at.astimezone(zone):%m-%d %H:%M}",
        texts.PUSH_STATE[push.state] + (f"（{texts.CHANNEL[push.channel]}）" if push.channel else ""),
        masked_person(push.name, push.openid),
        push.number or "",
        texts.why(push.last_error) if push.last_error else "",
    ]
    return "  ".join(part for part in parts if part)
