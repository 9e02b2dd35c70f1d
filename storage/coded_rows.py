"""Rows that a workbook knows by their codes: new ones inserted, changed ones updated, those that are gone marked."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, select, update

from governance.roster.changes import Change
from storage.models import Base

Progress = Callable[[int], None]
"""Told how many rows were written since it was last told."""

STEP = 1000


class CodedRows:
    """One import, in the caller's one transaction."""

    def __init__(self, connection: Connection, now: datetime, progress: Progress) -> None:
        self._connection, self._now, self._progress = connection, now, progress

    def ids(self, model: Any) -> dict[str, int]:
        """The ids by their codes."""
        return dict(self._connection.execute(select(model.code, model.id)).all())

    def put(
        self, model: Any, changes: Sequence[Change[Any]], ids: dict[str, int], row_of: Callable[[Any], dict[str, Any]],
        gone: str,
    ) -> None:  # fmt: skip
        """Inserts what is new, updates what changed or came back, marks what is gone."""
        wanted = [row_of(change.after) for change in changes if change.after is not None]
        self.insert(model, [row for row in wanted if row["code"] not in ids])
        self.update(model, [{**row, gone: None, "key": ids[row["code"]]} for row in wanted if row["code"] in ids])
        removed = [change.before.code for change in changes if change.before is not None and change.after is None]
        self.update(model, [{gone: self._now, "key": ids[code]} for code in removed])

    def insert(self, model: type[Base], rows: Sequence[dict[str, Any]]) -> None:
        """New rows, many in one statement."""
        for step in _steps(rows):
            self._connection.execute(insert(_table(model)), step)
            self._progress(len(step))

    def update(self, model: Any, rows: Sequence[dict[str, Any]]) -> None:
        """Changed rows of one shape; `key`: the id."""
        for step in _steps(rows):
            values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in step[0] if name != "key"}
            statement = update(_table(model)).where(model.id == bindparam("new_key")).values(values)
            self._connection.execute(statement, [{f"new_{name}": row[name] for name in row} for row in step])
            self._progress(len(step))


def _steps(rows: Sequence[dict[str, Any]]) -> Iterable[list[dict[str, Any]]]:
    return (list(rows[start : start + STEP]) for start in range(0, len(rows), STEP))


def _table(model: Any) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table
