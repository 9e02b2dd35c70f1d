"""`linli report`: the month in figures."""

import sys
from datetime import date
from pathlib import Path
from typing import BinaryIO, cast
from zoneinfo import ZoneInfo

import click

from governance.clock import local_day
from governance.days import month_of
from linli import texts
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load


@click.command()
@click.option("--month", default=None, metavar="YYYY-MM", help="月份，形如 2026-11，不写就是本月")
@click.option("--format", "format_name", default="text", type=click.Choice(["text", "xlsx"]), help="格式")
@click.option("--out", default=None, type=click.Path(dir_okay=False, path_type=Path), help="输出文件，默认标准输出")
@stops_plainly
def report(month: str | None, format_name: str, out: Path | None) -> None:
    """一个月的响应率、解决率、满意率和时长，按社区、网格、类别、月份；另列未诉先办和应急包。"""
    from handlers.month_report import month_report
    from linli.clock import system_clock
    from linli.month_report import as_text, write_workbook
    from linli.wiring import ready_database, subdistrict_config

    settings = load()
    zone, now = ZoneInfo(settings.timezone), system_clock()
    first = month_of(local_day(now, zone)) if month is None else month_said(month)
    if format_name == "xlsx" and out is None and sys.stdout.isatty():
        raise Stop(texts.OUT_NEEDED)
    database = ready_database(settings)
    found = month_report(database, subdistrict_config(settings, database), first, now)
    with click.open_file("-" if out is None else str(out), "wb") as file:
        if format_name == "text":
            file.write(as_text(found, zone).encode() + b"\n")
        else:
            write_workbook(found, zone, cast(BinaryIO, file))


def month_said(text: str) -> date:
    """The first day of a month written as 2026-11; raises Stop for anything else."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise Stop(texts.BAD_MONTH.format(text=text)) from error
