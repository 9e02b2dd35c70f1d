"""`linli trace`: one id from a message to what came of it."""

import click

from linli import seen_texts as texts
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load


@click.command()
@click.argument("what")
@stops_plainly
def trace(what: str) -> None:
    """一条消息引起了什么：给日志里的 id，或工单编号（看上报它的那条消息）。"""
    from zoneinfo import ZoneInfo

    from linli.wiring import ready_database
    from storage.traces import trace_of_ticket, traced
    from storage.unit_of_work import UnitOfWork

    settings = load()
    zone = ZoneInfo(settings.timezone)
    with ready_database(settings).read() as connection:
        uow = UnitOfWork(connection)
        found = trace_of_ticket(uow, what) if "-" in what else what
        rows = traced(uow, found) if found else []
    if not rows:
        raise Stop(texts.NOTHING_TRACED.format(what=what))
    click.echo(texts.TRACED.format(count=len(rows), id=found))
    for row in rows:
        at = f"{row.at.astimezone(zone):%Y-%m-%d %H:%M:%S}"
        click.echo(
            texts.TRACED_LINE.format(at=at, sort=texts.SORT[row.sort], what=row.what, about=row.about, state=row.state)
        )
