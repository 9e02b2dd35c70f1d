"""`linli compliance`: the folder for whoever supervises."""

from pathlib import Path
from zoneinfo import ZoneInfo

import click

from linli import texts
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load


@click.command()
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="写到哪个文件夹，没有就新建"
)
@stops_plainly
def compliance(out: Path) -> None:
    """按现在的配置写出合规材料：个人信息保护影响评估、清单、权限表、等级保护定级报告和措施对照表。"""
    from linli.clock import system_clock
    from linli.compliance.facts import gather
    from linli.compliance.folder import write_folder
    from linli.compliance.texts import WRITTEN
    from linli.wiring import ready_database

    settings = load()
    facts = gather(settings, ready_database(settings), system_clock())
    try:
        found = write_folder(facts, out, ZoneInfo(settings.timezone))
    except OSError as error:
        raise Stop(texts.FILE_UNWRITABLE.format(path=out)) from error
    click.echo(WRITTEN.format(path=out, count=found["files"], lacks=found["lacks"]))
