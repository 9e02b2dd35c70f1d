"""The database: where it is, how it is opened, and the two ways to talk to it (read, write)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage.errors import UnsupportedDatabase, WriteLockTimeout
from storage.references import lying, require_references
from storage.write_lock import WriteLock

CONNECT_TIMEOUT_S = 3
LOCK_TIMEOUT_MS = 4_000
"""Shorter than the platform's patience of five seconds: the sender is told rather than kept waiting. For a row on PostgreSQL,
for the right to write on SQLite, and for a connection where all are in use.
"""

POOL: dict[str, Any] = {"pool_size": 8, "max_overflow": 24, "pool_timeout": LOCK_TIMEOUT_MS / 1000}

_NOTICES_DEATH = {"tcp_user_timeout": 5_000, "keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3}
"""A server that is gone without a word is missed within seconds, not after the system's quarter of an hour."""

Unavailable = (OperationalError, InterfaceError, PoolTimeout, WriteLockTimeout)
"""What is raised when the database cannot be reached, is full or locked up."""


_WAITED = frozenset({"40P01", "40001", "55P03"})
"""PostgreSQL: deadlock, serialisation failure, a lock not had in time."""


def waits_for_others(error: Exception) -> bool:
    """Whether a transaction failed only because others held what it needed; the same again may succeed."""
    return getattr(getattr(error, "orig", None), "sqlstate", None) in _WAITED


class Database:
    """An engine with our way of transactions. Safe to share between threads; not across fork."""

    def __init__(self, url: str) -> None:
        """`url`: sqlite:///PATH or postgresql://…; raises UnsupportedDatabase for any other."""
        self.engine = _engine(url)
        self._lock = _write_lock(self.engine)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the file database."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction that may write; commits at the end of the block, rolls back on an error."""
        if self._lock is None:
            with self.engine.connect() as connection:
                with connection.execution_options(linli_write=True).begin():
                    yield connection
            return
        with self._lock.held(LOCK_TIMEOUT_MS / 1000), self.engine.connect() as connection:
            with connection.execution_options(linli_write=True).begin():
                yield connection

    @contextmanager
    def migrate(self, *, rebuilt_only: bool = False) -> Iterator[Connection]:
        """Like `write`, with SQLite's foreign keys off until the end: a table is changed there by making it anew.

        Raises ForeignKeysBroken, and changes nothing, when a row then points to nothing. `rebuilt_only`: looked at are only tables
        that were made anew, and those that point to them.
        """
        if self._lock is None:
            with self.engine.connect() as connection:
                with connection.execution_options(linli_write=True).begin():
                    yield connection
            return
        with self._lock.held(), self.engine.connect() as connection:
            driver: Any = connection.connection.dbapi_connection
            driver.execute("PRAGMA foreign_keys = OFF")
            try:
                with connection.execution_options(linli_write=True).begin():
                    before = lying(connection)
                    yield connection
                    require_references(connection, before if rebuilt_only else None)
            finally:
                driver.execute("PRAGMA foreign_keys = ON")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One transaction that only reads, on a consistent snapshot; never waits for writers."""
        with self.engine.connect() as connection:
            with connection.begin():
                yield connection

    def reachable(self) -> bool:
        """Whether the database answers now."""
        try:
            with self.read() as connection:
                connection.execute(text("SELECT 1"))
        except Unavailable:
            return False
        return True

    def close(self) -> None:
        """Gives all connections back."""
        self.engine.dispose()


def parsed_url(url: str) -> URL:
    """An address as SQLAlchemy reads it. Several hosts may stand in it, as PostgreSQL's own tools take them: of these the one that
    takes writes is meant, whichever that is. Raises ArgumentError.
    """
    parts = urlsplit(url)
    user, at, hosts = parts.netloc.rpartition("@")
    if "," not in hosts:
        found = make_url(url)
    else:
        found = make_url(urlunsplit(parts._replace(netloc=user + at)))
        said = found.query.get("host", ())
        named = [said] if isinstance(said, str) else list(said)
        found = found.update_query_dict({"host": [*hosts.split(","), *named]})
    several = not isinstance(found.query.get("host", ""), str) or "," in str(found.query.get("host", ""))
    if several and "target_session_attrs" not in found.query:
        found = found.update_query_dict({"target_session_attrs": "read-write"})
    return found


def _engine(url: str) -> Engine:
    try:
        parsed = parsed_url(url)
    except ArgumentError as error:
        raise UnsupportedDatabase("not a database URL") from error
    backend = parsed.get_backend_name()
    if backend == "sqlite":
        engine = create_engine(
            parsed,
            hide_parameters=True,
            connect_args={"timeout": LOCK_TIMEOUT_MS / 1000, "check_same_thread": False},
            **({} if parsed.database in (None, "", ":memory:") else POOL),
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    if backend == "postgresql":
        return create_engine(
            parsed.set(drivername="postgresql+psycopg"),
            hide_parameters=True,
            **POOL,
            connect_args={
                "connect_timeout": CONNECT_TIMEOUT_S,
                **_NOTICES_DEATH,
                "application_name": "linli",
                "options": f"-c lock_timeout={LOCK_TIMEOUT_MS}",
            },
        )
    raise UnsupportedDatabase(backend)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by _begin_sqlite, not guessed by the driver
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"busy_timeout = {LOCK_TIMEOUT_MS}",
        "cache_size = -65536",
        "temp_store = MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("linli_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _write_lock(engine: Engine) -> WriteLock | None:
    path = engine.url.database
    if engine.dialect.name != "sqlite" or not path or path == ":memory:":
        return None
    return WriteLock(Path(path + ".lock"))
