"""A table as lines of a backup, a row a line, the same for either database."""

import base64
import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Connection, Date, LargeBinary, MetaData, Table, Text, insert, select

from storage.columns import Encrypted, Sealed, UtcDateTime

_STEP = 1000


def kept_table(table: Table) -> Table:
    """The table without our own reading of its columns: what is encrypted stays so, with no key at hand."""
    columns = [Column(c.name, _as_kept(c.type), primary_key=c.primary_key) for c in table.columns]
    return Table(table.name, MetaData(), *columns)


def _as_kept(kind: Any) -> Any:
    return LargeBinary() if isinstance(kind, Encrypted) else Text() if isinstance(kind, Sealed) else kind


def write_rows(connection: Connection, table: Table, member: Any) -> int:
    """Writes all rows of a table; answers how many."""
    count, raw = 0, kept_table(table)
    for row in connection.execution_options(yield_per=_STEP).execute(select(raw).order_by(*raw.primary_key.columns)):
        line = json.dumps({k: _plain(v) for k, v in row._mapping.items()}, ensure_ascii=False)
        member.write(line.encode() + b"\n")
        count += 1
    return count


def read_rows(connection: Connection, table: Table, member: Any) -> int:
    """Fills a table; answers with how many rows. What points to a row of the same table is set when all are there."""
    count, raw = 0, kept_table(table)
    later: list[dict[str, Any]] = []
    own = [fk.parent for fk in table.foreign_keys if fk.column.table is table]
    for rows in _steps(rows_of(raw, member)):
        for row in rows:
            for column in own:
                if row.get(column.name) is not None:
                    later.append({"key": row[_key(table)], "value": row[column.name], "column": column.name})
                    row[column.name] = None
        connection.execute(insert(raw), rows)
        count += len(rows)
    for each in later:
        column = table.c[each["column"]]
        connection.execute(table.update().where(table.c[_key(table)] == each["key"]).values({column: each["value"]}))
    return count


def _key(table: Table) -> str:
    return str(next(iter(table.primary_key.columns)).name)


def rows_of(table: Table, member: Any) -> Iterator[dict[str, Any]]:
    """The rows of a member, as the table takes them."""
    for line in member:
        row = json.loads(line)
        yield {name: _typed(table, name, value) for name, value in row.items()}


def _steps(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    step: list[dict[str, Any]] = []
    for row in rows:
        step.append(row)
        if len(step) == _STEP:
            yield step
            step = []
    if step:
        yield step


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, date) else value


def _typed(table: Table, name: str, value: Any) -> Any:
    if value is None:
        return None
    kind = table.c[name].type
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value)
    if isinstance(kind, UtcDateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value
