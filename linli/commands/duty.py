"""`linli duty …`: stations and weekly plans."""

from datetime import date, timedelta
from pathlib import Path
from typing import BinaryIO, cast

import click

from governance.days import next_month
from linli import texts
from linli.clock import system_clock
from linli.commands.report import month_said
from linli.commands.workbooks import contents, writable
from linli.database_away import why_away
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

    with writable(file):
        write_workbook(file, sheets=SHEETS, how_to=HOW_TO_DUTY)
    click.echo(texts.DUTY_TEMPLATE_WRITTEN.format(path=file))


@duty.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@stops_plainly
def duty_import(file: Path) -> None:
    """导入站点、每周排班和资格，并生成以后几周的班次。有任何问题就什么都不改。"""
    from governance.duty.plan_sheets import SHEETS
    from handlers.duty.plan_import import import_duty
    from linli.wiring import ready_database, subdistrict_config
    from storage.database import Unavailable
    from storage.workbook.reader import read_workbook

    settings = load()
    database = ready_database(settings)
    found = contents(file, lambda path: read_workbook(path, sheets=SHEETS))
    try:
        problems, counts, new = import_duty(database, subdistrict_config(settings, database), found, system_clock())
    except Unavailable as error:
        raise Stop(why_away(error)) from error
    if problems:
        lines = [str(problem) for problem in problems[:200]]
        raise Stop("\n".join([texts.DUTY_REFUSED.format(count=len(problems)), *lines]))
    for remark in found.remarks:
        click.echo(remark)
    click.echo(texts.DUTY_IMPORTED.format(**counts, shifts=new))


@duty.command("plan")
@click.option("--month", required=True, help="月份，形如 2026-12")
@click.option("--station", default=None, help="只排一个站点：名称或地点编号")
@click.option("--dry-run", is_flag=True, help="只打印，不写入")
@stops_plainly
def duty_plan(month: str, station: str | None, dry_run: bool) -> None:
    """为一个月的空班提出排班建议，说明每一个选择；站长确认后才生效。"""
    from handlers.context import Context
    from handlers.duty.planning import plan_month
    from handlers.duty.texts import words
    from linli.wiring import ready_database, subdistrict_config
    from storage.database import Unavailable
    from storage.duty.stations import stations, stations_called
    from storage.place_book import PlaceBook
    from storage.unit_of_work import UnitOfWork

    first = month_said(month)
    settings = load()
    database = ready_database(settings)
    config = subdistrict_config(settings, database)
    try:
        with database.write() as connection:
            ctx = Context(UnitOfWork(connection), config, system_clock(), PlaceBook())
            known = stations(ctx.uow) if station is None else stations_called(ctx.uow, station)
            if not known:
                raise Stop(texts.NO_STATION.format(name=station or ""))
            plan = plan_month(ctx, first, [each.id for each in known], write=not dry_run)
            place = ctx.places.full_name
            for line in plan.lines:
                when = words.when(line.shift.shift, config.zone)
                click.echo(f"{line.shift.id}\t{when}\t{place(line.shift.place_id)}\t{line.name}\t{line.why}")
            for row, places in plan.unfilled:
                when = words.when(row.shift, config.zone)
                click.echo(f"{row.id}\t{when}\t{place(row.place_id)}\t{texts.NOBODY_LEFT.format(places=places)}")
            ctx.uow.finish()
    except Unavailable as error:
        raise Stop(why_away(error)) from error
    said = texts.PLAN_DRY if dry_run else texts.PLAN_WRITTEN
    click.echo(said.format(count=len(plan.lines), missing=sum(places for _, places in plan.unfilled)))


@duty.command("hours")
@click.option("--month", default=None, help="月份，形如 2026-12")
@click.option("--year", default=None, type=int, help="年份，形如 2026")
@click.option("--format", "format_name", default="text", type=click.Choice(["text", "csv", "xlsx"]), help="格式")
@click.option("--out", default="-", type=click.Path(dir_okay=False, path_type=Path), help="输出文件，默认标准输出")
@stops_plainly
def duty_hours(month: str | None, year: int | None, format_name: str, out: Path) -> None:
    """一个月或一年的服务时长表：每人按值班、活动、巡楼、更正合计（含姓名，会记入审计）。"""
    from linli.wiring import ready_database
    from storage.audit import AuditEntry, write_audit
    from storage.duty.export import HOURS, hours
    from storage.flat_files import FORMATS

    first, last = _span(month, year)
    if format_name == "xlsx" and str(out) == "-":
        raise Stop(texts.OUT_NEEDED)
    database = ready_database(load())
    found = hours(database, first, last)
    with database.write() as connection:
        write_audit(
            connection, "linli duty hours", [AuditEntry("hours.table", "people", f"{first}..{last}")], system_clock()
        )
    if format_name == "text":
        for record in found:
            click.echo(f"{record['person']}\t{record['name']}\t{record['unit'] or ''}\t{record['minutes']}")
        click.echo(texts.HOURS_TOTAL.format(people=len(found), minutes=sum(record["minutes"] for record in found)))
        return
    with click.open_file(str(out), "wb") as file:
        FORMATS[format_name](found, HOURS, cast(BinaryIO, file))


def _span(month: str | None, year: int | None) -> tuple[date, date]:
    if (month is None) == (year is None):
        raise Stop(texts.MONTH_OR_YEAR)
    if month is not None:
        return month_said(month), next_month(month_said(month)) - timedelta(days=1)
    assert year is not None
    if not 2000 <= year <= 2100:
        raise Stop(texts.MONTH_OR_YEAR)
    return date(year, 1, 1), date(year, 12, 31)
