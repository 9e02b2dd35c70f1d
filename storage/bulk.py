"""Many rows in one statement, without the ORM's bookkeeping: what the way of a message writes with."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects.postgresql.base import PGDialect

from storage.columns import Encrypted, Sealed

Row = dict[str, Any]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Inserts the rows; all have the first one's columns.

    PostgreSQL gets one array a column (`unnest`): one round trip, one plan, however many rows.
    """
    if not rows:
        return
    columns = tuple(rows[0])
    if connection.dialect.name == "postgresql":
        arrays = {name: [row[name] for row in rows] for name in columns}
        for name in _secret(table, columns):  # the driver's own words know nothing of our column types
            bind = table.c[name].type.process_bind_param  # type: ignore[attr-defined]
            arrays[name] = [bind(value, connection.dialect) for value in arrays[name]]
        connection.exec_driver_sql(_unnest_insert(table, columns), arrays)
        return
    connection.execute(insert(table), list(rows))


@lru_cache(maxsize=256)
def _secret(table: Table, columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in columns if isinstance(table.c[name].type, Encrypted | Sealed))


@lru_cache(maxsize=256)
def _unnest_insert(table: Table, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table.name} ({', '.join(columns)}) SELECT * FROM {unnest(table, columns)}"


def unnest(table: Table, columns: tuple[str, ...]) -> str:
    """`unnest(…)` over one array parameter a column, cast to the columns' types."""
    dialect = PGDialect()  # type: ignore[no-untyped-call]
    arrays = (f"%({name})s::{table.c[name].type.compile(dialect=dialect)}[]" for name in columns)
    return f"unnest({', '.join(arrays)})"
