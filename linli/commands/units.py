"""`linli units …`: files by which systemd or containers run the product."""

from collections.abc import Mapping
from pathlib import Path

import click

from linli import units_texts as texts
from linli.commands.workbooks import write_files
from linli.plainly import stops_plainly

OUT = click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="写到哪个文件夹")


@click.group()
def units() -> None:
    """生成长期运行用的文件：systemd 服务，或容器。"""


@units.command("systemd")
@OUT
@stops_plainly
def systemd(out: Path) -> None:
    """生成 systemd 服务：消息入口、后台、定时、内置 Valkey、升级；不用 root，权限收紧。"""
    from linli.units.systemd import units as made

    _write(out, made())


@units.command("compose")
@OUT
@stops_plainly
def compose(out: Path) -> None:
    """生成容器用的文件：Containerfile、compose.yaml、Caddyfile、env.example。"""
    from linli.units.containers import files

    _write(out, files())


def _write(folder: Path, files: Mapping[str, str]) -> None:
    write_files(folder, files)
    click.echo(texts.WRITTEN.format(folder=folder, names="、".join(files), readme="README.txt"))
