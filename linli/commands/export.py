"""`linli export …`: what others are given, as flat files; the roster as its workbook."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, cast
from zoneinfo import ZoneInfo

import click

from linli import texts
from linli.commands.roster import export_roster
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load


@click.group()
def export() -> None:
    """导出数据。"""


def _choices(command: Callable[..., None]) -> Callable[..., None]:
    """The options that all exports have."""
    for option in (
        click.option(
            "--out", default="-", type=click.Path(dir_okay=False, path_type=Path), help="输出文件，默认标准输出"
        ),
        click.option("--to", "last", default=None, metavar="DATE", help="结束日期（含）"),
        click.option("--from", "first", default=None, metavar="DATE", help="起始日期，形如 2026-11-24"),
        click.option(
            "--format", "format_name", default="jsonl", type=click.Choice(["jsonl", "csv", "xlsx"]), help="格式"
        ),
    ):
        command = option(command)
    return command


@export.command("tickets")
@_choices
@stops_plainly
def export_tickets(format_name: str, first: str | None, last: str | None, out: Path) -> None:
    """导出工单。"""
    from functools import partial

    from linli.wiring import subdistrict_config
    from storage.ticket_export import FIELDS, records

    labels = subdistrict_config(load()).platform_labels
    _export(partial(records, labels=labels), FIELDS, format_name, first, last, out)


@export.command("checkins")
@_choices
@stops_plainly
def export_check_ins(format_name: str, first: str | None, last: str | None, out: Path) -> None:
    """导出打卡和巡楼。"""
    from storage.duty.export import CHECK_INS, check_ins

    _export(check_ins, CHECK_INS, format_name, first, last, out)


@export.command("shifts")
@_choices
@stops_plainly
def export_shifts(format_name: str, first: str | None, last: str | None, out: Path) -> None:
    """导出班次、报名、到岗和时长。"""
    from storage.duty.export import SHIFTS, shifts

    _export(shifts, SHIFTS, format_name, first, last, out)


@export.command("orders")
@_choices
@stops_plainly
def export_orders(format_name: str, first: str | None, last: str | None, out: Path) -> None:
    """导出 12345 热线工单的办理结果，回填给热线。"""
    from storage.hotline import ORDERS, orders

    _export(orders, ORDERS, format_name, first, last, out)


@export.command("stars")
@_choices
@stops_plainly
def export_stars(format_name: str, first: str | None, last: str | None, out: Path) -> None:
    """导出美善之星各轮评选的候选、结果和公示情况。"""
    from storage.stars.export import STARS
    from storage.stars.export import stars as records

    _export(records, STARS, format_name, first, last, out)


def _export(
    records: Callable[..., Iterable[dict[str, Any]]], fields: tuple[str, ...], format_name: str, first: str | None,
    last: str | None, out: Path,
) -> None:  # fmt: skip
    from linli.wiring import ready_database
    from storage.flat_files import FORMATS

    settings = load()
    found = records(ready_database(settings), ZoneInfo(settings.timezone), _day(first), _day(last))
    with click.open_file(str(out), "wb") as file:
        FORMATS[format_name](found, fields, cast(BinaryIO, file))


def _day(text: str | None) -> date | None:
    from governance.days import within_reach

    try:
        return None if text is None else within_reach(date.fromisoformat(text))
    except ValueError as error:
        raise Stop(texts.BAD_DATE.format(text=text)) from error


export.add_command(export_roster)
