"""One transaction's work: rows collected and written in bulk, before anything is read and at the end."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Executable, Select, Table, Update

from storage.bulk import Row, insert_rows
from storage.lock_order import Lock, LockOrder
from storage.models import (
    Account,
    AreaNoticeRecipient,
    Attachment,
    Audit,
    Base,
    BindAttempt,
    Certificate,
    CheckIn,
    DataCopy,
    DataRequest,
    Deadline,
    Dialogue,
    DutyRecord,
    EmergencyDraw,
    Enrolment,
    EventLog,
    EventReport,
    Extension,
    Feed,
    Inbound,
    Invitation,
    KnownAnswer,
    Leave,
    Mention,
    Nomination,
    Objection,
    Outbox,
    Post,
    Rating,
    ServiceHours,
    SignUp,
    Swap,
    Ticket,
    TicketEvent,
    UnitTicket,
)  # fmt: skip
from storage.origin import trace
from storage.ticket_days import lock_counter, save_counter

ORDER: tuple[type[Base], ...] = (
    Account, Ticket, EventReport, EventLog, Mention, UnitTicket, TicketEvent, Attachment, Deadline, Extension, Rating,
    EmergencyDraw, SignUp, Swap, CheckIn, Enrolment, ServiceHours, DutyRecord, Certificate, Feed, Nomination, Objection,
    AreaNoticeRecipient, Outbox, Inbound, Dialogue,
    Leave, Invitation, BindAttempt, KnownAnswer, DataRequest, DataCopy, Audit,
)  # fmt: skip
"""Parents before children, so that foreign keys hold at every statement."""


SHARED_TIMEOUT_MS = 250
"""PostgreSQL looks for a deadlock after a second."""

T = TypeVar("T")

_WHO_IS_THERE: tuple[type[Base], ...] = (Account, Leave)
_TRACED: tuple[type[Base], ...] = (TicketEvent, Audit, Outbox)
_WHO_IS_THERE_TABLES = (Account.__table__, Leave.__table__, Post.__table__)


class UnitOfWork:
    """What one or more messages do, all or nothing. The connection is inside its transaction already."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[type[Base], list[Row]] = {}
        self._days: dict[date, int] = {}
        self._changes: dict[Update, list[Row]] = {}
        self._last: dict[Update, dict[str, Row]] = {}
        self.read_ahead: dict[Any, Any] = {}
        """What was read once for a whole batch, by what it is of; forgotten as soon as a ticket is changed."""
        self.standing: dict[Any, Any] = {}
        """What was read once and stays so in this transaction unless it changes it itself, by what it is of."""
        self._once: dict[Any, Any] = {}
        self._locks = LockOrder()
        self.wake = False
        """Whether something was written that a worker should pick up soon after the commit."""
        self.roster_version: int | None = None
        """The version of places and people that this transaction sees, once it was asked for."""

    @property
    def connection(self) -> Connection:
        """The connection, for what is written at once; after all that was added so far."""
        self.flush()
        return self._connection

    @property
    def dialect_name(self) -> str:
        """`sqlite` or `postgresql`."""
        return self._connection.dialect.name

    def add(self, model: type[Base], **row: Any) -> None:
        """Writes one row at the next flush."""
        if model in _TRACED:
            row.setdefault("trace", trace())
        self._rows.setdefault(model, []).append(row)
        if model is Attachment or model is Outbox or model is Ticket:
            self.wake = True
        elif model in _WHO_IS_THERE:
            self._once.clear()

    def once(self, key: Any, read: Callable[[], T]) -> T:
        """What `read` answers, asked once; anew when somebody's account, post or leave was changed meanwhile."""
        if key not in self._once:
            self._once[key] = read()
        found: T = self._once[key]
        return found

    def change(self, statement: Update, **row: Any) -> None:
        """Changes one row at the next flush; the same statement for several rows is sent once."""
        self._changes.setdefault(statement, []).append(row)

    def change_last(self, statement: Update, key: str, **row: Any) -> None:
        """Changes one row when all else is written, once however often it is asked for under this key."""
        self._last.setdefault(statement, {})[key] = row

    def execute(
        self, statement: Executable, parameters: Any = None, of: Collection[type[Base]] | None = None
    ) -> CursorResult[Any]:
        """Runs a statement that sees everything added so far.

        `of`: all that a reading statement reads, where that is seldom written on the way of a message: what has been gathered
        of other tables then stays so, and is written once for a whole batch.
        """
        if of is None or any(model in self._rows for model in of):
            self.flush()
        if isinstance(statement, Update):
            table = statement.entity_description["table"]
            if table is Ticket.__table__:
                self.read_ahead.clear()
            elif table in _WHO_IS_THERE_TABLES:
                self._once.clear()
        return self._connection.execute(statement, parameters)

    def share(self) -> None:
        """Several messages share the transaction from here on: who would wait for a lock out of the order fails at once instead.

        What no `lock` asked for (a row changed or referred to) is waited for less long than the server takes to find a deadlock,
        so that it is a batch which gives way, never the one who comes alone.
        """
        self._locks.shared = True
        if self.dialect_name == "postgresql":
            self.execute_raw(f"SET LOCAL lock_timeout = {SHARED_TIMEOUT_MS}", None)

    def lock(
        self, statement: Select[*tuple[Any, ...]], what: Lock, keys: Collection[Any] = (), **how: Any
    ) -> CursorResult[Any]:
        """Reads rows and locks them until the transaction ends. `keys`: which, where that is known; in their order.

        Rows that only refer to these are written beside the lock (NO KEY UPDATE): also by who holds another lock that is wanted
        here, since what a row refers to is checked anew when it is changed twice.
        """
        nowait = self._locks.must_not_wait(what, keys)
        return self.execute(statement.with_for_update(nowait=nowait, key_share=True, **how))

    def lock_free(self, statement: Select[*tuple[Any, ...]], **how: Any) -> CursorResult[Any]:
        """The same of those rows that nobody else holds; the others are left out, so that this waits for nobody."""
        return self.execute(statement.with_for_update(skip_locked=True, key_share=True, **how))

    def execute_raw(self, statement: str, parameters: Any) -> CursorResult[Any]:
        """Runs SQL in the driver's own words, likewise."""
        self.flush()
        return self._connection.exec_driver_sql(statement, parameters)

    def next_running_number(self, day: date) -> int:
        """The next ticket of the day, 1-based; the day stays locked until the transaction ends."""
        if day not in self._days:
            self.lock_day(day)
        self._days[day] += 1
        return self._days[day]

    def lock_day(self, day: date) -> None:
        """Nobody else takes a number of the day until the transaction ends."""
        if day not in self._days:
            nowait = self._locks.must_not_wait(Lock.NUMBER, [day])
            self._days[day] = lock_counter(self._connection, day, nowait)

    def flush(self) -> None:
        """Writes what was added, one statement a table and shape of row, and then what was changed."""
        if not self._rows and not self._changes:
            return
        rows, self._rows = self._rows, {}
        for model in ORDER:
            for same_shape in _by_shape(rows.pop(model, ())):
                insert_rows(self._connection, _table(model), same_shape)
        if rows:
            raise LookupError(f"tables without a place in ORDER: {[model.__name__ for model in rows]}")
        changes, self._changes = self._changes, {}
        for statement, same in changes.items():
            self._connection.execute(statement, same)

    def finish(self) -> None:
        """Writes all that is left; call it last, before the commit."""
        self.flush()
        for statement, rows in self._last.items():
            self._connection.execute(statement, [row for _, row in sorted(rows.items())])
        for day, last in sorted(self._days.items()):
            save_counter(self._connection, day, last)


def _table(model: type[Base]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table


def _by_shape(rows: list[Row] | tuple[()]) -> list[list[Row]]:
    shapes: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        shapes.setdefault(tuple(row), []).append(row)
    return list(shapes.values())
