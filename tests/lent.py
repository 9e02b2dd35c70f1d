"""PostgreSQL databases that tests use one after the other: what a test wrote goes, the tables and warm connections stay.

To copy 1,100 files, to delete them, and to let each connection read the catalogue of 135 tables anew costs more than most tests.
"""

import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg
from sqlalchemy import Pool, event

from storage.database import Database
from tests.postgres import Copy, put_rows, rows_of

USES = 30
"""What is deleted still lies there, and each look goes past it: then comes a new copy."""

_SHAPE = "SELECT " + ", ".join(
    f"(SELECT count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) FROM {catalogue})"
    for catalogue in (
        "pg_class",
        "pg_attribute",
        "pg_constraint",
        "pg_trigger",
        "pg_proc",
        "pg_statistic",
        "pg_db_role_setting",
    )
)
_TABLES = """
SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND pg_relation_size(oid) > 0
"""
_SEQUENCES = """
SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
FROM pg_sequences WHERE last_value IS NOT NULL
"""


@dataclass
class Lent:
    """A database of the worker's; `begins`: the rows that each test finds, by table; `pool`: its connections, if any."""

    name: str
    url: str
    shape: Any
    begins: dict[str, bytes]
    leave: Callable[[], None]
    uses: int = 0
    pool: Pool | None = None
    pids: set[int] = field(default_factory=set)


Lend = Callable[[], AbstractContextManager[str]]
_LENT: dict[str, Lent] = {}


@contextmanager
def lending(copy: Copy) -> Iterator[Lend]:
    """Lends migrated databases, each to one test at a time."""
    free: list[Lent] = []

    @contextmanager
    def lend() -> Iterator[str]:
        lent = free.pop() if free else _copied(copy)
        _LENT[lent.name] = lent
        try:
            yield lent.url
        finally:
            del _LENT[lent.name]
            lent.uses += 1
            if lent.uses < USES and _swept(lent):
                free.append(lent)
            else:
                _dropped(lent)

    yield lend
    for lent in free:
        _dropped(lent)


def warm(database: Database) -> None:
    """Gives it the connections of the test before, where its database is a lent one."""
    lent = _LENT.get(str(database.engine.url.database))
    if lent is None:
        return
    if lent.pool is None:
        lent.pool = database.engine.pool
        event.listen(lent.pool, "connect", lambda driver, _record: lent.pids.add(driver.info.backend_pid))
    database.engine.pool = lent.pool


def _copied(copy: Copy) -> Lent:
    name = f"t{uuid.uuid4().hex}"
    copying = copy(name)
    url = copying.__enter__()
    with psycopg.connect(url) as connection:
        begins = {}
        for (table,) in connection.execute(_TABLES).fetchall():
            if len(rows := rows_of(connection.cursor(), table)) > 21:  # the frame of none
                begins[table] = rows
        shape = connection.execute(_SHAPE).fetchone()
    return Lent(name, url, shape, begins, lambda: copying.__exit__(None, None, None))


def _swept(lent: Lent) -> bool:
    """Whether it is as it was when it was copied, and nobody else is there."""
    if lent.pool is not None and lent.pool.checkedout():  # type: ignore[attr-defined]
        return False
    with psycopg.connect(lent.url) as connection:
        there = {pid for (pid,) in connection.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )}  # fmt: skip
        if there - lent.pids or connection.execute(_SHAPE).fetchone() != lent.shape:
            return False
        if lent.pool is not None and len(there) != lent.pool.checkedin():  # type: ignore[attr-defined]
            lent.pool.dispose()
            lent.pool = None
        connection.execute("SET LOCAL session_replication_role = replica")  # no trigger, and rows in any order
        tables = [table for (table,) in connection.execute(_TABLES)]
        if tables:
            connection.execute("; ".join(f"DELETE FROM {table}" for table in tables))
        for table, rows in lent.begins.items():
            put_rows(connection.cursor(), table, rows)
        connection.execute(_SEQUENCES)
    return True


def _dropped(lent: Lent) -> None:
    if lent.pool is not None:
        lent.pool.dispose()
    lent.leave()
