"""An upgrade of the schema while messages are taken in: one short transaction a migration, then indexes, then old rows in parts.

Killed at any point it goes on where it was: a migration that was under way is rolled back and begun anew, an index that is half
made is made anew, a filling goes on behind its last part. Old rows are filled in afterwards (storage.filling), by the scheduler or
by `linli db upgrade --finish`; programs of this version read rows of before as well.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Index, text
from sqlalchemy.schema import CreateIndex, DropIndex

from storage.database import Database, waits_for_others
from storage.models import Base
from storage.owed_steps import INDEX, UPGRADE, clear_away, owe, owed, owed_fills, settle
from storage.schema import config, current_version
from storage.write_lock import WriteLock

TRIES, PAUSE_S = 60, 1.0
"""A migration that waits for its lock on PostgreSQL makes all wait behind it: rather for two seconds at most, and often."""
_ONE_AT_A_TIME = 20261124


@dataclass(frozen=True)
class Resumed:
    """An upgrade that was cut off goes on: it began at a version, and stands at another."""

    began: str
    stands: str


@dataclass(frozen=True)
class Applied:
    """A migration is done."""

    version: str


@dataclass(frozen=True)
class Indexed:
    """An index is made."""

    name: str


@dataclass(frozen=True)
class LeftToFill:
    """What old rows still lack."""

    names: tuple[str, ...]


Progress = Resumed | Applied | Indexed | LeftToFill
Tell = Callable[[Progress], None]


def run(database: Database, tell: Tell) -> None:
    """Brings the schema up to date; one process at a time."""
    with _alone(database):
        script = ScriptDirectory.from_config(config())
        with database.read() as connection:
            version, begun = current_version(connection), owed(connection)
        if version is None:
            _all_at_once(database, script)
            return
        missing = [each.revision for each in script.iterate_revisions("head", version)][::-1]
        if UPGRADE in begun:
            tell(Resumed(str(begun[UPGRADE]), version))
        elif missing:
            with database.migrate(rebuilt_only=True) as connection:
                owe(connection, UPGRADE, version)
        for revision in missing:
            _patiently(partial(_apply, database, script, revision))
            tell(Applied(revision))
        _make_indexes(database, tell)
        with database.migrate(rebuilt_only=True) as connection:
            left = tuple(owed_fills(connection))
            if owed(connection):
                settle(connection, UPGRADE)
                clear_away(connection)
        if left:
            tell(LeftToFill(left))


def begin_at(database: Database, version: str) -> None:
    """Gives an empty database the schema of an earlier version."""
    with database.migrate() as connection:
        _migrate(connection, ScriptDirectory.from_config(config()), version)


def _all_at_once(database: Database, script: ScriptDirectory) -> None:
    """Where nothing is there nobody waits."""
    with database.migrate() as connection:
        _migrate(connection, script, "head")


def _apply(database: Database, script: ScriptDirectory, revision: str) -> None:
    with database.migrate(rebuilt_only=True) as connection:
        if not database.is_sqlite:
            connection.exec_driver_sql("SET LOCAL lock_timeout = '2s'")
        _migrate(connection, script, revision)


def _migrate(connection: Connection, script: ScriptDirectory, to: str) -> None:
    def steps(revision: Any, _context: Any) -> Any:
        return script._upgrade_revs(to, revision)

    settings = config()
    settings.attributes["connection"] = connection
    with EnvironmentContext(settings, script, fn=steps, destination_rev=to):
        script.run_env()


def _patiently(work: Callable[[], None]) -> None:
    """Tries again what did not get its lock in time."""
    for left in reversed(range(TRIES)):
        try:
            work()
            return
        except Exception as error:
            if not left or not waits_for_others(error):
                raise
            time.sleep(PAUSE_S)


def _make_indexes(database: Database, tell: Tell) -> None:
    with database.read() as connection:
        names = [name.removeprefix(INDEX) for name in owed(connection) if name.startswith(INDEX)]
    known = {str(index.name): index for table in Base.metadata.tables.values() for index in table.indexes}
    for name in names:
        if name in known and not database.is_sqlite:
            _patiently(partial(_make_beside, database, known[name]))
        with database.migrate(rebuilt_only=True) as connection:
            if (
                name in known and database.is_sqlite
            ):  # made and noted in one: killed at any commit, the next try comes further
                connection.execute(CreateIndex(known[name], if_not_exists=True))
            settle(connection, INDEX + name)
        tell(Indexed(name))


def _make_beside(database: Database, index: Index) -> None:
    """PostgreSQL makes it beside all that goes on; one that was cut off there is left invalid, and made anew."""
    options = index.dialect_options["postgresql"]
    options["concurrently"] = True
    try:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("SET lock_timeout = 0")
            if not _is_whole(connection, str(index.name)):
                connection.execute(DropIndex(index, if_exists=True))
            connection.execute(CreateIndex(index, if_not_exists=True))
            connection.exec_driver_sql("RESET lock_timeout")
    finally:
        options["concurrently"] = False


def _is_whole(connection: Connection, name: str) -> bool:
    asked = text("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(:name)")
    return bool(connection.execute(asked, {"name": name}).scalar())


@contextmanager
def _alone(database: Database) -> Iterator[None]:
    """One process upgrades at a time; the lock goes with it when it dies."""
    path = database.engine.url.database
    if not database.is_sqlite:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("SET lock_timeout = 0")
            connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _ONE_AT_A_TIME})
            try:
                yield
            finally:
                connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _ONE_AT_A_TIME})
                connection.exec_driver_sql("RESET lock_timeout")
    elif path and path != ":memory:":
        with WriteLock(Path(path + ".upgrade")).held():
            yield
    else:
        yield
