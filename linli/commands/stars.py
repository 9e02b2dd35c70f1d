"""`linli stars`: the lists of a year, and its booklet."""

from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import BinaryIO, cast

import click

from governance.days import checked_year
from linli import texts
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load

_OUT = click.option(
    "--out", default="-", type=click.Path(dir_okay=False, path_type=Path), help="输出文件，默认标准输出"
)
_YEAR = click.option("--year", required=True, type=int, help="年份，形如 2026")


@click.group()
def stars() -> None:
    """美善之星：年度名单和年册。"""


@stars.command("list")
@_YEAR
@click.option("--july", is_flag=True, help="七一名单：上年7月到当年6月，只列在职党员")
@click.option("--format", "format_name", default="text", type=click.Choice(["text", "csv", "xlsx"]), help="格式")
@_OUT
@stops_plainly
def star_list(year: int, july: bool, format_name: str, out: Path) -> None:
    """一年的得奖名单（年末），或七一的党员名单；只有本人同意公示、没有撤下的。"""
    from handlers.stars.yearly import Honoured, honoured
    from linli.clock import system_clock
    from linli.wiring import ready_database, subdistrict_config
    from storage.flat_files import FORMATS
    from storage.place_book import PlaceBook

    require_year(year)
    if format_name == "xlsx" and str(out) == "-":
        raise Stop(texts.OUT_NEEDED)
    settings = load()
    first, end = (date(year - 1, 7, 1), date(year, 7, 1)) if july else (date(year, 1, 1), date(year + 1, 1, 1))
    found = honoured(
        ready_database(settings),
        subdistrict_config(settings),
        system_clock(),
        PlaceBook(),
        first,
        end,
        members_only=july,
    )
    if format_name == "text":
        for each in found:
            click.echo(f"{each.name}\t{each.community}\t{each.area}\t{each.count}\t{each.kinds}\t{each.months}")
        click.echo(texts.STARS_TOTAL.format(people=len(found), awards=sum(each.count for each in found)))
        return
    with click.open_file(str(out), "wb") as file:
        columns = tuple(field.name for field in fields(Honoured))
        FORMATS[format_name]([asdict(each) for each in found], columns, cast(BinaryIO, file))


@stars.command("booklet")
@_YEAR
@_OUT
@stops_plainly
def star_booklet(year: int, out: Path) -> None:
    """街道这一年：数字、得奖的人和办成的事，一个自带图片的网页文件，可打印成 PDF。"""
    from handlers.year_report import year_report
    from linli.booklet import booklet
    from linli.clock import system_clock
    from linli.wiring import files_of, ready_database, subdistrict_config

    require_year(year)
    settings = load()
    found = year_report(ready_database(settings), subdistrict_config(settings), year, system_clock())
    with click.open_file(str(out), "w", encoding="utf-8") as file:
        file.write(booklet(found, files_of(settings)))


def require_year(year: int) -> None:
    """Raises Stop for a year that nobody needs."""
    try:
        checked_year(year)
    except ValueError as error:
        raise Stop(texts.BAD_YEAR.format(year=year)) from error
