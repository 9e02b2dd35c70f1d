"""The rows that importing a roster leaves, kept so that the next test with the same roster starts from them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, select

from storage.database import Database
from storage.models import Account, Base, Inbound, Place

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
_KEPT: dict[str, Rows] = {}


def once(database: Database, what: str, bring: Callable[[], None]) -> bool:
    """Imports into an empty database, or puts there what the same import (`what`, on the same kind of database) left before.

    Answers whether the import itself was made. Anything but an empty database, which it could answer differently, gets it.
    """
    if not empty(database):
        bring()
        return True
    key = f"{database.engine.dialect.name} {what}"
    if key in _KEPT:
        with database.write() as connection:
            _put(connection, _KEPT[key])
        return False
    with database.read() as connection:
        before = _rows(connection)
    bring()
    with database.read() as connection:
        _KEPT[key] = {name: rows for name, rows in _rows(connection).items() if rows != before[name]}
    return True


def empty(database: Database) -> bool:
    """Whether nothing happened here yet."""
    with database.read() as connection:
        return not any(connection.scalar(select(select(table).exists())) for table in (Account, Inbound, Place))


def _rows(connection: Connection) -> Rows:
    return {
        table.name: [dict(row._mapping) for row in connection.execute(select(table).order_by(*table.primary_key))]
        for table in Base.metadata.sorted_tables
    }


def _put(connection: Connection, kept: Rows) -> None:
    for table in Base.metadata.sorted_tables:
        if table.name not in kept:
            continue
        connection.execute(table.delete())
        connection.execute(insert(table), list(kept[table.name]))
        if connection.dialect.name == "postgresql" and table.autoincrement_column is not None:
            last = select(func.max(table.autoincrement_column)).scalar_subquery()
            sequence = func.pg_get_serial_sequence(table.name, table.autoincrement_column.name)
            connection.execute(select(func.setval(sequence, last)))
