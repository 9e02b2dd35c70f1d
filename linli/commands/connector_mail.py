"""`linli connectors mail`: a platform that sends its records by mail."""

from typing import TextIO
from urllib.parse import urlsplit

import click

from linli.connector_texts import MAIL_OFF, MAIL_ON, NOT_CONNECTED, NOTHING_ALLOWED, WRONG_ALLOWED, WRONG_MAILBOX
from linli.errors import Stop
from linli.plainly import stops_plainly


def mailbox_is_encrypted(address: str) -> bool:
    """Whether a mailbox is spoken with over TLS, or is of this machine."""
    from linli.encrypted import on_this_machine

    parts = urlsplit(address)
    return bool(parts.hostname) and (
        parts.scheme == "imaps" or (parts.scheme == "imap" and on_this_machine(parts.hostname))
    )


@click.command("mail")
@click.argument("platform")
@click.option("--at", "address", default="", help="邮箱地址，例如 imaps://imap.example.gov.cn/INBOX")
@click.option("--user", default="", help="邮箱账号")
@click.option("--from", "senders", multiple=True, help="只收谁的：完整地址，或 @域名；可写几个")
@click.option("--password-file", type=click.File("r"), default=None, help="密码所在的文件；不给就在屏幕上问")
@click.option("--off", is_flag=True, help="不再看这个邮箱")
@stops_plainly
def connectors_mail(
    platform: str, address: str, user: str, senders: tuple[str, ...], password_file: TextIO | None, off: bool
) -> None:
    """从邮箱收一个平台的附件（.json、.jsonl）：每 2 分钟看一次，密码另外输入，不写在命令里。"""
    from linli.clock import system_clock
    from linli.settings import load
    from linli.wiring import ready_database
    from storage.audit import AuditEntry, note_by
    from storage.connectors.mail import drop_mailbox, keep_mailbox
    from storage.connectors.platforms import connected
    from storage.unit_of_work import UnitOfWork

    database = ready_database(load())
    with database.read() as connection:
        known = connected(UnitOfWork(connection), platform)
    if known is None:
        raise Stop(NOT_CONNECTED.format(name=platform))
    if not off:
        _checked(address, user, senders)
    password = "" if off else _password(password_file)
    with database.write() as connection:
        uow = UnitOfWork(connection)
        if off:
            drop_mailbox(uow, platform)
        else:
            row = {"address": address, "user": user, "secret": password, "allowed": ",".join(senders).lower()}
            keep_mailbox(uow, platform, **row)
        deed = AuditEntry("connector.mail", f"platform:{platform}", "off" if off else "on")
        note_by(uow, "linli connectors mail", deed, system_clock())
        uow.finish()
    click.echo((MAIL_OFF if off else MAIL_ON).format(name=platform))


def _checked(address: str, user: str, senders: tuple[str, ...]) -> None:
    """Raises Stop for what can't be a mailbox."""
    if not mailbox_is_encrypted(address) or len(address) > 200 or not user.isprintable() or not 0 < len(user) <= 120:
        raise Stop(WRONG_MAILBOX)
    if not senders:
        raise Stop(NOTHING_ALLOWED)
    for each in senders:
        if "@" not in each or "." not in each.rpartition("@")[2] or "," in each or not each.isprintable():
            raise Stop(WRONG_ALLOWED.format(sender=each[:60]))
    if len(",".join(senders)) > 400:
        raise Stop(WRONG_ALLOWED.format(sender="…"))


def _password(file: TextIO | None) -> str:
    typed: str = file.read() if file is not None else click.prompt("邮箱密码（或授权码）", hide_input=True)
    return typed.strip()
