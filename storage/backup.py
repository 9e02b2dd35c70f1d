"""The whole database as one file that either database can be restored from: a zip with a table a member, a row a line."""

import hashlib
import json
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryFile, mkstemp
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, is_zipfile

from sqlalchemy import Connection, Table, select, text

from storage.backup_rows import kept_table, read_rows, rows_of, write_rows
from storage.database import Database
from storage.erasing import Erased, apply_erasures, ledger_lines
from storage.errors import NewerVersion, NotABackup, NotEmpty, OtherVersion
from storage.files import FileStore
from storage.models import Base
from storage.owed_steps import owe, owed_fills
from storage.schema import current_version, newest_version
from storage.sealed_file import SealingWriter, is_sealed, unseal_into

ABOUT, COUNTS = "about.json", "counts.json"
FILES = "files/"
PARTIAL = ".partial"
"""How the name of a half-written backup ends."""
_CHUNK = 1024 * 1024
_MADE = ("roster_state", "audit_chain")
"""Their one row is made with the schema; a restore writes over it."""


@dataclass(frozen=True)
class About:
    """What a backup says of itself: of which version of the schema it is, and when it was taken."""

    version: str
    at: datetime
    owed: tuple[str, ...] = ()
    """What old rows of it still lack (storage.filling)."""


@dataclass(frozen=True)
class Verified:
    """A backup that was read through: rows by table, and how many files."""

    at: datetime
    version: str
    counts: dict[str, int]
    files: int


def write_backup(
    database: Database, files: FileStore, out: Path, now: datetime, key: str | None = None
) -> dict[str, int]:
    """Writes all rows of one snapshot and the files they name; answers rows by table. A half-written file never has its name,
    and of two who write the same at once each has a half-written one of its own.

    `key`: what it is encrypted to.
    """
    counts: dict[str, int] = {}
    descriptor, name = mkstemp(dir=out.parent, prefix=f"{out.name}.", suffix=PARTIAL)
    partial = Path(name)
    try:
        with open(descriptor, "wb") as file:
            if key is None:
                _pack(database, files, file, now, counts)
            else:
                sealing = SealingWriter(file, key)
                _pack(database, files, sealing, now, counts)
                sealing.close()
            file.flush()
            os.fsync(file.fileno())
        partial.replace(out)
    finally:
        partial.unlink(missing_ok=True)  # what a full disk cut off must not fill it further
    return counts


def _pack(database: Database, files: FileStore, out: Any, now: datetime, counts: dict[str, int]) -> None:
    with database.read() as connection, ZipFile(out, "w", ZIP_DEFLATED) as archive:
        about = {"version": current_version(connection), "at": now.isoformat(), "owed": list(owed_fills(connection))}
        archive.writestr(ABOUT, json.dumps(about))
        for table in Base.metadata.sorted_tables:
            with archive.open(f"{table.name}.jsonl", "w", force_zip64=True) as member:
                counts[table.name] = write_rows(connection, table, member)
        for digest in _digests(connection):
            with suppress(FileNotFoundError):
                archive.writestr(FILES + digest, files.get(digest))
        archive.writestr(COUNTS, json.dumps(counts))


@contextmanager
def opened_backup(source: Path, keys: Sequence[str] = ()) -> Iterator[tuple[ZipFile, About]]:
    """The archive and what it says of itself; an encrypted one is unsealed beside itself, into a file without a name.

    Raises NotABackup, WrongBackupKey, and NewerVersion of what a newer program has written.
    """
    with ExitStack() as stack:
        file: Any = stack.enter_context(source.open("rb"))
        if is_sealed(file):
            beside = source.parent if os.access(source.parent, os.W_OK) else None
            clear = stack.enter_context(TemporaryFile(dir=beside))
            unseal_into(file, clear, keys)
            file = clear
        try:
            archive = stack.enter_context(ZipFile(file))
            about = json.loads(archive.read(ABOUT))
            said = About(str(about["version"]), datetime.fromisoformat(about["at"]), tuple(about.get("owed", ())))
        except (BadZipFile, KeyError, ValueError, zlib.error) as error:
            raise NotABackup from error
        if said.version > newest_version():
            raise NewerVersion(said.version)
        yield archive, said


def read_backup(
    database: Database, files: FileStore, source: Path, ledger: Iterable[Erased] = (), keys: Sequence[str] = ()
) -> dict[str, int]:
    """Fills an empty database of the same version with a backup, all or nothing; whom the ledger names since is erased again.

    Raises NotABackup, WrongBackupKey, OtherVersion or NotEmpty.
    """
    with opened_backup(source, keys) as (archive, about):
        try:
            return _fill(database, files, archive, about, ledger)
        except (BadZipFile, KeyError, ValueError, zlib.error) as error:
            raise NotABackup from error


def _fill(
    database: Database, files: FileStore, archive: ZipFile, about: About, ledger: Iterable[Erased]
) -> dict[str, int]:
    with database.migrate() as connection:
        if about.version != current_version(connection):
            raise OtherVersion(about.version)
        if any(_filled(connection, table) for table in Base.metadata.sorted_tables):
            raise NotEmpty
        for name in _MADE:
            connection.execute(Base.metadata.tables[name].delete())
        counts = {}
        for table in Base.metadata.sorted_tables:
            with archive.open(f"{table.name}.jsonl") as member:
                counts[table.name] = read_rows(connection, table, member)
        if not database.is_sqlite:
            _count_on(connection)
        for name in about.owed:
            owe(connection, name)
        gone = apply_erasures(connection, ledger, about.at)
        for name in archive.namelist():  # before the commit: rows without their files could not be restored again
            if name.startswith(FILES) and name.removeprefix(FILES) not in gone:
                files.put(archive.read(name))
    return counts


def verify_backup(source: Path, keys: Sequence[str] = ()) -> Verified:
    """Reads all of a backup and writes nothing: each row as its table has it, each file against its digest.

    Raises NotABackup, WrongBackupKey, OtherVersion, as a restore would.
    """
    with opened_backup(source, keys) as (archive, about):
        if about.version != newest_version():
            raise OtherVersion(about.version)
        try:
            return _verified(archive, about)
        except (BadZipFile, KeyError, ValueError, zlib.error) as error:
            raise NotABackup from error


def _verified(archive: ZipFile, about: About) -> Verified:
    counts: dict[str, int] = {}
    for table in Base.metadata.sorted_tables:
        with archive.open(f"{table.name}.jsonl") as member:
            counts[table.name] = sum(1 for _ in rows_of(kept_table(table), member))
    names = archive.namelist()
    if COUNTS in names and json.loads(archive.read(COUNTS)) != counts:
        raise NotABackup
    files = [name for name in names if name.startswith(FILES)]
    if any(_digest_of(archive, name) != name.removeprefix(FILES) for name in files):
        raise NotABackup
    return Verified(about.at, about.version, counts, len(files))


def _digest_of(archive: ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with archive.open(name) as member:
        while chunk := member.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def erasures_known(source: Path, keys: Sequence[str] = ()) -> list[Erased]:
    """Whom a ledger names, or a newer backup. Raises NotABackup for a zip that is none, OSError for what can't be read."""
    with source.open("rb") as file:
        sealed = is_sealed(file)
    if not sealed and not is_zipfile(source):
        return list(ledger_lines(source.read_text("utf-8", "replace").splitlines()))
    with opened_backup(source, keys) as (archive, _):
        try:
            return list(ledger_lines(archive.read("erasures.jsonl").decode().splitlines()))
        except (BadZipFile, KeyError) as error:
            raise NotABackup from error


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
