"""服务证明 and 日历: addresses of one's own certificate and calendar, and what stands behind them."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.catalogue import executes
from handlers.context import Context, SubdistrictConfig
from handlers.duty.commands.hours import GetCalendarFeed, GetCertificate
from handlers.duty.members import member
from handlers.duty.outcomes.hours import CertificateWritten, FeedOpened, NothingToCertify
from handlers.duty.texts.hours import SOURCE
from handlers.duty.texts.words import where
from storage.database import Database
from storage.duty.hours import entries, minutes_of
from storage.duty.papers import CertificateRow, certificate_by_code, feed_by_secret, write_certificate, write_feed
from storage.duty.sign_ups import shifts_of
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork

_LONG_SECRET, _SHORT_SECRET = 24, 16
_PAST = timedelta(days=60)


@dataclass(frozen=True)
class CertificateFacts:
    """What a certificate says, and what the ledger says now; `lines`: source in words and minutes."""

    row: CertificateRow
    minutes_now: int
    lines: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Coming:
    """A shift in somebody's calendar; instants are UTC."""

    id: int
    title: str
    starts_at: datetime
    ends_at: datetime


@executes(GetCertificate)
def certificate(command: GetCertificate, ctx: Context) -> CertificateWritten | NothingToCertify:
    """Keeps what it says under a code of its own, that others verify it by."""
    who, first, last = member(ctx), command.first, command.last
    minutes = minutes_of(ctx.uow, who.person_id, first, last)
    if minutes <= 0:
        return NothingToCertify(first, last)
    code = secrets.token_hex(_SHORT_SECRET)
    write_certificate(ctx.uow, code, who.person_id, first, last, minutes, ctx.now)
    return CertificateWritten(first, last, minutes, f"{ctx.config.public_url}/certificates/{code}.pdf")


@executes(GetCalendarFeed)
def feed(_command: GetCalendarFeed, ctx: Context) -> FeedOpened:
    """A new address; the old one ends."""
    who = member(ctx)
    secret = secrets.token_hex(_LONG_SECRET)
    write_feed(ctx.uow, secret, who.person_id, ctx.now)
    return FeedOpened(f"{ctx.config.public_url}/calendar/{secret}.ics")


def certificate_facts(database: Database, code: str) -> CertificateFacts | None:
    """What stands behind a certificate's code, None for no such code."""
    with database.read() as connection:
        uow = UnitOfWork(connection)
        row = certificate_by_code(uow, code)
        if row is None:
            return None
        sums: dict[str, int] = {}
        for entry in entries(uow, row.person_id, row.first, row.last):
            sums[SOURCE[entry.source]] = sums.get(SOURCE[entry.source], 0) + entry.minutes
        return CertificateFacts(row, sum(sums.values()), tuple(sums.items()))


def calendar_of(
    database: Database, config: SubdistrictConfig, secret: str, now: datetime, book: PlaceBook
) -> list[Coming] | None:
    """The shifts behind a calendar's address, some weeks back included; None for no such address."""
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        person = feed_by_secret(ctx.uow, secret)
        if person is None:
            return None
        found = shifts_of(ctx.uow, person, now - _PAST, ("signed", "present", "done"))
        return [Coming(row.id, where(ctx, row), row.shift.starts_at, row.shift.ends_at) for _, row in found]
