"""`linli drill storm|told|connect`: how the product bears a night when a main bursts, and another platform's load, on stand-ins."""

import logging
import sys
import tempfile
import time
from pathlib import Path

import click
import structlog

from linli.drill.wordings import STORMS
from linli.plainly import stops_plainly


@click.group()
def drill() -> None:
    """演练：在微信模拟平台上试一试，不碰正式数据。"""


@drill.command("storm")
@click.option("--reports", type=click.IntRange(3, 20_000), default=1000, show_default=True, help="同一件事的上报")
@click.option("--minutes", type=click.IntRange(5, 240), default=60, show_default=True, help="在多少分钟里写来")
@click.option("--buildings", type=click.IntRange(1), default=40, show_default=True, help="涉及几栋楼")
@click.option("--unrelated", type=click.IntRange(0, 20_000), default=300, show_default=True, help="同时来的日常上报")
@click.option("--kind", type=click.Choice(list(STORMS)), default="停水", show_default=True, help="是什么事")
@click.option("--seed", type=int, default=20, show_default=True, help="换一个数，就是另一场")
@click.option("--database", default="", metavar="URL", help="用一个空的 PostgreSQL 库；不写就用临时的 SQLite")
@stops_plainly
def storm(reports: int, minutes: int, buildings: int, unrelated: int, kind: str, seed: int, database: str) -> None:
    """一场大停水：许多人上报同一件事，夹着日常上报和一件煤气味；打印归并、答复、推送和用时，有丢失、重复、掩盖时退出码为 1。"""
    from linli.drill.figures import figures
    from linli.drill.plan import Size, buildings_of, planned
    from linli.drill.printing import begins, lines, progress
    from linli.drill.storm import drill as run
    from linli.drill.texts import TOO_MANY_BUILDINGS
    from linli.drill.town import town
    from linli.errors import Stop
    from linli.sample_roster import sample_roster
    from linli.settings import load

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    size, started, names = (
        Size(reports, minutes, buildings, unrelated, kind),
        time.monotonic(),
        buildings_of(sample_roster()),
    )
    if buildings > len(names):
        raise Stop(TOO_MANY_BUILDINGS.format(most=len(names)))
    settings = load().model_copy(update={"database_url": database})
    with tempfile.TemporaryDirectory(prefix="linli-drill-") as folder, town(settings, Path(folder)) as found:
        click.echo(begins(size, sqlite=found.database.is_sqlite))
        messages = planned(size, names[:buildings], names, seed)
        run(found, size, messages, progress(found.tools.config.zone))
        counted = figures(found, messages, kind)
    for line in lines(counted, (time.monotonic() - started) / 60):
        click.echo(line)
    sys.exit(0 if counted.clean else 1)


@drill.command("told")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--database", default="", metavar="URL", help="用一个空的 PostgreSQL 库；不写就用临时的 SQLite")
@stops_plainly
def told_storm(file: Path, database: str) -> None:
    """按文件重放一场：每行是第几分钟、谁、哪件事（都不是写 -）、说的话、被问到在哪里时怎么答（可省），用制表符隔开。"""
    from linli.drill.printing import told_lines
    from linli.drill.told import lines_of, tell, told
    from linli.drill.town import town
    from linli.settings import load

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    settings = load().model_copy(update={"database_url": database})
    written = lines_of(file)
    with tempfile.TemporaryDirectory(prefix="linli-drill-") as folder, town(settings, Path(folder)) as found:
        tell(found, written)
        for line in told_lines(told(found, written)):
            click.echo(line)


@drill.command("connect")
@click.option("--items", type=click.IntRange(10, 100_000), default=1000, show_default=True, help="对方送来多少条记录")
@click.option("--doubled", type=click.IntRange(0, 100), default=10, show_default=True, help="百分之多少送两次")
@click.option("--late", type=click.IntRange(0, 100), default=5, show_default=True, help="百分之多少来晚，先后颠倒")
@click.option("--kill", is_flag=True, help="中途强行中断后台和消息入口，再启动")
@click.option("--a-second", type=click.IntRange(0, 10_000), default=0, show_default=True, help="每秒送几条，0 是尽快")
@click.option("--seed", type=int, default=22, show_default=True, help="换一个数，就是另一场")
@click.option("--database", default="", metavar="URL", help="用一个空的 PostgreSQL 库；不写就用临时的 SQLite")
@stops_plainly
def connecting(items: int, doubled: int, late: int, kill: bool, a_second: int, seed: int, database: str) -> None:
    """另一个平台大量送来记录，有重复、有颠倒，程序被强行中断；打印丢失、重复、两边不一致和用时，有一样时退出码为 1。"""
    from linli.drill.both_sides import both_sides
    from linli.drill.connecting import connection
    from linli.drill.connecting import drill as run
    from linli.drill.plan import buildings_of
    from linli.drill.printing import connect_begins, connect_lines
    from linli.drill.records import Load, coming, kills_of
    from linli.sample_roster import sample_roster
    from linli.settings import load

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    size, started, kills = Load(items, doubled, late), time.monotonic(), kills_of(items) if kill else 0
    settings = load().model_copy(update={"database_url": database})
    with tempfile.TemporaryDirectory(prefix="linli-drill-") as folder, connection(settings, Path(folder)) as found:
        click.echo(connect_begins(size, kills, a_second, sqlite=found.database.is_sqlite))
        bodies = coming(found.them, size, buildings_of(sample_roster()), seed)
        run(found, bodies, kills=kills, a_second=a_second)
        waits = [found.seen[each] - at for each, at in found.came.items() if each in found.seen]
        counted = both_sides(
            found.database, found.them, found.answers, waits, found.seconds,
            killed=found.processes.killed, taken_up=len(found.taken_up),
        )  # fmt: skip
    for line in connect_lines(counted, (time.monotonic() - started) / 60):
        click.echo(line)
    sys.exit(0 if counted.clean else 1)
