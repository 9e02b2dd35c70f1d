"""The whole database as one file that either database can be restored from: a zip with a table a member, a row a line."""

import base64
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO, TextIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, is_zipfile

from sqlalchemy import Column, Connection, Date, LargeBinary, MetaData, Table, Text, insert, select, text

from storage.columns import Encrypted, Sealed, UtcDateTime
from storage.database import Database
from storage.erasing import Erased, apply_erasures, ledger_lines
from storage.errors import NotABackup, NotEmpty, OtherVersion
from storage.files import FileStore
from storage.models import Base
from storage.schema import current_version

ABOUT = "about.json"
FILES = "files/"
_STEP = 1000
_MADE = ("roster_state", "audit_chain")
"""Their one row is made with the schema; a restore writes over it."""


def write_backup(database: Database, files: FileStore, out: Path, now: datetime) -> dict[str, int]:
    """Writes all rows of one snapshot and the files they name; answers rows by table. A half-written file never has its name."""
    counts: dict[str, int] = {}
    partial = out.with_name(out.name + ".partial")
    try:
        _pack(database, files, partial, now, counts)
        partial.replace(out)
    finally:
        partial.unlink(missing_ok=True)  # what a full disk cut off must not fill it further
    return counts


def _pack(database: Database, files: FileStore, partial: Path, now: datetime, counts: dict[str, int]) -> None:
    with database.read() as connection, ZipFile(partial, "w", ZIP_DEFLATED) as archive:
        about = {"version": current_version(connection), "at": now.isoformat()}
        archive.writestr(ABOUT, json.dumps(about))
        for table in Base.metadata.sorted_tables:
            with archive.open(f"{table.name}.jsonl", "w", force_zip64=True) as member:
                counts[table.name] = _write(connection, table, member)
        for digest in _digests(connection):
            path = files.path(digest)
            if path.exists():
                archive.write(path, FILES + digest)


def read_backup(database: Database, files: FileStore, source: Path, ledger: Iterable[Erased] = ()) -> dict[str, int]:
    """Fills an empty database of the same version with a backup, all or nothing; whom the ledger names since is erased again.

    Raises NotABackup, OtherVersion or NotEmpty.
    """
    try:
        archive = ZipFile(source)
        about = json.loads(archive.read(ABOUT))
        taken = datetime.fromisoformat(about["at"])
    except (BadZipFile, KeyError, ValueError) as error:
        raise NotABackup from error
    with archive:
        with database.migrate() as connection:
            if about.get("version") != current_version(connection):
                raise OtherVersion(str(about.get("version")))
            if any(_filled(connection, table) for table in Base.metadata.sorted_tables):
                raise NotEmpty
            for name in _MADE:
                connection.execute(Base.metadata.tables[name].delete())
            counts = {}
            for table in Base.metadata.sorted_tables:
                with archive.open(f"{table.name}.jsonl") as member:
                    counts[table.name] = _read(connection, table, member)
            if not database.is_sqlite:
                _count_on(connection)
            gone = apply_erasures(connection, ledger, taken)
            for name in archive.namelist():  # before the commit: rows without their files could not be restored again
                if name.startswith(FILES) and name.removeprefix(FILES) not in gone:
                    files.put(archive.read(name))
    return counts


def erasures_known(source: Path) -> list[Erased]:
    """Whom a ledger names, or a newer backup. Raises NotABackup for a zip that is none, OSError for what can't be read."""
    if not is_zipfile(source):
        return list(ledger_lines(source.read_text("utf-8", "replace").splitlines()))
    try:
        with ZipFile(source) as archive:
            return list(ledger_lines(archive.read("erasures.jsonl").decode().splitlines()))
    except (BadZipFile, KeyError) as error:
        raise NotABackup from error


def _raw(table: Table) -> Table:
    """The table without our own reading of its columns: what is encrypted stays so, with no key at hand."""
    columns = [Column(c.name, _as_kept(c.type), primary_key=c.primary_key) for c in table.columns]
    return Table(table.name, MetaData(), *columns)


def _as_kept(kind: Any) -> Any:
    return LargeBinary() if isinstance(kind, Encrypted) else Text() if isinstance(kind, Sealed) else kind


def _write(connection: Connection, table: Table, member: Any) -> int:
    count, raw = 0, _raw(table)
    for row in connection.execution_options(yield_per=_STEP).execute(select(raw).order_by(*raw.primary_key.columns)):
        line = json.dumps({k: _plain(v) for k, v in row._mapping.items()}, ensure_ascii=False)
        member.write(line.encode() + b"\n")
        count += 1
    return count


def _read(connection: Connection, table: Table, member: Any) -> int:
    count, raw = 0, _raw(table)
    later: list[dict[str, Any]] = []
    own = [fk.parent for fk in table.foreign_keys if fk.column.table is table]
    for rows in _steps(_rows(raw, member)):
        for row in rows:
            for column in own:
                if row.get(column.name) is not None:
                    later.append({"key": row[_key(table)], "value": row[column.name], "column": column.name})
                    row[column.name] = None
        connection.execute(insert(raw), rows)
        count += len(rows)
    for each in later:
        column = table.c[each["column"]]
        connection.execute(table.update().where(table.c[_key(table)] == each["key"]).values({column: each["value"]}))
    return count


def _key(table: Table) -> str:
    return str(next(iter(table.primary_key.columns)).name)


def _rows(table: Table, member: BinaryIO | TextIO) -> Iterator[dict[str, Any]]:
    for line in member:
        row = json.loads(line)
        yield {name: _typed(table, name, value) for name, value in row.items()}


def _steps(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    step: list[dict[str, Any]] = []
    for row in rows:
        step.append(row)
        if len(step) == _STEP:
            yield step
            step = []
    if step:
        yield step


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, date) else value


def _typed(table: Table, name: str, value: Any) -> Any:
    if value is None:
        return None
    kind = table.c[name].type
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value)
    if isinstance(kind, UtcDateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value


def _filled(connection: Connection, table: Table) -> bool:
    if table.name in _MADE:
        return False
    return connection.execute(select(text("1")).select_from(table).limit(1)).first() is not None


def _digests(connection: Connection) -> list[str]:
    attachments = Base.metadata.tables["attachments"]
    return list(
        connection.execute(select(attachments.c.sha256).where(attachments.c.sha256.is_not(None)).distinct()).scalars()
    )


def _count_on(connection: Connection) -> None:
    """PostgreSQL's own counters go on behind the restored keys."""
    for table in Base.metadata.sorted_tables:
        if "id" in table.c and table.name not in _MADE:
            connection.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), coalesce(max(id), 1), max(id) IS NOT NULL)"
                    f" FROM {table.name}"
                )
            )
