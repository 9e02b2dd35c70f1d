"""`linli import …` and `linli export roster`: the workbook that staff keep, in and out."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from governance import texts as words
from linli import texts
from linli.clock import system_clock
from linli.commands.alliance import alliance
from linli.commands.things import things, things_template
from linli.commands.workbooks import MOST_LISTED, contents, stop_at, writable
from linli.database_away import why_away
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load

if TYPE_CHECKING:
    from governance.hotline import Fault, Order
    from handlers.roster import Plan


@click.group("import")
def imports() -> None:
    """导入数据。"""


imports.add_command(alliance)
imports.add_command(things)
imports.add_command(things_template)


@imports.command("template")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@stops_plainly
def import_template(file: Path) -> None:
    """生成空白名册模板，带填写说明和下拉选项。"""
    from storage.workbook.writer import write_workbook

    with writable(file):
        write_workbook(file)
    click.echo(texts.TEMPLATE_WRITTEN.format(path=file))


@imports.command("roster")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="只检查并列出会改什么，不写入")
@click.option("--allow-removals", is_flag=True, help="确认这份名册是完整的：少了的一律撤销")
@stops_plainly
def import_roster(file: Path, dry_run: bool, allow_removals: bool) -> None:
    """导入名册：地点、网格、人员、岗位。有任何问题就什么都不改。"""
    from handlers import roster
    from linli.wiring import ready_database
    from storage.database import Unavailable
    from storage.workbook.reader import read_workbook

    settings = load()
    database, zone = ready_database(settings), ZoneInfo(settings.timezone)
    with _progress(texts.READING, None) as step:
        found = contents(file, lambda path: read_workbook(path, step))
    try:
        if dry_run:
            plan = roster.dry_run(database, found, zone, system_clock())
        else:
            with _progress(texts.WRITING, sum(map(len, found.rows.values()))) as step:
                plan = roster.import_roster(
                    database, found, zone, system_clock(), removals_agreed=allow_removals, progress=step
                )
    except Unavailable as error:
        raise Stop(why_away(error)) from error
    for remark in found.remarks:
        click.echo(remark)
    stop_at(plan.problems, texts.ROSTER_REFUSED)
    _tell(plan, dry_run)
    if plan.much_removed and not allow_removals:
        sheets = "、".join(words.SHEET[sheet] for sheet in plan.much_removed)
        raise Stop(texts.MUCH_REMOVED.format(sheets=sheets))
    click.echo(texts.NOTHING_CHANGED if not plan.changes else texts.DRY_RUN if dry_run else texts.ROSTER_IMPORTED)


@imports.command("tickets")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--source", required=True, type=click.Choice(["12345"]), help="来源，现在支持 12345 热线的工单表")
@click.option("--dry-run", is_flag=True, help="只检查，不写入")
@stops_plainly
def import_tickets(file: Path, source: str, dry_run: bool) -> None:
    """导入 12345 热线工单：按它自己的办结期限和我们的时限，早的算数；重复导入不会重复开单。"""
    from handlers.intake.hotline import take_in_orders
    from linli.wiring import ready_database, subdistrict_config
    from storage.database import Unavailable
    from storage.place_book import PlaceBook

    settings = load()
    database = ready_database(settings)
    found, faults = _orders(file, ZoneInfo(settings.timezone))
    stop_at(faults, texts.ORDERS_REFUSED)
    if dry_run:
        click.echo(texts.ORDERS_DRY.format(count=len(found)))
        return
    try:
        config = subdistrict_config(settings, database)
        taken = take_in_orders(database, config, found, system_clock(), PlaceBook(), "linli import tickets")
    except Unavailable as error:
        raise Stop(why_away(error)) from error
    for order_no, number in taken.new.items():
        click.echo(f"{order_no}\t{number}")
    click.echo(texts.ORDERS_TAKEN.format(count=len(taken.new), known=len(taken.known)))


def _orders(file: Path, zone: ZoneInfo) -> "tuple[list[Order], list[Fault]]":
    from governance.hotline import orders_in
    from storage.errors import NotAWorkbook, WorkbookTooLarge
    from storage.hotline import read_sheet

    try:
        columns, rows, _ = read_sheet(file)
    except (NotAWorkbook, WorkbookTooLarge, OSError) as error:
        raise Stop(texts.ORDERS_UNREADABLE.format(path=file)) from error
    if columns is None:
        raise Stop(texts.ORDERS_NO_HEADINGS.format(path=file))
    return orders_in(columns, rows, zone)


@click.command("roster")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@stops_plainly
def export_roster(file: Path) -> None:
    """导出现在的名册（含姓名和手机，会记入审计），改好后可以再导入。"""
    from linli.roster_export import write_roster
    from linli.wiring import ready_database

    settings = load()
    database = ready_database(settings)
    with writable(file):
        write_roster(database, file, ZoneInfo(settings.timezone), system_clock())
    click.echo(texts.ROSTER_EXPORTED.format(path=file))


@contextmanager
def _progress(label: str, length: int | None) -> Iterator[Callable[[int], None]]:
    """A bar on standard error where that is a terminal; else nothing but the label."""
    if not sys.stderr.isatty():
        click.echo(label, err=True)
    with click.progressbar(length=length or 1, label=label, file=sys.stderr, show_pos=True) as bar:

        def step(count: int) -> None:
            if length is None:
                bar.length = (bar.length or 0) + count
            bar.update(count)

        yield step


def _tell(plan: "Plan", every: bool) -> None:
    from handlers.roster_lines import lines_of

    for sheet, changes in plan.changes.by_sheet().items():
        counts = Counter(change.action.value for change in changes)
        if counts:
            click.echo(texts.SHEET_CHANGES.format(
                sheet=words.SHEET[sheet], add=counts["add"], change=counts["change"], remove=counts["remove"]
            ))  # fmt: skip
        shown = lines_of(changes, plan.wanted)[:MOST_LISTED] if every else []
        for line in shown:
            click.echo(f"  {line}")
        if every and len(changes) > len(shown):
            click.echo(texts.MORE_CHANGES.format(count=len(changes) - len(shown)))
    if plan.uncovered:
        click.echo(texts.UNCOVERED.format(count=len(plan.uncovered), some="、".join(plan.uncovered[:5])))
