"""The outbox as operators see it: counted, listed, tried again, cancelled."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, or_, select, update

from governance.tickets.rights import TAKERS
from storage.database import Database
from storage.models import Account, Outbox, Person, Post, Ticket
from storage.unit_of_work import UnitOfWork

DEAD = ("dropped", "maybe_sent")
RETRYABLE = ("dropped", "maybe_sent", "kept", "waiting")
CANCELLABLE = ("waiting", "kept")


@dataclass(frozen=True)
class ListedPush:
    """A push as it is listed. `name`: the recipient's, in full where they are in the roster; mask it unless
    they serve the public (`serves`) and it is not about a report of their own. Instants are UTC."""

    id: int
    kind: str
    state: str
    channel: str | None
    attempts: int
    number: str | None
    name: str | None
    openid: str
    created_at: datetime
    not_before: datetime
    sent_at: datetime | None
    last_error: str | None
    text: str
    code: str | None
    serves: bool


_SERVES = (
    select(Post.id)
    .where(Post.person_id == Person.id, Post.role.in_(sorted(TAKERS)), Post.until.is_(None))
    .correlate(Person)
    .exists()
)
_OWN = (
    select(Ticket.number)
    .where(Ticket.number == Outbox.number, Ticket.account_id == Outbox.account_id)
    .correlate(Outbox)
    .exists()
)
_LISTED = (
    select(
        Outbox.id, Outbox.kind, Outbox.state, Outbox.channel, Outbox.attempts, Outbox.number, Person.name, Account.openid,
        Outbox.created_at, Outbox.not_before, Outbox.sent_at, Outbox.last_error, Outbox.text,
        Person.code, and_(_SERVES, ~_OWN).label("serves"),
    )
    .join(Account, Account.id == Outbox.account_id)
    .outerjoin(Person, Person.id == Account.person_id)
)  # fmt: skip


def counted(database: Database) -> dict[str, int]:
    """How many pushes are in each state."""
    count = func.count().label("pushes")
    with database.read() as connection:
        rows = connection.execute(select(Outbox.state, count).group_by(Outbox.state).order_by(Outbox.state))
        return {row.state: row.pushes for row in rows}


def listed(database: Database, states: tuple[str, ...], most: int) -> list[ListedPush]:
    """The newest pushes in these states."""
    with database.read() as connection:
        rows = connection.execute(_LISTED.where(Outbox.state.in_(states)).order_by(Outbox.id.desc()).limit(most))
        return [ListedPush(**row._mapping) for row in rows]


def shown(database: Database, push_id: int) -> ListedPush | None:
    """One push."""
    with database.read() as connection:
        row = connection.execute(_LISTED.where(Outbox.id == push_id)).first()
        return None if row is None else ListedPush(**row._mapping)


def in_trouble(uow: UnitOfWork, since: datetime, most: int) -> list[ListedPush]:
    """The newest pushes written since then that wait after a failure, may not have gone out, or were dropped."""
    failed = and_(Outbox.state.in_(CANCELLABLE), Outbox.last_error.is_not(None))
    where = (or_(failed, Outbox.state.in_(DEAD)), Outbox.created_at >= since)
    rows = uow.execute(_LISTED.where(*where).order_by(Outbox.id.desc()).limit(most))
    return [ListedPush(**row._mapping) for row in rows]


def owed_by_state(uow: UnitOfWork, since: datetime) -> dict[str, int]:
    """How many pushes written since then are in each state."""
    count = func.count().label("pushes")
    rows = uow.execute(select(Outbox.state, count).where(Outbox.created_at >= since).group_by(Outbox.state))
    return {row.state: int(row.pushes) for row in rows}


def try_again(database: Database, push_id: int, now: datetime) -> bool:
    """Puts a push back from the start; False when it went out or is going."""
    with database.write() as connection:
        return send_again(UnitOfWork(connection), push_id, now)


def send_again(uow: UnitOfWork, push_id: int, now: datetime) -> bool:
    """Likewise, in this transaction."""
    fresh = {"state": "waiting", "attempts": 0, "not_before": now, "last_error": None, "channel": None, "held": None}
    return _change(uow, push_id, RETRYABLE, fresh)


def cancel(database: Database, push_id: int) -> bool:
    """Drops a push that has not gone out; False when there is nothing to cancel."""
    with database.write() as connection:
        return call_off(UnitOfWork(connection), push_id)


def call_off(uow: UnitOfWork, push_id: int) -> bool:
    """Likewise, in this transaction."""
    return _change(uow, push_id, CANCELLABLE, {"state": "dropped", "last_error": "cancelled by operator"})


def _change(uow: UnitOfWork, push_id: int, states: tuple[str, ...], values: dict[str, Any]) -> bool:
    statement = update(Outbox).where(Outbox.id == push_id, Outbox.state.in_(states)).values(**values)
    return uow.execute(statement).rowcount == 1
