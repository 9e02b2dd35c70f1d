"""Which earlier report is offered as the same matter: the rule's answer, at the same price however many are open."""

import json
import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert, select, text

from governance.tickets.duplicates import Matter, same_matter
from governance.tickets.states import ENDED, TicketState
from handlers.context import Context, SubdistrictConfig
from handlers.tickets.joining import alike_since, alike_to
from storage.database import Database
from storage.first_reports import first_alike, read_first_reports
from storage.models import Account, Place, Ticket
from storage.place_book import PlaceBook
from storage.tickets import open_ticket
from storage.unit_of_work import UnitOfWork
from storage.work_tickets import WorkTicket, change_ticket
from understanding.known_names import KnownNames

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
CONFIG = SubdistrictConfig()
PEOPLE = 4
OPEN = 3_000


@pytest.fixture
def places(database: Database) -> tuple[int, ...]:
    """Two buildings, and accounts 1 to PEOPLE."""
    with database.write() as connection:
        for number in range(PEOPLE):
            connection.execute(insert(Account).values(channel="wechat", openid=f"o{number}", last_inbound_at=NOW))
        for code in ("Y01-01", "Y01-02"):
            connection.execute(insert(Place).values(code=code, name=code, kind="building"))
        return tuple(connection.execute(select(Place.id).order_by(Place.id)).scalars())


def ticket(number: int, place: int | None, opened_at: datetime, **more: Any) -> dict[str, Any]:
    plain = {"state": "reported", "category": "water", "account_id": 1 + number % PEOPLE, "ended_at": None}
    own = {"number": f"NH20261124-{number:04d}", "place_id": place, "opened_at": opened_at}
    return {"channel": "wechat", "text": "停水了", "summary": "停水了", "urgency": "urgent", **plain, **own, **more}


def any_ticket(chance: random.Random, number: int, places: tuple[int, ...]) -> dict[str, Any]:
    state = chance.choice(list(TicketState))
    return ticket(
        number, chance.choice((*places, None)), NOW - timedelta(hours=chance.randint(-4, 90)), state=state.value,
        category=chance.choice(("water", "lift", None)), account_id=chance.choice((None, *range(1, PEOPLE + 1))),
        ended_at=NOW if state in ENDED else None,
    )  # fmt: skip


def matter(row: dict[str, Any]) -> Matter:
    return Matter(row["number"], row["place_id"], row["category"], row["opened_at"], TicketState(row["state"]))


def by_the_rule(new: dict[str, Any], rows: list[dict[str, Any]], most: int, not_of: int | None) -> list[str]:
    """The answer, had every ticket been read."""
    same = [row for row in rows if same_matter(matter(new), matter(row), CONFIG.rules)]
    others = [row for row in same if not_of is None or row["account_id"] != not_of]
    return [row["number"] for row in sorted(others, key=lambda row: (row["opened_at"], row["number"]))][:most]


@contextmanager
def contexts(database: Database) -> Iterator[Context]:
    with database.write() as connection:
        yield Context(UnitOfWork(connection), CONFIG, NOW, PlaceBook())


@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.soak)])
def test_what_is_offered_is_what_the_rule_says_of_all_tickets(database, places, every):
    chance = random.Random(17)
    rows = [any_ticket(chance, number, places) for number in range(600)]
    with database.write() as connection:
        connection.execute(insert(Ticket), rows)
    offered = 0
    with contexts(database) as ctx:
        for new in rows[::every]:
            found = [each.number for each in alike_to(ctx, matter(new), most=3)]
            assert found == by_the_rule(new, rows, 3, None), new
            offered += len(found)
            neighbours = first_alike(
                ctx.uow, matter(new), alike_since(CONFIG.rules, new["opened_at"]), new["account_id"]
            )
            assert numbers(neighbours) == by_the_rule(new, rows, 1, new["account_id"]), new
    assert offered > 300 // every


def numbers(found: WorkTicket | None) -> list[str]:
    return [] if found is None else [found.number]


def test_what_is_read_once_for_a_batch_says_what_each_report_would_ask(database, places):
    chance = random.Random(23)
    rows = [row for row in (any_ticket(chance, n, places) for n in range(200)) if row["opened_at"] < NOW]
    kinds = [(place, category) for place in places for category in ("water", "lift")]
    since = alike_since(CONFIG.rules, NOW)
    with database.write() as connection:
        connection.execute(insert(Ticket), rows)
    filed: list[dict[str, Any]] = []
    with contexts(database) as ctx:
        read_first_reports(ctx.uow, [*kinds, (places[0], "noise")], since)
        for number in range(500, 560):
            place, category = chance.choice([*kinds, (places[0], "noise"), (places[1], "noise")])
            new = ticket(number, place, NOW, category=category, account_id=chance.randint(1, PEOPLE))
            open_ticket(
                ctx.uow, now=NOW, **{name: new[name] for name in ("number", "account_id", "channel", "text", "summary")},
                place_text=None, place_id=place, category=category, names=KnownNames(),
            )  # fmt: skip
            found = first_alike(ctx.uow, matter(new), since, new["account_id"])
            assert numbers(found) == by_the_rule(new, rows + filed, 1, new["account_id"]), new
            filed.append(new)


def test_what_was_read_for_a_batch_is_forgotten_when_a_ticket_moves(database, places):
    with database.write() as connection:
        connection.execute(insert(Ticket), [ticket(1, places[0], NOW - timedelta(hours=1))])
    new, since = ticket(9, places[0], NOW, account_id=4), alike_since(CONFIG.rules, NOW)
    with contexts(database) as ctx:
        read_first_reports(ctx.uow, [(places[0], "water")], since)
        assert numbers(first_alike(ctx.uow, matter(new), since, 4)) == ["NH20261124-0001"]
        change_ticket(ctx.uow, "NH20261124-0001", state="withdrawn", ended_at=NOW)
        assert first_alike(ctx.uow, matter(new), since, 4) is None


@pytest.mark.parametrize("of_whom", ["neighbours", "merged before"])
def test_a_storm_of_reports_makes_the_search_no_dearer(database, places, of_whom):
    """3,000 reports of one building and matter in front of the new one, or merged away long before it."""
    first = ticket(1, places[0], NOW - timedelta(days=1))
    ended = {"state": "merged", "ended_at": NOW} if of_whom == "merged before" else {}
    rest = [ticket(n, places[0], NOW - timedelta(days=2, seconds=-n), **ended) for n in range(2, OPEN)]
    new = ticket(OPEN, places[0], NOW)
    with database.write() as connection:
        connection.execute(insert(Ticket), [first])
    few = price(database, new)
    with database.write() as connection:
        connection.execute(insert(Ticket), rest)
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    many = price(database, new)
    assert many <= 4 * few, (few, many)


def price(database: Database, new: dict[str, Any]) -> int:
    """What one search costs the database: rows touched (PostgreSQL), or steps of the machine (SQLite)."""
    said: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        said.append((statement, parameters))

    with contexts(database) as ctx:
        event.listen(database.engine, "before_cursor_execute", note)
        assert len(alike_to(ctx, matter(new), 3)) >= 1
        event.remove(database.engine, "before_cursor_execute", note)
    ((statement, parameters),) = said
    with database.read() as connection:
        if database.is_sqlite:
            return _steps(connection.connection.dbapi_connection, statement, parameters)
        plan = connection.exec_driver_sql(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", parameters).scalar_one()
        return _touched((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"])


def _steps(driver: Any, statement: str, parameters: Any) -> int:
    steps = [0]

    def step() -> None:
        steps[0] += 1

    driver.set_progress_handler(step, 1)
    driver.execute(statement, parameters).fetchall()
    driver.set_progress_handler(None, 1)
    return steps[0]


def _touched(node: dict[str, Any]) -> int:
    own = int(node["Actual Rows"]) + int(node.get("Rows Removed by Filter", 0))
    return own + sum(_touched(below) for below in node.get("Plans", ()))
