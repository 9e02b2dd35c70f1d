"""The command line. Each command is a few lines that call the part which does it."""

import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, cast
from zoneinfo import ZoneInfo

import click

from linli import texts
from linli.commands.audit import audit
from linli.commands.backup import backup, restore
from linli.commands.catalogue import commands
from linli.commands.compliance import compliance
from linli.commands.duty import duty
from linli.commands.jobs import jobs
from linli.commands.office import office
from linli.commands.openapi import openapi
from linli.commands.outbox import outbox
from linli.commands.person import person
from linli.commands.qr import qr
from linli.commands.report import report
from linli.commands.roster import export_roster, imports
from linli.commands.stars import stars
from linli.commands.tick import tick
from linli.commands.understanding import understanding
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.private_files import make_private
from linli.settings import load, machine_user
from storage.origin import came_from


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """邻里：街道的微信机器人和后台。"""
    make_private()
    came_from(f"shell:{machine_user()}")


@main.command()
@stops_plainly
def demo() -> None:
    """示例街道：一条命令启动全部程序和聊天页面。"""
    from linli.demo import run

    sys.exit(run(load()))


@main.command()
@stops_plainly
def up() -> None:
    """启动消息入口、后台和定时（正式运行）。"""
    from linli.up import run

    sys.exit(run(load()))


@main.command()
@stops_plainly
def web() -> None:
    """只启动消息入口。"""
    from linli import counters

    settings = load()
    with counters.kept(settings):
        from linli.web import serve

        serve(settings)


@main.command()
@stops_plainly
def worker() -> None:
    """只启动后台：下载附件、发送推送。"""
    from linli.background import work

    work(load())


@main.command()
@stops_plainly
def scheduler() -> None:
    """只启动定时。"""
    from linli.background import schedule

    schedule(load())


@main.command()
@click.option("--bind", default="127.0.0.1:8081", show_default=True, help="监听地址")
@click.option("--webhook", default="http://127.0.0.1:8080/wechat", show_default=True, help="消息入口地址")
@stops_plainly
def simulate(bind: str, webhook: str) -> None:
    """启动微信模拟平台和聊天页面。"""
    from linli.simulate import run

    run(load(), bind, webhook)


@main.command()
@stops_plainly
def doctor() -> None:
    """检查配置，用中文说明哪里有问题。"""
    from linli.doctor import examine

    problems = 0
    for finding in examine(load()):
        mark = "✓" if finding.well else ("!" if finding.hint else "✗")
        problems += not finding.well and not finding.hint
        click.echo(f"{mark} {finding.text}")
    click.echo(texts.DOCTOR_FAILED.format(count=problems) if problems else texts.DOCTOR_OK)
    sys.exit(1 if problems else 0)


@main.group()
def menu() -> None:
    """公众号菜单。"""


@menu.command("push")
@stops_plainly
def menu_push() -> None:
    """把菜单发布到公众号（替换原有菜单），按身份显示不同菜单。"""
    from bot.errors import PlatformAway, PlatformError
    from bot.menu import publish
    from linli.wiring import platform_api

    try:
        by_role = publish(platform_api(load()))
    except (PlatformAway, PlatformError) as error:
        raise Stop(texts.PLATFORM_AWAY.format(error=error)) from error
    click.echo(texts.MENU_PUBLISHED if by_role else texts.MENU_COMMON_ONLY)


@main.group()
def db() -> None:
    """数据库结构。"""


@db.command("upgrade")
@stops_plainly
def db_upgrade() -> None:
    """升级到最新结构。"""
    from linli.wiring import open_database
    from storage.database import Unavailable
    from storage.schema import upgrade

    try:
        upgrade(open_database(load()))
    except Unavailable as error:
        raise Stop(texts.DATABASE_AWAY) from error
    click.echo(texts.DATABASE_UPGRADED)


@db.command("check")
@stops_plainly
def db_check() -> None:
    """核对数据库结构与程序是否一致。"""
    from linli.wiring import ready_database
    from storage.schema import differences

    found = differences(ready_database(load()))
    if found:
        raise Stop("\n".join([texts.DATABASE_DIFFERS, *found]))
    click.echo(texts.DATABASE_OK)


@main.group()
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
    from storage.ticket_export import FIELDS, records

    _export(records, FIELDS, format_name, first, last, out)


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
    from bot.parameters import within_reach

    try:
        return None if text is None else within_reach(date.fromisoformat(text))
    except ValueError as error:
        raise Stop(texts.BAD_DATE.format(text=text)) from error


export.add_command(export_roster)
main.add_command(imports)
main.add_command(audit)
main.add_command(backup)
main.add_command(commands)
main.add_command(compliance)
main.add_command(duty)
main.add_command(jobs)
main.add_command(office)
main.add_command(openapi)
main.add_command(outbox)
main.add_command(person)
main.add_command(qr)
main.add_command(report)
main.add_command(restore)
main.add_command(stars)
main.add_command(tick)
main.add_command(understanding)

if __name__ == "__main__":
    main()
