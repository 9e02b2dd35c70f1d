"""Pushes on their way: claimed by one deliverer, ended with a reason, or kept for the next reply."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, or_, select, update

from governance.tickets.urgency import Urgency
from storage.database import Database
from storage.job_failures import not_held_back
from storage.models import Account, Attachment, Outbox, Person, Ticket
from storage.unit_of_work import UnitOfWork

CLAIM_FOR = timedelta(minutes=2)
"""A push claimed this long ago and not settled: its deliverer died, nobody knows whether it went out."""


@dataclass(frozen=True)
class OwedPicture:
    """The picture of a push: pending, stored (under its SHA-256), refused or lost."""

    state: str
    sha256: str | None
    media_type: str | None


@dataclass(frozen=True)
class OwedPush:
    """A push to deliver now, with what decides how. Instants are UTC."""

    id: int
    account_id: int
    openid: str
    kind: str
    text: str
    number: str | None
    attempts: int
    by_night: bool
    unsubscribed: bool
    muted: str
    last_inbound_at: datetime
    created_at: datetime
    wecom_id: str | None = None
    taps: tuple[str, ...] = ()
    picture: OwedPicture | None = None


@dataclass(frozen=True)
class End:
    """What became of a push: its state, the channel it went by, why it waits or was dropped, and until when it waits."""

    push_id: int
    state: str
    channel: str | None = None
    error: str | None = None
    not_before: datetime | None = None
    again: bool = False
    """It was held back before it was tried: that was no attempt."""


@dataclass(frozen=True)
class Claimed:
    """What a deliverer holds now; `broken`: the ids of rows that cannot be read, with the reason."""

    pushes: list[OwedPush]
    broken: dict[int, Exception]


def claim(database: Database, now: datetime, job: str, danger: bool | None = None, most: int = 50) -> Claimed:
    """Takes pushes that are due, the most urgent and oldest first; no other deliverer gets them.

    `danger`: only those of dangers, or only the others. (SKIP LOCKED on PostgreSQL, one writer on SQLite.)
    """
    due = (
        select(Outbox.id)
        .where(Outbox.state == "waiting", Outbox.not_before <= now, not_held_back(job, Outbox.id, now))
        .order_by(Outbox.priority, Outbox.not_before, Outbox.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    if danger is not None:
        due = due.where(_OF_DANGER if danger else ~_OF_DANGER)
    with database.write() as connection:
        ids: Sequence[int] = connection.execute(due).scalars().all()
        if not ids:
            return Claimed([], {})
        connection.execute(
            update(Outbox)
            .where(Outbox.id.in_(ids))
            .values(state="sending", attempts=Outbox.attempts + 1, not_before=now + CLAIM_FOR)
        )
        rows = connection.execute(_OWED.where(Outbox.id.in_(ids)).order_by(Outbox.priority, Outbox.id)).all()
    return _claimed(rows)


def _claimed(rows: Sequence[Any]) -> Claimed:
    claimed = Claimed([], {})
    for row in rows:
        try:
            claimed.pushes.append(_owed(row))
        except Exception as error:
            claimed.broken[row.id] = error
    return claimed


def renew_claims(database: Database, ids: Sequence[int], now: datetime) -> None:
    """Keeps pushes that are still being sent."""
    ours = (Outbox.id.in_(ids), Outbox.state == "sending")
    with database.write() as connection:
        connection.execute(update(Outbox).where(*ours).values(not_before=now + CLAIM_FOR))


_OF_DANGER = or_(
    Outbox.kind == "hazard",
    select(Ticket.number).where(Ticket.number == Outbox.number, Ticket.urgency == Urgency.HAZARD.value).exists(),
)
"""A push that tells of a danger, or gives one to somebody."""

_OWED = (
    select(
        Outbox.id, Outbox.account_id, Account.openid, Outbox.kind, Outbox.text, Outbox.number, Outbox.attempts,
        Outbox.by_night, Account.unsubscribed_at, Account.muted, Account.last_inbound_at, Outbox.created_at, Person.wecom_id,
        Outbox.taps, Outbox.picture_id, Attachment.state, Attachment.sha256, Attachment.media_type,
    )
    .join(Account, Account.id == Outbox.account_id)
    .outerjoin(Person, Person.id == Account.person_id)
    .outerjoin(Attachment, Attachment.id == Outbox.picture_id)
)  # fmt: skip


def _owed(row: Any) -> OwedPush:
    return OwedPush(
        row.id, row.account_id, row.openid, row.kind, row.text, row.number, row.attempts, row.by_night,
        row.unsubscribed_at is not None, row.muted, row.last_inbound_at, row.created_at, row.wecom_id,
        tuple(json.loads(row.taps)) if row.taps else (),
        None if row.picture_id is None else OwedPicture(row.state, row.sha256, row.media_type),
    )  # fmt: skip


_SETTLE = (
    update(Outbox.__table__)  # type: ignore[arg-type]
    .where(Outbox.__table__.c.id == bindparam("push_id"))
    .values(
        state=bindparam("state_"), channel=bindparam("channel_"), last_error=bindparam("error_"),
        sent_at=bindparam("sent_at_"), not_before=bindparam("not_before_"),
        attempts=Outbox.__table__.c.attempts - bindparam("again_"),
    )
)  # fmt: skip


def settle(database: Database, ends: Sequence[End], now: datetime) -> None:
    """Writes what became of pushes, in one transaction; notes the accounts for which something is kept."""
    kept = [end.push_id for end in ends if end.state == "kept"]
    with database.write() as connection:
        connection.execute(
            _SETTLE,
            [
                {
                    "push_id": end.push_id, "state_": end.state, "channel_": end.channel,
                    "error_": end.error and end.error[:200], "sent_at_": now if end.state == "sent" else None,
                    "not_before_": end.not_before or now, "again_": int(end.again),
                }
                for end in ends
            ],
        )  # fmt: skip
        if kept:
            accounts = select(Outbox.account_id).where(Outbox.id.in_(kept))
            connection.execute(update(Account).where(Account.id.in_(accounts)).values(kept_at=now))


def note_unfollowed(database: Database, account_id: int, now: datetime) -> None:
    """The platform says that this account does not follow us: remembered as if it had told us itself."""
    with database.write() as connection:
        connection.execute(
            update(Account)
            .where(Account.id == account_id, Account.unsubscribed_at.is_(None))
            .values(unsubscribed_at=now)
        )


def give_up_lost_claims(database: Database, now: datetime) -> int:
    """Marks pushes whose deliverer died in the middle as maybe sent: a second notice is worse than a doubtful one."""
    with database.write() as connection:
        return connection.execute(
            update(Outbox)
            .where(Outbox.state == "sending", Outbox.not_before <= now)
            .values(state="maybe_sent", last_error="deliverer died while sending")
        ).rowcount


def kept_for(uow: UnitOfWork, account_id: int, most: int) -> list[tuple[int, str]]:
    """Id and text of what is kept for an account, the most urgent first, then the newest."""
    statement = select(Outbox.id, Outbox.text).where(Outbox.account_id == account_id, Outbox.state == "kept")
    rows = uow.execute(statement.order_by(Outbox.priority, Outbox.id.desc()).limit(most))
    return [(row.id, row.text) for row in rows]


def handed_over(uow: UnitOfWork, account_id: int, ids: Sequence[int], now: datetime) -> None:
    """Settles what went along with a reply; the account is noted on while anything is left."""
    uow.execute(
        update(Outbox).where(Outbox.id.in_(ids)).values(state="sent", channel="reply", sent_at=now, last_error=None)
    )
    if not kept_for(uow, account_id, 1):
        uow.execute(update(Account).where(Account.id == account_id).values(kept_at=None))
