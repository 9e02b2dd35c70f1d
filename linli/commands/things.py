"""`linli import things`: pipes, manholes, trees and the like from a workbook or GeoJSON."""

from pathlib import Path

import click

from linli import texts, thing_texts
from linli.clock import system_clock
from linli.commands.workbooks import contents, stop_at, writable
from linli.database_away import why_away
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load


@click.command("things")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="只检查并说会改多少，不写入")
@click.option(
    "--datum", type=click.Choice(["wgs84", "gcj02", "bd09"]), default="wgs84", show_default=True,
    help="文件里的坐标系：GPS 是 wgs84，腾讯和高德是 gcj02，百度是 bd09",
)  # fmt: skip
@stops_plainly
def things(file: Path, dry_run: bool, datum: str) -> None:
    """导入设施：工作簿（.xlsx）或 GeoJSON。有任何问题就什么都不改；文件里没有的设施不动。"""
    from governance.things.datum import Datum
    from handlers.things.importing import import_things, read_things, things_dry_run
    from linli.wiring import ready_database
    from storage.database import Unavailable

    settings = load()
    database = ready_database(settings)
    geojson = file.suffix.lower() in (".geojson", ".json")
    found = contents(file, lambda path: read_things(path, geojson=geojson))
    do = things_dry_run if dry_run else import_things
    try:
        plan = do(database, found, Datum(datum), system_clock())
    except Unavailable as error:
        raise Stop(why_away(error)) from error
    for remark in found.remarks:
        click.echo(remark)
    stop_at(plan.problems, thing_texts.REFUSED)
    made = plan.changes
    click.echo(thing_texts.COUNTED.format(added=made.added, changed=made.changed, ended=made.ended, same=made.same))
    if plan.risks:
        click.echo(thing_texts.RISKS.format(count=plan.risks))
    click.echo(texts.DRY_RUN if dry_run else thing_texts.IMPORTED)


@click.command("things-template")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@stops_plainly
def things_template(file: Path) -> None:
    """生成空白设施表，带填写说明和下拉选项。"""
    from governance.things.risks import RISKS
    from governance.things.sheets import THINGS
    from storage.texts import HOW_TO_THINGS
    from storage.workbook.writer import write_workbook

    with writable(file):
        write_workbook(file, sheets=(THINGS, RISKS), how_to=HOW_TO_THINGS)
    click.echo(texts.TEMPLATE_WRITTEN.format(path=file))
