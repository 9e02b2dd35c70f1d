"""Pushes by their words: these are sealed, so each is read. For what is done seldom, such as forgetting somebody."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select

from storage.models import Outbox

_STEP = 1000


def pushes_saying(connection: Connection, words: Sequence[str], kinds: Collection[str] | None = None) -> list[int]:
    """The ids of the pushes (None: of any kind) whose text holds one of the words."""
    if not words:
        return []
    found, after = [], 0
    statement = select(Outbox.id, Outbox.text).order_by(Outbox.id).limit(_STEP)
    if kinds is not None:
        statement = statement.where(Outbox.kind.in_(sorted(kinds)))
    while rows := connection.execute(statement.where(Outbox.id > after)).all():
        found += [row.id for row in rows if any(word in row.text for word in words)]
        after = rows[-1].id
    return found
