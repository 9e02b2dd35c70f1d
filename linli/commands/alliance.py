"""`linli import alliance`: units, branches, pairings and agreements from one workbook."""

from collections import Counter
from pathlib import Path

import click

from linli import texts
from linli.clock import system_clock
from linli.commands.workbooks import contents, stop_at
from linli.database_away import why_away
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load


@click.command("alliance")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="只检查并列出会改什么，不写入")
@click.option("--allow-removals", is_flag=True, help="确认这份台账是完整的：少了的一律撤销")
@stops_plainly
def alliance(file: Path, dry_run: bool, allow_removals: bool) -> None:
    """导入共建台账：单位、支部、联络员、结对、协议、节点。有任何问题就什么都不改。"""
    from governance.alliance.sheets import SHEETS
    from governance.alliance.texts import SHEET
    from handlers.alliance.workbook import alliance_dry_run, import_alliance
    from linli.wiring import ready_database, subdistrict_config
    from storage.database import Unavailable
    from storage.workbook.reader import read_workbook

    settings = load()
    database = ready_database(settings)
    config = subdistrict_config(settings, database)
    found = contents(file, lambda path: read_workbook(path, sheets=SHEETS))
    try:
        if dry_run:
            plan = alliance_dry_run(database, config, found, system_clock())
        else:
            plan = import_alliance(database, config, found, system_clock(), removals_agreed=allow_removals)
    except Unavailable as error:
        raise Stop(why_away(error)) from error
    for remark in found.remarks:
        click.echo(remark)
    stop_at(plan.problems, texts.ALLIANCE_REFUSED)
    for sheet, changes in plan.changes.by_sheet().items():
        counts = Counter(change.action.value for change in changes)
        if counts:
            click.echo(texts.SHEET_CHANGES.format(
                sheet=SHEET[sheet], add=counts["add"], change=counts["change"], remove=counts["remove"]
            ))  # fmt: skip
    if plan.much_removed and not allow_removals:
        raise Stop(texts.ALLIANCE_MUCH_REMOVED.format(sheets="、".join(SHEET[sheet] for sheet in plan.much_removed)))
    click.echo(texts.ALLIANCE_SAME if not plan.changes else texts.DRY_RUN if dry_run else texts.ALLIANCE_IMPORTED)
