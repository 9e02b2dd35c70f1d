"""Many rows in one statement, without the ORM's bookkeeping: what the way of a message writes with."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects.postgresql.base import PGDialect

Row = dict[str, Any]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Inserts the rows; all have the first one's columns.

    PostgreSQL gets one array a column (`unnest`): one round trip, one plan, however many rows.
    """
    if not rows:
        return
    columns = tuple(rows[0])
    if connection.dialect.name == "postgresql":
        statement = _unnest_insert(table, columns)
        connection.exec_driver_sql(statement, {name: [row[name] for row in rows] for name in columns})
        return
    connection.execute(insert(table), list(rows))


@lru_cache(maxsize=256)
def _unnest_insert(table: Table, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table.name} ({', '.join(columns)}) SELECT * FROM {unnest(table, columns)}"


def unnest(table: Table, columns: tuple[str, ...]) -> str:
    """`unnest(…)` over one array parameter a column, cast to the columns' types."""
    dialect = PGDialect()  # type: ignore[no-untyped-call]
    arrays = (f"%({name})s::{table.c[name].type.compile(dialect=dialect)}[]" for name in columns)
    return f"unnest({', '.join(arrays)})"
