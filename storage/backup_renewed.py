"""A backup of an earlier version made into one of today's: put into that version's own schema beside, upgraded, backed up anew.

So a restore stays what it is: all or nothing, into either database, and whom the list names is erased from what is upgraded.
"""

import base64
import json
import os
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import BadZipFile, ZipFile

from sqlalchemy import Boolean, Column, Connection, Date, DateTime, LargeBinary, MetaData, Table, insert

from storage.backup import FILES, About, opened_backup, write_backup
from storage.database import Database
from storage.errors import NotABackup, OtherVersion
from storage.files import FileStore
from storage.filling import fill_all
from storage.owed_steps import owe
from storage.schema import known_versions, newest_version, upgrade

_ROWS, _STEP = ".jsonl", 1000


def require_known_version(source: Path, keys: Sequence[str] = ()) -> str | None:
    """The earlier version that a backup is of, None where it is of today's. Raises NotABackup, WrongBackupKey or OtherVersion."""
    with opened_backup(source, keys) as (_, about):
        if about.version not in known_versions():
            raise OtherVersion(about.version)
        return about.version if about.version != newest_version() else None


@contextmanager
def renewed(source: Path, keys: Sequence[str] = ()) -> Iterator[Path]:
    """A backup of today's version with the same rows and files, there as long as the block runs; needs the keyring's keys.

    Raises NotABackup, WrongBackupKey or OtherVersion.
    """
    require_known_version(source, keys)
    beside = source.parent if os.access(source.parent, os.W_OK) else None
    with TemporaryDirectory(prefix=".linli-renewed-", dir=beside) as name:
        folder = Path(name)
        database, files = Database(f"sqlite:///{folder / 'linli.db'}"), FileStore(folder / "files")
        try:
            with opened_backup(source, keys) as (archive, about):
                _put(database, files, archive, about)
            upgrade(database)
            fill_all(database)
            write_backup(database, files, folder / "today.zip", about.at, keys[0] if keys else None)
        finally:
            database.close()
        yield folder / "today.zip"


def _put(database: Database, files: FileStore, archive: ZipFile, about: About) -> None:
    from storage.upgrading import begin_at

    begin_at(database, about.version)
    try:
        with database.migrate() as connection:
            known = MetaData()
            known.reflect(connection)
            for member in archive.namelist():
                if member.endswith(_ROWS):
                    _fill(connection, known.tables[member.removesuffix(_ROWS)], archive, member)
            for name in about.owed:
                owe(connection, name)
        for member in archive.namelist():
            if member.startswith(FILES):
                files.put(archive.read(member))
    except (BadZipFile, KeyError, ValueError, zlib.error) as error:
        raise NotABackup from error


def _fill(connection: Connection, table: Table, archive: ZipFile, member: str) -> None:
    """All rows of a table; what its schema has made there gives way."""
    connection.execute(table.delete())
    step: list[dict[str, Any]] = []
    with archive.open(member) as lines:
        for line in lines:
            step.append({name: _typed(table.c[name], value) for name, value in json.loads(line).items()})
            if len(step) == _STEP:
                connection.execute(insert(table), step)
                step.clear()
    if step:
        connection.execute(insert(table), step)


def _typed(column: Column[Any], value: Any) -> Any:
    """A value of the backup as SQLite's own columns take it, with no model of today between."""
    if value is None:
        return None
    if isinstance(column.type, LargeBinary):
        return base64.b64decode(value)
    if isinstance(column.type, DateTime):
        return datetime.fromisoformat(value).astimezone(UTC).replace(tzinfo=None)
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    return bool(value) if isinstance(column.type, Boolean) else value
