"""Mailboxes of other platforms are looked into, over TLS: files of who may send are taken in, and the mail is marked as seen."""

import imaplib
import re
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any
from urllib.parse import unquote, urlsplit

import structlog

from bot.tools import Tools
from governance.connectors.mail import MOST_MAIL_BYTES, MailResult, head_of, is_allowed
from governance.connectors.mapping import Platform
from handlers.connectors.mailed import refuse_mail, take_mail
from handlers.context import Context
from handlers.jobs import AnyJob, Job, Lane
from handlers.texts import jobs as words
from storage.connectors.mail import Mailbox, change_mailbox, mailbox_of, mailboxes
from storage.unit_of_work import UnitOfWork

TIMEOUT_S, MOST_S = 8.0, 60.0
"""For one answer of a server, and for one look."""
LOOK_EVERY = timedelta(minutes=2)
MOST_MAILS = 50
"""In one look: what is left waits for the next."""
HEAD_BYTES = 64 * 1024
PORT = 993
log = structlog.get_logger("linli.mailbox")


class _Bounded:
    """No answer of a server is read any further than a mail may be long."""

    def read(self, size: int) -> bytes:
        """So many bytes of it."""
        if size > MOST_MAIL_BYTES + HEAD_BYTES:
            raise imaplib.IMAP4.abort("too long")
        return super().read(size)  # type: ignore[misc, no-any-return]


class _Encrypted(_Bounded, imaplib.IMAP4_SSL):
    """With TLS from the first byte; the certificate is looked at."""


class _Plain(_Bounded, imaplib.IMAP4):
    """On this machine only: a stand-in, or a tunnel."""


def to_look(ctx: Context) -> list[str]:
    """Platforms whose mailbox was not looked into for a while."""
    found = [each for each in mailboxes(ctx.uow) if each.platform in ctx.config.platforms]
    return [each.platform for each in found if each.asked_at is None or ctx.now - each.asked_at >= LOOK_EVERY]


def look(tools: Tools, name: str) -> int:
    """Takes in what lies in one of them; what fails is noted, and tried again with the next look."""
    with tools.database.read() as connection:
        box = mailbox_of(UnitOfWork(connection), name)
    if box is None:
        return 0
    error, count, until = "", 0, time.monotonic() + MOST_S
    _noted(tools, name, asked_at=tools.clock())
    try:
        with _logged_in(box) as server:
            for uid in _unseen(server):
                if time.monotonic() > until:
                    break
                count += _take(tools, tools.config.platforms[name], box, server, uid)
    except (imaplib.IMAP4.error, OSError, ValueError) as trouble:
        error = type(trouble).__name__
        log.warning("mailbox not read", platform=name, error=error)
    if error != box.error:
        _noted(tools, name, error=error[:40])
    if count:
        tools.wake()
    return count


def _noted(tools: Tools, name: str, **values: Any) -> None:
    with tools.database.write() as connection:
        uow = UnitOfWork(connection)
        change_mailbox(uow, name, **values)
        uow.finish()


@contextmanager
def _logged_in(box: Mailbox) -> Iterator[imaplib.IMAP4]:
    parts = urlsplit(box.address)
    host, port = parts.hostname or "", parts.port or PORT
    server: imaplib.IMAP4
    if parts.scheme == "imaps":
        server = _Encrypted(host, port, ssl_context=ssl.create_default_context(), timeout=TIMEOUT_S)
    else:
        server = _Plain(host, port, timeout=TIMEOUT_S)
    try:
        server.login(box.user, box.secret)
        folder = unquote(parts.path.strip("/")) or "INBOX"
        _well(server.select(f'"{folder}"'))
        yield server
    finally:
        with suppress(imaplib.IMAP4.error, OSError):
            server.logout()
        with suppress(imaplib.IMAP4.error, OSError):
            server.shutdown()  # where the other side is gone, leaving lets go of nothing


def _well(answer: tuple[str, list[Any]]) -> list[Any]:
    status, found = answer
    if status != "OK":
        raise imaplib.IMAP4.error(status)
    return found


def _unseen(server: imaplib.IMAP4) -> list[str]:
    """The first that nobody has marked, by their lasting numbers."""
    found = _well(server.uid("SEARCH", "UNSEEN"))
    numbers = b" ".join(each for each in found if isinstance(each, bytes)).split()
    return [number.decode("ascii") for number in numbers if number.isdigit()][:MOST_MAILS]


def _take(tools: Tools, platform: Platform, box: Mailbox, server: imaplib.IMAP4, uid: str) -> int:
    """One mail: kept in the database first, then marked; one that is marked too late is known again by its id."""
    size, content = _fetched(server, uid, f"(RFC822.SIZE BODY.PEEK[HEADER]<0.{HEAD_BYTES}>)")
    if not content:
        return 0
    head, count = head_of(content), 0
    if not is_allowed(head.sender, box.allowed.split(",")):
        _kept(tools, lambda uow: refuse_mail(uow, platform, head.key, MailResult.WRONG_SENDER, tools.clock()))
    elif size > MOST_MAIL_BYTES:
        _kept(tools, lambda uow: refuse_mail(uow, platform, head.key, MailResult.TOO_LONG, tools.clock()))
    else:
        _, whole = _fetched(server, uid, f"(BODY.PEEK[]<0.{MOST_MAIL_BYTES}>)")
        count = _kept(tools, lambda uow: take_mail(uow, platform, head.key, whole, tools.clock()))
    _well(server.uid("STORE", uid, "+FLAGS.SILENT", r"(\Seen)"))
    return count


def _fetched(server: imaplib.IMAP4, uid: str, what: str) -> tuple[int, bytes]:
    """The size that it says, and the bytes that were asked for; none where the mail is gone."""
    size, content = 0, b""
    for part in _well(server.uid("FETCH", uid, what)):
        said = part[0] if isinstance(part, tuple) else part
        if isinstance(said, bytes) and (found := re.search(rb"RFC822\.SIZE ([0-9]{1,12})", said)):
            size = int(found[1])
        if isinstance(part, tuple):
            content = part[1]
    return size, content


def _kept(tools: Tools, take: Callable[[UnitOfWork], int]) -> int:
    with tools.database.write() as connection:
        uow = UnitOfWork(connection)
        count = take(uow)
        uow.finish()
    return count


JOBS: tuple[AnyJob[Tools], ...] = (Job("connector_mail", *words.CONNECTOR_MAIL, Lane.OUTSIDE, to_look, look),)
