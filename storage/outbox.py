"""Pushes that are owed: written with their cause, claimed by one deliverer, ended with a reason."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from storage.database import Database
from storage.models import Account, Attachment, Outbox
from storage.unit_of_work import UnitOfWork

CLAIM_FOR = timedelta(minutes=2)
"""A push claimed this long ago and not settled: its deliverer died, nobody knows whether it went out."""


@dataclass(frozen=True)
class OwedPush:
    """A push to deliver now."""

    id: int
    openid: str
    text: str
    attempts: int
    unsubscribed: bool
    taps: tuple[str, ...] = ()
    picture: "OwedPicture | None" = None


@dataclass(frozen=True)
class OwedPicture:
    """The picture of a push: pending, stored (under its SHA-256), refused or lost."""

    state: str
    sha256: str | None
    media_type: str | None


def owe(
    uow: UnitOfWork, *, dedupe_key: str, account_id: int, kind: str, text: str, now: datetime,
    not_before: datetime | None = None, number: str | None = None, taps: Sequence[str] = (),
    picture_id: int | None = None,
) -> None:  # fmt: skip
    """Writes a push that may go out at once, or not before an instant; with answers to tap, or a picture in place of words."""
    uow.add(
        Outbox, dedupe_key=dedupe_key, account_id=account_id, kind=kind, text=text, state="waiting", attempts=0,
        not_before=not_before or now, created_at=now, number=number, picture_id=picture_id,
        taps=json.dumps(list(taps), ensure_ascii=False) if taps else None,
    )  # fmt: skip


def pushes_about(uow: UnitOfWork, number: str, account_id: int, kind: str) -> list[tuple[int, str, str]]:
    """Id, state and text of an account's pushes of a kind about a ticket, the oldest first."""
    statement = select(Outbox.id, Outbox.state, Outbox.text).where(
        Outbox.number == number, Outbox.account_id == account_id, Outbox.kind == kind
    )
    return [(row.id, row.state, row.text) for row in uow.execute(statement.order_by(Outbox.id))]


def say_more(uow: UnitOfWork, push_id: int, text: str) -> bool:
    """Changes the words of a push that has not gone out; False when it has."""
    statement = update(Outbox).where(Outbox.id == push_id, Outbox.state == "waiting").values(text=text)
    return uow.execute(statement).rowcount == 1


def owed_already(uow: UnitOfWork, dedupe_keys: Sequence[str]) -> set[str]:
    """Those of the keys under which a push was written before."""
    return set(uow.execute(select(Outbox.dedupe_key).where(Outbox.dedupe_key.in_(dedupe_keys))).scalars())


def take_back(uow: UnitOfWork, number: str, account_id: int, kind: str, why: str) -> None:
    """Drops what has not gone out to an account about a ticket: it says nothing any more."""
    waiting = (Outbox.number == number, Outbox.account_id == account_id, Outbox.kind == kind, Outbox.state == "waiting")
    uow.execute(update(Outbox).where(*waiting).values(state="dropped", last_error=why))


def claim(database: Database, now: datetime, most: int = 50) -> list[OwedPush]:
    """Takes pushes that are due, oldest first; no other deliverer gets them (SKIP LOCKED on PostgreSQL, one writer on SQLite)."""
    due = (
        select(Outbox.id)
        .where(Outbox.state == "waiting", Outbox.not_before <= now)
        .order_by(Outbox.not_before, Outbox.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    with database.write() as connection:
        ids: Sequence[int] = connection.execute(due).scalars().all()
        if not ids:
            return []
        connection.execute(
            update(Outbox)
            .where(Outbox.id.in_(ids))
            .values(state="sending", attempts=Outbox.attempts + 1, not_before=now + CLAIM_FOR)
        )
        rows = connection.execute(
            select(
                Outbox.id,
                Account.openid,
                Outbox.text,
                Outbox.attempts,
                Account.unsubscribed_at,
                Outbox.taps,
                Outbox.picture_id,
                Attachment.state,
                Attachment.sha256,
                Attachment.media_type,
            )
            .join(Account, Account.id == Outbox.account_id)
            .outerjoin(Attachment, Attachment.id == Outbox.picture_id)
            .where(Outbox.id.in_(ids))
            .order_by(Outbox.id)
        ).all()
    return [_owed(row) for row in rows]


def _owed(row: Any) -> OwedPush:
    taps = tuple(json.loads(row.taps)) if row.taps else ()
    picture = None if row.picture_id is None else OwedPicture(row.state, row.sha256, row.media_type)
    return OwedPush(row.id, row.openid, row.text, row.attempts, row.unsubscribed_at is not None, taps, picture)


def settle(database: Database, push_id: int, state: str, *, now: datetime, error: str | None = None) -> None:
    """Ends a push: sent, maybe_sent or dropped."""
    _write(database, push_id, state=state, sent_at=now if state == "sent" else None, last_error=error and error[:200])


def retry_later(database: Database, push_id: int, at: datetime, error: str) -> None:
    """Puts a push back until `at`."""
    _write(database, push_id, state="waiting", not_before=at, last_error=error[:200])


def give_up_lost_claims(database: Database, now: datetime) -> int:
    """Marks pushes whose deliverer died in the middle as maybe sent: a second notice is worse than a doubtful one."""
    with database.write() as connection:
        return connection.execute(
            update(Outbox)
            .where(Outbox.state == "sending", Outbox.not_before <= now)
            .values(state="maybe_sent", last_error="deliverer died while sending")
        ).rowcount


def _write(database: Database, push_id: int, **values: Any) -> None:
    with database.write() as connection:
        connection.execute(update(Outbox).where(Outbox.id == push_id).values(**values))
