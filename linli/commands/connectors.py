"""`linli connectors …`: other platforms: which are connected, their mapping files checked, connected, tried again."""

import secrets
from pathlib import Path

import click

from linli.commands.connector_aside import connectors_aside, connectors_replay
from linli.commands.connector_mail import connectors_mail
from linli.connector_texts import (
    ALL_WELL,
    CONNECTED,
    GIVES_NOTHING,
    GIVES_TO,
    LINE,
    NOT_CONNECTED,
    OFF,
    PROBLEM,
    TAKEN,
    UNKNOWN,
    UNREADABLE_FILE,
    WRONG_ADDRESS,
)
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load

SECRET_BYTES = 32


@click.group()
def connectors() -> None:
    """其他平台的对接：列出、检查对照表、开通、停用、重办。"""


connectors.add_command(connectors_mail)
connectors.add_command(connectors_aside)
connectors.add_command(connectors_replay)


@connectors.command("list")
@stops_plainly
def connectors_list() -> None:
    """列出有对照表的平台，接上没有，积压、冲突、搁置各多少。"""
    from linli.wiring import ready_database, subdistrict_config
    from storage.connectors.items import counts
    from storage.connectors.platforms import all_connected
    from storage.unit_of_work import UnitOfWork

    settings = load()
    config = subdistrict_config(settings)
    with ready_database(settings).read() as connection:
        uow = UnitOfWork(connection)
        on, many = {each.platform for each in all_connected(uow)}, counts(uow)
    for name, each in config.platforms.items():
        click.echo(
            LINE.format(
                name=name, label=each.label, state="已接上" if name in on else "未接",
                waiting=many.get((name, "received"), 0), conflicts=many.get((name, "conflict"), 0),
                aside=many.get((name, "set_aside"), 0),
            )
        )  # fmt: skip


@connectors.command("check")
@click.argument("files", nargs=-1, type=click.Path(dir_okay=False, path_type=Path))
@stops_plainly
def connectors_check(files: tuple[Path, ...]) -> None:
    """检查对照表：全不全、代码回传会不会变样；不给文件就检查正在用的全部。"""
    from governance.connectors.file import WrongMapping
    from handlers.mappings import SHIPPED, read_mapping
    from linli.rules_file import read_rules

    settings = load()
    categories = read_rules(settings.rules).categories
    own = sorted(settings.connectors.glob("*.toml")) if settings.connectors else []
    problems = []
    for path in files or (*sorted(SHIPPED.glob("*.toml")), *own):
        try:
            read_mapping(path, categories)
        except WrongMapping as wrong:
            problems += [PROBLEM.format(file=path.name, problem=each) for each in wrong.problems]
    if problems:
        raise Stop("\n".join(problems))
    click.echo(ALL_WELL)


@connectors.command("on")
@click.argument("platform")
@click.option("--gives-to", default="", help="对方收我们消息的地址（POST）")
@click.option("--asks-at", default="", help="我们去问对方有没有新数据的地址（GET，带 cursor）")
@click.option("--looks-up-at", default="", help="按编号查办件的地址（GET，带 number），居民问办件时用")
@stops_plainly
def connectors_on(platform: str, gives_to: str, asks_at: str, looks_up_at: str) -> None:
    """接上一个平台，打印签名用的密钥，只显示这一次；再运行一次换新密钥，没写的地址不变。"""
    from linli.clock import system_clock
    from linli.encrypted import web_is_encrypted
    from linli.wiring import ready_database, subdistrict_config
    from storage.audit import AuditEntry, note_by
    from storage.connectors.platforms import connect, connected
    from storage.unit_of_work import UnitOfWork

    settings = load()
    if platform not in subdistrict_config(settings).platforms:
        raise Stop(UNKNOWN.format(name=platform))
    for address in filter(None, (gives_to, asks_at, looks_up_at)):
        if not web_is_encrypted(address) or len(address) > 200:
            raise Stop(WRONG_ADDRESS.format(address=address[:60]))
    secret, now = secrets.token_urlsafe(SECRET_BYTES), system_clock()
    with ready_database(settings).write() as connection:
        uow = UnitOfWork(connection)
        said = {"gives_to": gives_to, "asks_at": asks_at, "looks_at": looks_up_at}
        connect(uow, platform, now, secret=secret, **{name: address for name, address in said.items() if address})
        known = connected(uow, platform)
        note_by(uow, "linli connectors on", AuditEntry("connector.on", f"platform:{platform}"), now)
        uow.finish()
    click.echo(GIVES_TO.format(address=known.gives_to) if known is not None and known.gives_to else GIVES_NOTHING)
    click.echo(CONNECTED.format(name=platform, secret=secret, path=f"/connect/{platform}"))


@connectors.command("off")
@click.argument("platform")
@stops_plainly
def connectors_off(platform: str) -> None:
    """停用一个平台：不再收，也不再发；已收下的照样办。"""
    from linli.clock import system_clock
    from linli.wiring import ready_database
    from storage.audit import AuditEntry, note_by
    from storage.connectors.platforms import change_connected
    from storage.unit_of_work import UnitOfWork

    with ready_database(load()).write() as connection:
        uow = UnitOfWork(connection)
        if not change_connected(uow, platform, is_on=False):
            raise Stop(NOT_CONNECTED.format(name=platform))
        note_by(uow, "linli connectors off", AuditEntry("connector.off", f"platform:{platform}"), system_clock())
        uow.finish()
    click.echo(OFF.format(name=platform))


@connectors.command("take")
@click.argument("platform")
@click.argument("folder", type=click.Path(file_okay=False, exists=True, path_type=Path))
@stops_plainly
def connectors_take(platform: str, folder: Path) -> None:
    """从文件夹收：里面的 .json、.jsonl 逐个收下，收好的移到 done 子文件夹；读不懂的留在原处。可放进定时任务。"""
    from handlers.connectors.taking import take_records
    from linli.clock import system_clock
    from linli.record_files import records_of
    from linli.wiring import ready_database, subdistrict_config
    from storage.connectors.platforms import connected
    from storage.unit_of_work import UnitOfWork

    settings = load()
    mapping, database = subdistrict_config(settings).platforms.get(platform), ready_database(settings)
    with database.read() as connection:
        known = connected(UnitOfWork(connection), platform)
    if mapping is None or known is None or not known.is_on:
        raise Stop(NOT_CONNECTED.format(name=platform))
    for path in sorted(each for each in folder.iterdir() if each.suffix in (".json", ".jsonl") and each.is_file()):
        records = records_of(path)
        if records is None:
            click.echo(UNREADABLE_FILE.format(file=path.name))
            continue
        with database.write() as connection:
            uow = UnitOfWork(connection)
            taken = take_records(uow, mapping, "file", records, system_clock())
            uow.finish()
        (folder / "done").mkdir(exist_ok=True)
        path.rename(folder / "done" / path.name)
        click.echo(TAKEN.format(file=path.name, new=taken.new, known=taken.known, aside=len(taken.set_aside)))
