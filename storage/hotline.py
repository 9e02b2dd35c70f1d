"""The hotline's spreadsheets: read, and the results to send back."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from governance.days import end_of, start_of
from governance.hotline import Cell, columns_of, passed_over
from storage.database import Database
from storage.errors import WorkbookTooLarge
from storage.models import Account, Deadline, HotlineOrder, Ticket, TicketEvent
from storage.ticket_counts import within

HEADINGS_WITHIN, MOST_ROWS, MOST_LETTERS = 10, 20_000, 4_000_000
ORDERS = (
    "order_no", "number", "state", "text", "result", "opened_at", "due_at", "handled_at", "closed_at", "on_time", "rating",
)  # fmt: skip


def read_sheet(path: Path) -> tuple[dict[str, int] | None, list[tuple[int, Sequence[Cell]]], list[str]]:
    """The columns of the first sheet that has the headings, the numbered rows below them, and the headings of which nothing is
    read; None: no sheet has them.

    Raises NotAWorkbook, WorkbookTooLarge or OSError.
    """
    from storage.workbook.container import lines_of, opened  # openpyxl comes with it

    with opened(path) as book:
        for page in book.worksheets:
            lines = enumerate(islice(lines_of(page), MOST_ROWS), 1)
            for _, line in islice(lines, HEADINGS_WITHIN):
                heads = [_cell(value) for value in line]
                columns = columns_of(heads)
                if columns is not None:
                    return columns, _rows(lines, max(columns.values()) + 1), passed_over(heads)
    return None, [], []


def _rows(lines: Iterator[tuple[int, tuple[Any, ...]]], wide: int) -> list[tuple[int, Sequence[Cell]]]:
    """The filled rows, as far as the columns that are read. Raises WorkbookTooLarge."""
    found: list[tuple[int, Sequence[Cell]]] = []
    letters = 0
    for number, line in lines:
        cells = [_cell(value) for value in line[:wide]]
        if any(cell is not None for cell in cells):
            found.append((number, cells))
            letters += sum(len(cell) for cell in cells if isinstance(cell, str))
            if letters > MOST_LETTERS:
                raise WorkbookTooLarge
    return found


def _cell(value: Any) -> Cell:
    """A day alone is its midnight; what is neither text, number nor instant is read as a text."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time())
    return value if value is None or isinstance(value, (str, datetime, float, int)) else str(value)


def orders(
    database: Database, zone: ZoneInfo, first: date | None, last: date | None, places: Collection[int] | None = None
) -> Iterator[dict[str, Any]]:
    """Orders with what became of them, for the hotline; by number. `result`: what was said when it was handled.

    `places`: only of what lies there; None: all, also what lies nowhere.
    """
    result = (
        select(TicketEvent.note)
        .where(TicketEvent.number == Ticket.number, TicketEvent.kind.in_(("handle", "answer")))
        .order_by(TicketEvent.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    due = select(func.max(Deadline.due_at)).where(Deadline.number == Ticket.number, Deadline.kind == "handle")
    statement = (
        select(
            HotlineOrder.order_no, Ticket.number, Ticket.state, Ticket.text, Ticket.original, result.label("result"),
            Ticket.opened_at,
            HotlineOrder.due_at, due.scalar_subquery().label("own_due"), Ticket.handled_at, Ticket.ended_at, Ticket.score,
        )
        .join(Ticket, Ticket.number == HotlineOrder.number)
        .join(Account, Account.id == Ticket.account_id, isouter=True)
        .where(*([Ticket.opened_at >= start_of(first, zone)] if first else []))
        .where(*([Ticket.opened_at < end_of(last, zone)] if last else []), *within(places))
        .order_by(HotlineOrder.order_no)
    )  # fmt: skip
    with database.read() as connection:
        for row in connection.execute(statement):
            due_at = min((each for each in (row.due_at, row.own_due) if each is not None), default=None)
            on_time = None if row.handled_at is None or due_at is None else row.handled_at <= due_at
            yield {
                "order_no": row.order_no, "number": row.number, "state": row.state, "text": row.original or row.text,
                "result": row.result,
                "opened_at": _local(row.opened_at, zone), "due_at": _local(due_at, zone),
                "handled_at": _local(row.handled_at, zone), "on_time": on_time, "rating": row.score,
                "closed_at": _local(row.ended_at, zone) if row.state == "closed" else None,
            }  # fmt: skip


def _local(at: datetime | None, zone: ZoneInfo) -> str | None:
    return None if at is None else at.astimezone(zone).isoformat(timespec="seconds")
