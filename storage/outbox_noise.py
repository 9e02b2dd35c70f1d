"""What decides whether a push goes now: whose it is, and what they were pushed today."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, case, func, not_, or_, select

from governance.noise import Heard
from governance.roles import Role
from storage.models import Account, Outbox, Post
from storage.outbox_rows import of_danger


def roles_of_accounts(connection: Connection, accounts: Collection[int], now: datetime) -> dict[int, set[Role]]:
    """The roles that these accounts' people hold now; an account without any is not named."""
    statement = (
        select(Account.id, Post.role)
        .join(Post, Post.person_id == Account.person_id)
        .where(Account.id.in_(accounts), Post.since <= now, or_(Post.until.is_(None), Post.until > now))
    )
    found: dict[int, set[Role]] = {}
    for row in connection.execute(statement):
        found.setdefault(row.id, set()).add(Role(row.role))
    return found


def heard_since(
    connection: Connection, accounts: Collection[int], since: datetime, events: Sequence[str]
) -> dict[int, Heard]:
    """How many messages went out to these accounts since then, when the last did, and when each of these events was spoken of.

    A bundle is one message; what went along with a reply rang no phone. Urgent orders count among the messages though they wait
    for nothing; dangers are counted apart.
    """
    pushed = (Outbox.account_id.in_(accounts), Outbox.sent_at >= since, Outbox.channel != "reply")
    counted = select(Outbox.account_id, _messages(_OTHER), func.max(case((_OTHER, Outbox.sent_at))), _messages(_DANGER))
    spoken: dict[int, dict[str, datetime]] = {}
    if events:
        of_event = select(Outbox.account_id, Outbox.number, func.max(Outbox.sent_at)).where(
            *pushed, Outbox.number.in_(events)
        )
        for account, number, last in connection.execute(of_event.group_by(Outbox.account_id, Outbox.number)):
            if number is not None and last is not None:
                spoken.setdefault(account, {})[number] = last
    return {
        account: Heard(messages, at, spoken.get(account, {}), dangers)
        for account, messages, at, dangers in connection.execute(counted.where(*pushed).group_by(Outbox.account_id))
    }


_DANGER = and_(Outbox.by_night, of_danger(Outbox))
_OTHER = not_(_DANGER)


def _messages(of: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((of, func.coalesce(Outbox.message_id, Outbox.id))).distinct())
