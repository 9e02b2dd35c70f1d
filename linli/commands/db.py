"""`linli db`: the database's structure."""

import click

from linli import texts
from linli.database_away import why_away
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load


@click.group()
def db() -> None:
    """数据库结构。"""


@db.command("upgrade")
@stops_plainly
def db_upgrade() -> None:
    """升级到最新结构。"""
    from linli.wiring import open_database
    from storage.database import Unavailable
    from storage.schema import upgrade

    try:
        upgrade(open_database(load()))
    except Unavailable as error:
        raise Stop(why_away(error)) from error
    click.echo(texts.DATABASE_UPGRADED)


@db.command("check")
@stops_plainly
def db_check() -> None:
    """核对数据库结构与程序是否一致。"""
    from linli.wiring import ready_database
    from storage.schema import differences

    found = differences(ready_database(load()))
    if found:
        raise Stop("\n".join([texts.DATABASE_DIFFERS, *found]))
    click.echo(texts.DATABASE_OK)
