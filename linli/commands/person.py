"""`linli person …`: one person's data, and the keys under which all of it lies."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from linli import seen_texts, texts
from linli.clock import system_clock
from linli.commands.backup import readable
from linli.commands.tick import instant_of
from linli.database_away import why_away
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import Settings, load

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from storage.database import Database


@click.group()
def person() -> None:
    """一个人的资料：查看、邀请、导出、注销。"""


@person.command("show")
@click.argument("who")
@click.option("--full", is_flag=True, help="显示完整姓名和手机（记入审计）")
@stops_plainly
def show(who: str, full: bool) -> None:
    """按人员编号查看：姓名、手机、岗位。"""
    from governance.texts import ROLE
    from linli.wiring import ready_database
    from storage.audit import AuditEntry, write_audit
    from storage.roster_read import present_roster
    from understanding.masking import masked_name, masked_phone

    settings = load()
    zone = ZoneInfo(settings.timezone)
    with ready_database(settings).write() as connection:
        roster = present_roster(connection, zone, system_clock())
        entry = roster.people.get(who)
        if entry is None:
            raise Stop(texts.NO_SUCH_PERSON.format(who=who))
        if full:
            write_audit(connection, "linli person show", [AuditEntry("person.read", f"person:{who}")], system_clock())
    name, phone = (entry.name, entry.phone or "") if full else (masked_name(entry.name), masked_phone(entry.phone))
    click.echo(f"{who}　{name}　{phone}　{entry.unit or ''}".rstrip())
    for post in roster.posts.values():
        if post.person == who:
            click.echo(
                f"  {ROLE[post.role]} {post.grid or post.place or ''} {post.since or ''} 至 {post.until or '长期'}"
            )


@person.command("invite")
@click.argument("code")
@stops_plainly
def invite(code: str) -> None:
    """给名册里的人生成微信绑定邀请码。"""
    from linli.invitation import invitation
    from linli.wiring import ready_database, subdistrict_config

    settings = load()
    database = ready_database(settings)
    days = subdistrict_config(settings, database).rules.invitation_days
    click.echo(invitation(database, code, days, "linli person invite"))


@person.command("export")
@click.argument("who")
@click.option("--out", default="-", type=click.Path(dir_okay=False, path_type=Path), help="输出文件，默认标准输出")
@stops_plainly
def export(who: str, out: Path) -> None:
    """导出一个人自己的全部资料（JSON）。WHO 是人员编号，或本人上报的工单编号。"""
    from storage.audit import AuditEntry, write_audit
    from storage.own_data import own_data
    from storage.subject import find_subject

    with _writing() as (settings, connection):
        _require_filled(connection)
        subject = find_subject(connection, who)
        if subject is None:
            raise Stop(texts.NO_SUCH_SUBJECT.format(who=who))
        data = own_data(connection, subject, ZoneInfo(settings.timezone))
        deed = AuditEntry(
            "person.export", f"person:{subject.code}" if subject.code else f"accounts:{subject.account_ids}"
        )
        write_audit(connection, "linli person export", [deed], system_clock())
    with click.open_file(str(out), "w", encoding="utf-8") as file:
        file.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def _require_filled(connection: "Connection") -> None:
    """Before old words are masked nobody knows who is mentioned in them."""
    from linli.upgrade_texts import FILL_FIRST
    from storage.owed_steps import owed_fills

    if owed_fills(connection):
        raise Stop(FILL_FIRST)


@person.command("forget")
@click.argument("who")
@click.option("--yes", is_flag=True, help="不再询问")
@stops_plainly
def forget(who: str, yes: bool) -> None:
    """注销一个人：抹去姓名、电话、微信、文字和照片，只留统计。不能恢复。"""
    from storage.erasing import erase
    from storage.subject import find_subject

    if not yes and not click.confirm(texts.FORGET_SURE.format(who=who)):
        raise Stop(texts.NOT_FORGOTTEN)
    with _writing() as (settings, connection):
        _require_filled(connection)
        subject = find_subject(connection, who)
        if subject is None:
            raise Stop(texts.NO_SUCH_SUBJECT.format(who=who))
        digests = erase(connection, subject, "linli person forget", system_clock())
    from linli.wiring import ready_database

    _settle(settings, ready_database(settings))
    click.echo(texts.FORGOTTEN.format(files=len(digests)))


@person.command("forget-again")
@click.option("--since", required=True, help="数据库恢复到的时刻，ISO 8601")
@click.option(
    "--erasures",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="删除名单，默认数据目录 backups 里的",
)
@stops_plainly
def forget_again(since: str, erasures: Path | None) -> None:
    """数据库恢复到过去的时刻以后：那以后注销过的人照样注销。再运行一次不会有变化。"""
    from storage.backup import erasures_known
    from storage.erasing import LEDGER, apply_erasures

    settings = load()
    path = erasures or settings.data_dir / "backups" / LEDGER
    with readable(path):
        ledger = erasures_known(path, settings.backup_keys)
    instant = instant_of(since, ZoneInfo(settings.timezone))
    from linli.wiring import ready_database

    database = ready_database(settings)
    with database.write() as connection:
        apply_erasures(connection, ledger, instant)
    click.echo(seen_texts.FORGOTTEN_AGAIN.format(count=_settle(settings, database), path=path))


def _settle(settings: Settings, database: "Database") -> int:
    """Takes away what is left of whoever was erased; answers of how many."""
    from linli.wiring import files_of
    from storage.erasing import settle, unsettled

    files = files_of(settings)
    with database.read() as connection:
        left = unsettled(connection)
    for erasure in left:
        settle(database, files, settings.data_dir / "backups", erasure, system_clock())
    return len(left)


@person.command("rotate-key")
@stops_plainly
def rotate_key() -> None:
    """更换加密密钥，把姓名和电话用新密钥重新加密。请先停止程序。"""
    from cryptography.fernet import Fernet

    from linli.secret_keys import put_keys, secret_keys
    from linli.wiring import ready_database
    from storage.key_rotation import rotate

    settings = load()
    keys = secret_keys(settings)
    if settings.secret_key and len(keys) < 2:
        raise Stop(texts.TWO_KEYS_NEEDED.format(fresh=Fernet.generate_key().decode()))
    if not settings.secret_key:
        keys = [Fernet.generate_key().decode(), *keys]
        ready_database(settings).close()
        put_keys(settings, keys)  # both, so that a stop in the middle leaves everything readable
    count, unreadable = rotate(ready_database(settings), system_clock(), "linli person rotate-key")
    if not settings.secret_key and not unreadable:
        put_keys(settings, keys[:1])
    click.echo(texts.ROTATED.format(count=count))
    if unreadable:
        raise Stop(texts.NOT_ROTATED.format(count=unreadable))
    if settings.secret_key:
        click.echo(texts.DROP_OLD_KEY)


@contextmanager
def _writing() -> Iterator[tuple[Settings, "Connection"]]:
    from linli.wiring import ready_database
    from storage.database import Unavailable

    settings = load()
    try:
        with ready_database(settings).write() as connection:
            yield settings, connection
    except Unavailable as error:
        raise Stop(why_away(error)) from error
