"""Many rows in one statement, without the ORM's bookkeeping: what the way of a message writes with."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.postgresql.base import PGDialect

Row = dict[str, Any]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row], *, keep_existing: bool = False) -> None:
    """Inserts the rows; all have the first one's columns. `keep_existing`: rows whose key is taken are passed over.

    PostgreSQL gets one array a column (`unnest`): one round trip, one plan, however many rows.
    """
    if not rows:
        return
    columns = tuple(rows[0])
    if connection.dialect.name == "postgresql":
        statement = _unnest_insert(table, columns, keep_existing)
        connection.exec_driver_sql(statement, {name: [row[name] for row in rows] for name in columns})
        return
    if keep_existing:
        connection.execute(sqlite.insert(table).on_conflict_do_nothing(), list(rows))
    else:
        connection.execute(insert(table), list(rows))


@lru_cache(maxsize=256)
def _unnest_insert(table: Table, columns: tuple[str, ...], keep_existing: bool) -> str:
    tail = " ON CONFLICT DO NOTHING" if keep_existing else ""
    return f"INSERT INTO {table.name} ({', '.join(columns)}) SELECT * FROM {unnest(table, columns)}{tail}"


def unnest(table: Table, columns: tuple[str, ...]) -> str:
    """`unnest(…)` over one array parameter a column, cast to the columns' types."""
    dialect = PGDialect()  # type: ignore[no-untyped-call]
    arrays = (f"%({name})s::{table.c[name].type.compile(dialect=dialect)}[]" for name in columns)
    return f"unnest({', '.join(arrays)})"
