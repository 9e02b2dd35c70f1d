"""服务证明 and 日历: addresses of one's own certificate and calendar, and what stands behind them."""

import re
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from governance.days import month_of, next_month
from handlers.context import Context, SubdistrictConfig
from handlers.duty.members import member
from handlers.duty.shift_words import rest_of, where
from handlers.inbound import Reply
from handlers.texts import duty as duty_words
from handlers.texts import service as words
from handlers.turn import Turn
from storage.database import Database
from storage.duty.hours import entries, minutes_by_person
from storage.duty.papers import CertificateRow, certificate_by_code, feed_by_secret, write_certificate, write_feed
from storage.duty.sign_ups import shifts_of
from storage.models import ServiceHours
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork

_LONG_SECRET, _SHORT_SECRET = 24, 12
_YEAR = re.compile(r"(20[0-9]{2})\s*年?")
_MONTH = re.compile(r"(?<![0-9])(1[0-2]|[1-9])\s*月")
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


def certificate(turn: Turn) -> Reply:
    """服务证明, of this year, a year or a month."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    first, last = _span(rest_of(turn), turn.today)
    minutes = _minutes(turn.uow, who.person_id, first, last)
    span = _span_words(first, last)
    if minutes <= 0:
        return Reply(words.CERTIFICATE_NONE.format(span=span))
    code = secrets.token_hex(_SHORT_SECRET)
    write_certificate(turn.uow, code, who.person_id, first, last, minutes, turn.now)
    url = f"{turn.config.public_url}/certificates/{code}.pdf"
    return Reply(words.CERTIFICATE.format(span=span, hours=duty_words.hours(minutes), url=url))


def feed(turn: Turn) -> Reply:
    """日历: a new address; the old one ends."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    secret = secrets.token_hex(_LONG_SECRET)
    write_feed(turn.uow, secret, who.person_id, turn.now)
    return Reply(words.FEED.format(url=f"{turn.config.public_url}/calendar/{secret}.ics"))


def certificate_facts(database: Database, code: str) -> CertificateFacts | None:
    """What stands behind a certificate's code, None for no such code."""
    with database.read() as connection:
        uow = UnitOfWork(connection)
        row = certificate_by_code(uow, code)
        if row is None:
            return None
        sums: dict[str, int] = {}
        for entry in entries(uow, row.person_id, row.first, row.last):
            sums[words.SOURCE[entry.source]] = sums.get(words.SOURCE[entry.source], 0) + entry.minutes
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


def _minutes(uow: UnitOfWork, person_id: int, first: date, last: date) -> int:
    return minutes_by_person(uow, first, last, ServiceHours.person_id == person_id).get(person_id, 0)


def _span(said: str, today: date) -> tuple[date, date]:
    """First and last day: a month, else a year, up to today."""
    year, month = _YEAR.search(said), _MONTH.search(said)
    of = int(year[1]) if year else today.year
    if month:
        first = date(of, int(month[1]), 1)
        if not year and first > month_of(today):
            first = first.replace(year=of - 1)
        return first, min(next_month(first) - timedelta(days=1), max(today, first))
    return date(of, 1, 1), min(date(of, 12, 31), max(today, date(of, 1, 1)))


def _span_words(first: date, last: date) -> str:
    return words.SPAN.format(first=first, last=last)
