"""What an upgrade still owes after a migration: old rows to be filled in, indexes to be made, and the upgrade itself.

A migration changes the schema in one short transaction and notes here what takes longer, in the same transaction. Each such step is
done bit by bit while messages are taken in, and may be killed at any point: it goes on behind the last row that it has noted. The
table is there only while something is owed, so it is no part of the models.
"""

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    String,
    Table,
    Text,
    delete,
    insert,
    inspect,
    literal,
    select,
    table,
    update,
)  # fmt: skip

OWED = Table(
    "upgrade_steps",
    MetaData(),
    Column("name", String(80), primary_key=True),
    Column("done_to", Text(), nullable=True),
)
"""`done_to`: up to which row it is done; of the upgrade itself: from which version it began."""
UPGRADE, INDEX = "upgrade", "index:"


def owe(connection: Connection, name: str, done_to: str | None = None) -> None:
    """Notes a step in the caller's transaction; what is noted already stays as it is."""
    OWED.create(connection, checkfirst=True)
    if name not in owed(connection):
        connection.execute(insert(OWED).values(name=name, done_to=done_to))


def has_rows(connection: Connection, table_name: str) -> bool:
    """Whether anything is in a table."""
    return connection.execute(select(literal(1)).select_from(table(table_name)).limit(1)).first() is not None


def index_later(connection: Connection, table_name: str, *names: str) -> bool:
    """Owes indexes of a table with rows in it, which must not be closed to writers so long; where it is empty, says no."""
    filled = has_rows(connection, table_name)
    for name in names if filled else ():
        owe(connection, INDEX + name)
    return filled


def is_noted(connection: Connection) -> bool:
    """Whether the table is there, even if nothing is owed any more."""
    return inspect(connection).has_table(OWED.name)


def owed(connection: Connection) -> dict[str, str | None]:
    """All steps that are owed, with how far each is done."""
    if not is_noted(connection):
        return {}
    return {row.name: row.done_to for row in connection.execute(select(OWED).order_by(OWED.c.name))}


def owed_fills(connection: Connection) -> dict[str, str | None]:
    """Those of them that fill in old rows."""
    return {name: to for name, to in owed(connection).items() if name != UPGRADE and not name.startswith(INDEX)}


def taken(connection: Connection, name: str) -> str | None:
    """How far a step is done, for whoever is to do its next part: others wait until then. Raises LookupError when it is done."""
    row = connection.execute(select(OWED).where(OWED.c.name == name).with_for_update()).first()
    if row is None:
        raise LookupError(name)
    return None if row.done_to is None else str(row.done_to)


def note(connection: Connection, name: str, done_to: str) -> None:
    """Notes how far it is done."""
    connection.execute(update(OWED).where(OWED.c.name == name).values(done_to=done_to))


def settle(connection: Connection, name: str) -> None:
    """Notes that nothing of it is owed any more."""
    connection.execute(delete(OWED).where(OWED.c.name == name))


def clear_away(connection: Connection) -> None:
    """Drops the table when nothing is owed."""
    if is_noted(connection) and not owed(connection):
        OWED.drop(connection)
