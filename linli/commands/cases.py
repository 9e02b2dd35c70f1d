"""`linli cases`: the year's cases, who is commended and the communities' brands as a booklet."""

from pathlib import Path

import click

from linli import texts
from linli.commands.stars import require_year
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load


@click.group()
def cases() -> None:
    """年度案例：街道这一年成册。"""


@cases.command("booklet")
@click.option("--year", required=True, type=int, help="年份，形如 2026")
@click.option("--format", "format_name", default="html", type=click.Choice(["html", "pdf"]), help="格式")
@click.option("--out", default="-", type=click.Path(dir_okay=False, path_type=Path), help="输出文件，默认标准输出")
@stops_plainly
def booklet(year: int, format_name: str, out: Path) -> None:
    """街道这一年：年度案例、表扬的单位和项目、一居一品，图片都在文件里；只有已经公布的。"""
    from bot.booklet_pages import booklet_file
    from bot.pages import PublicPages
    from linli.clock import system_clock
    from linli.fonts import FONTS
    from linli.wiring import files_of, ready_database, subdistrict_config

    require_year(year)
    if format_name == "pdf" and str(out) == "-":
        raise Stop(texts.OUT_NEEDED)
    settings = load()
    files = files_of(settings)
    pages = PublicPages(ready_database(settings), subdistrict_config(settings), system_clock, FONTS, files)
    content = booklet_file(pages, year, printed=format_name == "pdf")
    if content is None:
        raise Stop(texts.NOTHING_PUBLIC.format(year=year))
    with click.open_file(str(out), "wb") as file:
        file.write(content)
