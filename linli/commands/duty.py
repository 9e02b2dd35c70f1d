"""`linli duty …`: stations and weekly plans."""

from pathlib import Path

import click

from linli import texts
from linli.clock import system_clock
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load


@click.group()
def duty() -> None:
    """值班：站点、排班、时长。"""


@duty.command("template")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@stops_plainly
def duty_template(file: Path) -> None:
    """生成空白值班模板：站点、排班、资格。"""
    from governance.duty.plan_sheets import SHEETS
    from storage.texts import HOW_TO_DUTY
    from storage.workbook.writer import write_workbook

    try:
        write_workbook(file, sheets=SHEETS, how_to=HOW_TO_DUTY)
    except OSError as error:
        raise Stop(texts.FILE_UNWRITABLE.format(path=file)) from error
    click.echo(texts.DUTY_TEMPLATE_WRITTEN.format(path=file))


@duty.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@stops_plainly
def duty_import(file: Path) -> None:
    """导入站点、每周排班和资格，并生成以后几周的班次。有任何问题就什么都不改。"""
    from governance.duty.plan_sheets import SHEETS
    from handlers.duty.plan_import import import_duty
    from linli.wiring import house_of, ready_database
    from storage.database import Unavailable
    from storage.errors import NotAWorkbook, WorkbookTooLarge
    from storage.workbook.reader import read_workbook

    settings = load()
    database = ready_database(settings)
    try:
        contents = read_workbook(file, sheets=SHEETS)
        problems, counts, new = import_duty(database, house_of(settings), contents, system_clock())
    except NotAWorkbook as error:
        raise Stop(texts.NOT_A_WORKBOOK.format(path=file)) from error
    except WorkbookTooLarge as error:
        raise Stop(texts.WORKBOOK_TOO_LARGE.format(path=file)) from error
    except OSError as error:
        raise Stop(texts.FILE_UNREADABLE.format(path=file)) from error
    except Unavailable as error:
        raise Stop(texts.DATABASE_AWAY) from error
    if problems:
        lines = [str(problem) for problem in problems[:200]]
        raise Stop("\n".join([texts.DUTY_REFUSED.format(count=len(problems)), *lines]))
    for remark in contents.remarks:
        click.echo(remark)
    click.echo(texts.DUTY_IMPORTED.format(**counts, shifts=new))
