"""`linli qr`: codes to hang up in the buildings."""

import sys
from pathlib import Path

import click

from linli import texts, thing_texts
from linli.clock import system_clock
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load


@click.command()
@click.option("--community", required=True, help="社区名称或编号")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="输出文件夹")
@click.option("--things", is_flag=True, help="生成设施的二维码，不是楼栋的")
@stops_plainly
def qr(community: str, out: Path, things: bool) -> None:
    """生成一个社区各楼栋（或设施）的二维码：每个一张 PNG，一份可打印的 PDF。"""
    from bot.errors import PlatformAway, PlatformError
    from linli.platform_errors import explained
    from linli.qr_sheets import PDF_NAME, write_png, write_sheets
    from linli.wiring import platform_api, ready_database
    from storage.building_codes import building_codes, communities, keep_address
    from storage.thing_codes import keep_thing_address, thing_codes

    settings = load()
    database = ready_database(settings)
    known = communities(database)
    chosen = next((code for code, name in known if community in (code, name)), None)
    if chosen is None:
        raise Stop(texts.NO_COMMUNITY.format(name=community, known="、".join(name for _, name in known)))
    codes = (thing_codes if things else building_codes)(database, chosen, system_clock())
    keep = keep_thing_address if things else keep_address
    if not codes:
        raise Stop((thing_texts.NO_THINGS if things else texts.NO_BUILDINGS).format(name=community))
    api = platform_api(settings)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with click.progressbar(codes, label=texts.MAKING_CODES, file=sys.stderr) as bar:
            for number, code in enumerate(bar):
                if code.address is None:
                    codes[number] = code = keep(database, code, api.create_code(code.scene))
                write_png(out, code)
        write_sheets(out, codes)
    except (PlatformAway, PlatformError) as error:
        raise Stop(explained(texts.PLATFORM_AWAY, error, settings.wechat_api_base)) from error
    except OSError as error:
        raise Stop(texts.FILE_UNWRITABLE.format(path=out)) from error
    click.echo(
        (thing_texts.CODES_WRITTEN if things else texts.CODES_WRITTEN).format(
            count=len(codes), folder=out, pdf=PDF_NAME
        )
    )
