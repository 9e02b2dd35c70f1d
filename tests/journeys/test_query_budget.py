"""What a message may ask of the database: so many statements, each by an index, whether there are few tickets or many."""

import re
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert, select

from handlers.context import SubdistrictConfig
from handlers.conversation.reception import Reception
from handlers.inbound import Inbound, Kind
from storage.database import Database
from storage.inbound import Delivery
from storage.models import Place, Ticket

Sent = list[tuple[str, Any]]
A_REPORT, A_DANGER, A_BATCH, BATCH = 22, 28, 30, 16
"""Statements, begin included, of a message that comes alone, and of sixteen that are taken together."""
A_PASS, A_PASS_TRANSACTIONS = 48, 8
"""What a pass through all lanes asks when nothing is due, and in how many transactions: one a lane, and the pushes' own."""
GROWING = (
    "tickets",
    "ticket_events",
    "deadlines",
    "inbound",
    "accounts",
    "outbox",
    "dialogues",
    "event_reports",
    "nonces",
)
OLD = 2_000


@contextmanager
def sent_to(database: Database, first: Callable[[], None] = lambda: None) -> Iterator[Sent]:
    """The statements that are sent meanwhile, with their parameters; `first` is called before each."""
    sent: Sent = []

    def note(_connection, _cursor, statement, parameters, _context, many):
        first()
        sent.append((statement, parameters[0] if many and parameters else parameters))

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(database.engine, "before_cursor_execute", note)


def open_tickets(database: Database, now: datetime) -> None:
    """Open reports at every building of the roster, of what the new ones will be of too."""
    with database.write() as connection:
        places = connection.execute(select(Place.id).where(Place.kind == "building")).scalars().all()
        rows = [
            {
                "number": f"NH20261101-{n:04d}", "state": "dispatched", "channel": "wechat", "urgency": "normal",
                "text": "楼道灯坏了", "summary": "楼道灯坏了", "category": "lighting", "place_id": places[n % len(places)],
                "opened_at": now - timedelta(minutes=n),
            }
            for n in range(OLD)
        ]  # fmt: skip
        connection.execute(insert(Ticket), rows)


@pytest.mark.parametrize(
    ("said", "most"), [("梧桐里1号院05幢3楼楼道灯坏了", A_REPORT), ("梧桐里1号院05幢楼下煤气味很大", A_DANGER)]
)
def test_a_report_costs_as_many_statements_among_many_open_tickets_as_alone(chat, clock, people, said, most):
    chat.person("甲").says(said)
    with sent_to(chat.database) as alone:
        chat.person("乙").says(said)
    open_tickets(chat.database, clock())
    with sent_to(chat.database) as among_many:
        chat.person("丙").says(said)
    assert len(among_many) == len(alone), [statement for statement, _ in among_many]
    assert len(alone) <= most, [statement for statement, _ in alone]


def test_a_pass_that_finds_nothing_keeps_nobody_from_writing_and_asks_little(chat, people):
    """The clock looks every few seconds: what is not due costs a question a job."""
    chat.work()
    with sent_to(chat.database) as sent:
        chat.work()
    statements = [statement for statement, _ in sent]
    assert all(statement in ("BEGIN", *selects(statements)) for statement in statements), statements
    assert statements.count("BEGIN") <= A_PASS_TRANSACTIONS
    assert 20 < len(selects(statements)) <= A_PASS, statements


def selects(statements: list[str]) -> list[str]:
    return [statement for statement in statements if statement.startswith("SELECT") and "FOR UPDATE" not in statement]


def test_no_statement_of_a_message_reads_a_growing_table_from_end_to_end(chat, clock, people):
    open_tickets(chat.database, clock())
    chat.person("甲").says("梧桐里1号院05幢3楼楼道灯坏了")
    with sent_to(chat.database) as sent:
        for name in ("甲", "乙"):
            chat.person(name).says("梧桐里1号院05幢3楼楼道灯坏了")
            chat.person(name).says("梧桐里1号院05幢楼下煤气味很大")
    plans = {statement: plan_of(chat.database, statement, parameters) for statement, parameters in sent}
    asked = {statement: plan for statement, plan in plans.items() if plan}
    assert len(asked) > 10
    whole = "|".join(GROWING)
    for statement, plan in asked.items():
        assert not re.search(rf"(SCAN|Seq Scan on) ({whole})\b(?! USING)", plan), (statement, plan)


def plan_of(database: Database, statement: str, parameters: Any) -> str:
    """How a statement is done; of PostgreSQL how, if there is any other way than reading all of a table."""
    if not statement.startswith(("SELECT", "UPDATE", "WITH", "\nSELECT")):
        return ""
    how = "EXPLAIN QUERY PLAN " if database.is_sqlite else "EXPLAIN "
    with database.read() as connection:
        if not database.is_sqlite:
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        rows = connection.exec_driver_sql(how + statement, parameters).all()
    return "\n".join(str(row[-1]) for row in rows)


def message(number: int) -> Inbound:
    now = datetime.now(UTC)
    delivery = Delivery(int(now.timestamp()), f"n{number}", f"{number:064d}")
    return Inbound("gh_x", f"q{number:027d}", f"k{number}", Kind.TEXT, now, delivery, text="梧桐里1号院05幢停水了")


def test_a_batch_costs_hardly_more_statements_than_one_message(chat, people):
    """One building's storm: sixteen messages that wait while another is taken are read, held against others and written at once."""
    reception = Reception(chat.database, SubdistrictConfig(), chat.clock, lambda: None)
    reception.receive(message(0))
    first, rest = threading.Event(), threading.Event()

    def hold(*_: Any) -> None:
        if not first.is_set():
            first.set()
            rest.wait(30)

    with sent_to(chat.database, hold) as sent, ThreadPoolExecutor(BATCH + 1) as pool:
        leader = pool.submit(reception.receive, message(1))
        first.wait(30)
        others = [pool.submit(reception.receive, message(2 + number)) for number in range(BATCH)]
        _until(lambda: len(reception._commits._queue) == BATCH)
        rest.set()
        replies = [each.result(60) for each in (leader, *others)]
    assert all("NH20261124-" in reply.text for reply in replies)
    assert len(sent) <= A_REPORT + A_BATCH, [statement for statement, _ in sent]


def _until(holds: Any) -> None:
    for _ in range(3000):
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError("the messages did not come")
