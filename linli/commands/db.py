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
@click.option("--finish", is_flag=True, help="旧数据也现在补完，不等定时服务")
@stops_plainly
def db_upgrade(finish: bool) -> None:
    """升级到最新结构，期间不用停止收消息；中途断了，再运行一次就接着做。"""
    from linli import upgrade_texts as words
    from linli.wiring import open_database
    from storage.database import Unavailable
    from storage.filling import fill_all
    from storage.schema import upgrade
    from storage.upgrading import LeftToFill

    database = open_database(load())
    try:
        upgrade(
            database, lambda step: None if finish and isinstance(step, LeftToFill) else click.echo(words.said(step))
        )
        if finish:
            fill_all(database, tell=lambda name: click.echo(words.FILLED.format(name=words.FILLINGS[name])))
    except Unavailable as error:
        raise Stop(why_away(error)) from error
    click.echo(texts.DATABASE_UPGRADED)


@db.command("check")
@stops_plainly
def db_check() -> None:
    """核对数据库结构与程序是否一致。"""
    from linli import upgrade_texts as words
    from linli.wiring import ready_database
    from storage.owed_steps import owed_fills
    from storage.schema import differences

    database = ready_database(load())
    found = differences(database)
    if found:
        raise Stop("\n".join([texts.DATABASE_DIFFERS, *found]))
    with database.read() as connection:
        left = tuple(owed_fills(connection))
    click.echo("\n".join([texts.DATABASE_OK, *([words.left(left)] if left else [])]))
