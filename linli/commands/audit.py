"""`linli audit`: whether the chain is whole, and its rows as a file."""

from datetime import date
from pathlib import Path
from typing import BinaryIO, cast
from zoneinfo import ZoneInfo

import click

from linli import law_texts as words
from linli import texts
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load

SHOWN = 50
"""So many flaws are listed."""


@click.group()
def audit() -> None:
    """审计记录：核对、导出。"""


@audit.command("verify")
@click.option("--head", "noted", default=None, metavar="SEQ:LINK", help="以前记下的链头")
@stops_plainly
def verify(noted: str | None) -> None:
    """核对校验链：有没有被改过、少了的记录。"""
    from linli.wiring import ready_database
    from storage.audit_chain import Head
    from storage.audit_check import check_chain, merged

    head = None
    if noted is not None:
        seq, _, link = noted.partition(":")
        if not (seq.isascii() and seq.isdigit() and len(seq) < 12 and link):
            raise Stop(words.BAD_HEAD.format(head=noted))
        head = Head(int(seq), link)
    with ready_database(load()).read() as connection:
        found = check_chain(connection, head)
    click.echo(words.CHAIN.format(rows=found.rows, waiting=found.waiting, erased=found.erased))
    click.echo(words.HEAD.format(head=f"{found.head.seq}:{found.head.link}"))
    if found.flaws:
        listed = list(merged(found.flaws))
        lines = [words.flaw(first.why, first.seq, last.seq, first.row) for first, last in listed[:SHOWN]]
        more = [words.MORE_FLAWS.format(count=len(listed) - SHOWN)] if len(listed) > SHOWN else []
        raise Stop("\n".join([words.CHAIN_BROKEN.format(count=len(found.flaws)), *lines, *more]))
    click.echo(words.CHAIN_WHOLE)


@audit.command("export")
@click.option("--format", "format_name", default="jsonl", type=click.Choice(["jsonl", "csv", "xlsx"]), help="格式")
@click.option("--from", "first", default=None, metavar="DATE", help="起始日期，形如 2026-11-24")
@click.option("--to", "last", default=None, metavar="DATE", help="结束日期（含）")
@click.option("--find", "text", default="", help="人员编号、姓名、地址、工单号或说明里的字")
@click.option("--out", default="-", type=click.Path(dir_okay=False, path_type=Path), help="输出文件，默认标准输出")
@stops_plainly
def export(format_name: str, first: str | None, last: str | None, text: str, out: Path) -> None:
    """导出审计记录，连同校验值。"""
    from governance.days import end_of, start_of
    from linli.clock import system_clock
    from linli.wiring import ready_database
    from storage.audit import AuditEntry, write_audit
    from storage.audit_search import FIELDS, AuditSearch, audit_records
    from storage.flat_files import FORMATS

    settings = load()
    zone = ZoneInfo(settings.timezone)
    wanted = AuditSearch(
        text, since=None if first is None else start_of(_day(first), zone),
        until=None if last is None else end_of(_day(last), zone),
    )  # fmt: skip
    database = ready_database(settings)
    with database.write() as connection:
        deed = AuditEntry("audit.export", "audit", str(wanted))
        write_audit(connection, "linli audit export", [deed], system_clock())
    with database.read() as connection, click.open_file(str(out), "wb") as file:
        FORMATS[format_name](audit_records(connection, wanted), FIELDS, cast(BinaryIO, file))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Stop(texts.BAD_DATE.format(text=text)) from error
