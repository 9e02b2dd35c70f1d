"""Pushes on their way: claimed by one deliverer, ended with a reason, or kept for the next reply."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, or_, select, update
from sqlalchemy.orm import aliased

from governance.noise import Held
from storage.database import Database
from storage.job_failures import not_held_back
from storage.models import Account, Outbox
from storage.outbox_rows import OWED, End, OwedPush, of_danger, owed
from storage.unit_of_work import UnitOfWork

CLAIM_FOR = timedelta(minutes=2)
"""A push claimed this long ago and not settled: its deliverer died, nobody knows whether it went out."""


@dataclass(frozen=True)
class Claimed:
    """What a deliverer holds now; `broken`: the ids of rows that cannot be read, with the reason; `ended`: how many were sorted
    out, and are not held.
    """

    pushes: list[OwedPush]
    broken: dict[int, Exception]
    ended: int = 0


Sort = Callable[[Connection, Claimed], Sequence[End]]
"""Looks through what was found; answers what is not to be sent now. What it can't read it adds to the broken."""


def anything_due(connection: Connection, now: datetime, kinds: Sequence[str] = ()) -> bool:
    """Whether there is anything (of these kinds) to claim, or to give up: nobody needs the right to write to see that there is
    not.
    """
    due = select(Outbox.id).where(Outbox.state.in_(("waiting", "sending")), Outbox.not_before <= now)
    if kinds:
        due = due.where(Outbox.kind.in_(kinds))
    return connection.execute(due.limit(1)).first() is not None


def claim(
    database: Database, now: datetime, job: str, danger: bool | None = None, most: int = 50, sort: Sort | None = None
) -> Claimed:
    """Takes pushes that are due, the most urgent and oldest first; no other deliverer gets them.

    `danger`: only those of dangers, or only the others. (SKIP LOCKED on PostgreSQL, one writer on SQLite.) With `sort`, what
    waits for the next message to the same people is looked at too, and what it names is ended or waits on, in the same
    transaction: a deliverer that dies had only what it was about to send.
    """
    with database.write() as connection:
        ids = _due(connection, now, job, danger, most)
        if not ids:
            return Claimed([], {})
        rows = connection.execute(OWED.where(Outbox.id.in_(ids)).order_by(Outbox.priority, Outbox.id)).all()
        claimed = _claimed(rows)
        ends = sort(connection, claimed) if sort is not None else []
        _write(connection, ends, now)
        ended = {end.push_id for end in ends}
        ours = (Outbox.id.in_([push_id for push_id in ids if push_id not in ended]),)
        connection.execute(
            update(Outbox).where(*ours).values(
                state="sending", attempts=Outbox.attempts + 1, not_before=now + CLAIM_FOR, held=None
            )
        )  # fmt: skip
    left = [replace(push, attempts=push.attempts + 1) for push in claimed.pushes if push.id not in ended]
    return Claimed(left, claimed.broken, len(ends))


def _due(connection: Connection, now: datetime, job: str, danger: bool | None, most: int) -> list[int]:
    """What is due first, all else that is due to the same people, and what is held for their next message.

    Of what is no danger one deliverer at a time has somebody's pushes: two would make two messages of one.
    """
    owed = select(Outbox.id, Outbox.account_id).where(Outbox.state == "waiting", not_held_back(job, Outbox.id, now))
    if danger is not None:
        owed = owed.where(_OF_DANGER if danger else ~_OF_DANGER)
    due = owed.where(Outbox.not_before <= now)
    if not danger:
        due = due.where(Outbox.account_id.not_in(_BUSY))
    due = due.order_by(Outbox.priority, Outbox.not_before, Outbox.id).limit(most).with_for_update(skip_locked=True)
    found = connection.execute(due).all()
    if danger or not found:
        return [row.id for row in found]
    accounts = sorted({row.account_id for row in found})
    free = set(connection.execute(_FREE, {"accounts": accounts}).scalars())
    free -= set(connection.execute(_BUSY.where(_OTHER.account_id.in_(free))).scalars())
    with_these = owed.where(
        Outbox.account_id.in_(sorted(free)), or_(Outbox.not_before <= now, Outbox.held.in_(_WAITS_FOR_NEXT))
    )
    return list(connection.execute(with_these.with_for_update(skip_locked=True)).scalars())


def _claimed(rows: Sequence[Any]) -> Claimed:
    claimed = Claimed([], {})
    for row in rows:
        try:
            claimed.pushes.append(owed(row))
        except Exception as error:
            claimed.broken[row.id] = error
    return claimed


def renew_claims(database: Database, ids: Sequence[int], now: datetime) -> None:
    """Keeps pushes that are still being sent."""
    ours = (Outbox.id.in_(ids), Outbox.state == "sending")
    with database.write() as connection:
        connection.execute(update(Outbox).where(*ours).values(not_before=now + CLAIM_FOR))


_OF_DANGER = of_danger(Outbox)
"""A push that tells of a danger, or gives one to somebody."""
_OTHER = aliased(Outbox)
_BUSY = select(_OTHER.account_id).where(_OTHER.state == "sending", ~of_danger(_OTHER))
"""Whose pushes somebody is sending."""
_WAITS_FOR_NEXT = (Held.BUNDLE.value, Held.BUDGET.value)
_FREE = (
    select(Account.id)
    .where(Account.id.in_(bindparam("accounts", expanding=True)))
    .order_by(Account.id)
    .with_for_update(skip_locked=True, key_share=True)
)
_SETTLE = (
    update(Outbox.__table__)  # type: ignore[arg-type]
    .where(Outbox.__table__.c.id == bindparam("push_id"))
    .values(
        state=bindparam("state_"), channel=bindparam("channel_"), last_error=bindparam("error_"),
        sent_at=bindparam("sent_at_"), not_before=bindparam("not_before_"), message_id=bindparam("message_"),
        held=bindparam("held_"),
        attempts=Outbox.__table__.c.attempts - bindparam("again_"),
    )
)  # fmt: skip


def settle(database: Database, ends: Sequence[End], now: datetime) -> None:
    """Writes what became of pushes, in one transaction; notes the accounts for which something is kept."""
    with database.write() as connection:
        _write(connection, ends, now)


def _write(connection: Connection, ends: Sequence[End], now: datetime) -> None:
    if not ends:
        return
    kept = [end.push_id for end in ends if end.state == "kept"]
    connection.execute(
        _SETTLE,
        [
            {
                "push_id": end.push_id, "state_": end.state, "channel_": end.channel,
                "error_": end.error and end.error[:200], "sent_at_": now if end.state == "sent" else None,
                "not_before_": end.not_before or now, "again_": int(end.again) - int(end.counts), "message_": end.message_id,
                "held_": end.held,
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
