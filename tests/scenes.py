"""What tests begin with, played once a worker: the next that begins alike finds database, files and phones as they were."""

import copy
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from simulator.platform import Platform
from simulator.windows import GRANTS
from storage.database import Database
from storage.models import Base
from tests.imported import empty
from tests.postgres import put_rows, rows_of

if TYPE_CHECKING:
    from tests.chat import Chat

Found = TypeVar("Found")
Put = Callable[[Database], None]
_SHOWN = (
    "people", "menu", "conditional_menus", "templates", "permissions", "codes_made", "drafts", "drafts_allowed", "_serial",
    "journal._bubbles", "journal._serial", "windows._open", "tags._names", "tags._bearers", "tags._ids", "media._files",
    "wecom.members", "wecom.inbox",
)  # fmt: skip
"""What the stand-in knows. Its tokens are not among it: as after a restart of Redis, the product asks for another."""


@dataclass(frozen=True)
class _Scene:
    put: Put
    shown: Mapping[str, Any]
    files: Mapping[str, bytes]
    now: datetime
    wakes: int
    found: Any


_KEPT: dict[Any, _Scene] = {}
_ITS_PLATFORM = object()
"""Stands in what was found for the platform that its phones belong to."""


def begun(chat: "Chat", clock: Any, begin: Callable[[], Found], *how: object) -> Found:
    """What `begin` answers; it is played only where the same (`how` tells one from another) was not yet, after the same.

    At an empty table, or where nothing was said or written since another scene: a fixture may go on from another one's. It may
    use this chat and this clock, and answers people, or what holds some.
    """
    before = _before(chat, clock)
    if before is None:
        return begin()
    table = tuple((openid, person.name, person.followed_at) for openid, person in chat.platform.people.items())
    key = (before, table, begin.__module__, begin.__qualname__, str(how), clock.now, str(GRANTS))
    if key not in _KEPT:
        rows = {} if chat.database.is_sqlite else _rows(chat.database)
        found = begin()
        _KEPT[key] = _Scene(
            _taken_sqlite(chat.database) if chat.database.is_sqlite else _taken_postgresql(chat.database, rows),
            {name: copy.deepcopy(_held(chat.platform, name)) for name in _SHOWN},
            {str(path.relative_to(chat.folder)): path.read_bytes() for path in _files(chat.folder)},
            clock.now,
            chat.wakes,
            copy.deepcopy(found, {id(chat.platform): _ITS_PLATFORM}),
        )
    else:
        found = _again(chat, clock, _KEPT[key])
    chat.stands = key, _mark(chat)
    return found


def _before(chat: "Chat", clock: Any) -> Any:
    """What was played until now; None where something else happened, too."""
    if not hasattr(clock, "now"):
        return None
    if not chat.platform.people and empty(chat.database):
        return chat.database.engine.dialect.name, chat.platform.secret
    return chat.stands[0] if chat.stands is not None and chat.stands[1] == _mark(chat) else None


def _mark(chat: "Chat") -> Any:
    """Another one after whatever is said or written."""
    return _written(chat.database), len(chat.platform.journal.snapshot()), str(chat.platform.windows._open)


def _written(database: Database) -> Any:
    if database.is_sqlite:
        paths = (Path(f"{database.engine.url.database}{end}") for end in ("", "-wal"))
        return [(path.stat().st_size, path.stat().st_mtime_ns) for path in paths if path.exists()]
    with database.read() as connection:
        return connection.exec_driver_sql("SELECT pg_current_wal_insert_lsn()").scalar_one()


def _again(chat: "Chat", clock: Any, scene: _Scene) -> Any:
    scene.put(chat.database)
    for name, value in scene.shown.items():
        owner, _, last = name.rpartition(".")
        setattr(getattr(chat.platform, owner) if owner else chat.platform, last, copy.deepcopy(value))
    for name, content in scene.files.items():
        path = chat.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    clock.now, chat.wakes = scene.now, scene.wakes
    return copy.deepcopy(scene.found, {id(_ITS_PLATFORM): chat.platform})


def _held(platform: Platform, name: str) -> Any:
    found: Any = platform
    for part in name.split("."):
        found = getattr(found, part)
    return found


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _taken_sqlite(database: Database) -> Put:
    """All pages as they are."""
    kept = sqlite3.connect(":memory:", check_same_thread=False)
    _pages(database, lambda there: there.backup(kept))
    return lambda other: _pages(other, kept.backup)


def _pages(database: Database, do: Callable[[sqlite3.Connection], None]) -> None:
    connection = database.engine.raw_connection()
    try:
        driver: Any = connection.driver_connection
        do(driver)
    finally:
        connection.close()


def _rows(database: Database) -> dict[str, bytes]:
    with database.read() as connection:
        cursor: Any = connection.connection.cursor()
        found = {table: rows_of(cursor, table) for table in Base.metadata.tables}
        cursor.close()
    return found


def _taken_postgresql(database: Database, before: Mapping[str, bytes]) -> Put:
    """Of each table that changed since then all rows as they are, and where each sequence stands."""
    rows = {table: content for table, content in _rows(database).items() if content != before[table]}
    with database.read() as connection:
        standing = "SELECT sequencename, last_value FROM pg_sequences WHERE last_value IS NOT NULL"
        numbers = [tuple(row) for row in connection.exec_driver_sql(standing)]

    def put(other: Database) -> None:
        with other.write() as connection:
            cursor: Any = connection.connection.cursor()
            cursor.execute("SET LOCAL session_replication_role = replica")  # no trigger, and rows in any order
            for table, content in rows.items():
                cursor.execute(f"DELETE FROM {table}")
                put_rows(cursor, table, content)
            cursor.executemany("SELECT setval(%s::regclass, %s)", numbers)
            cursor.close()

    return put
