"""Erasing somebody: their data, what the audit says of them, and what is left to do for a backup that still has them.

An erasure is written in the transaction that erases, without saying who it was: by digests that only fit the same person in an
older backup. What lies outside the database follows by a job that can stop anywhere: files are removed, and the ledger beside
the backups gets a line, so that a restore of an older backup erases them again.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.audit import AuditEntry, write_audit
from storage.audit_chain import erase_about
from storage.database import Database
from storage.files import FileStore
from storage.forgetting import forget
from storage.models import Account, Erasure, Person
from storage.roster_write import lock_roster
from storage.subject import Subject, subject_of_person
from storage.unit_of_work import UnitOfWork

LEDGER = "erasures.jsonl"
_MARK = 40
_LOCKED = (
    select(Account.id)
    .where(Account.id.in_(bindparam("accounts", expanding=True)))
    .order_by(Account.id)
    .with_for_update()
)
"""As a message of theirs does, before anything else."""


@dataclass(frozen=True)
class Erased:
    """A line of the ledger: when, and the marks by which an older backup knows who."""

    at: datetime
    subjects: frozenset[str]


def erase(connection: Connection, subject: Subject, actor: str, now: datetime) -> list[str]:
    """Erases a subject in the caller's transaction; answers digests of files, which `settle` removes after the commit."""
    connection.execute(_LOCKED, {"accounts": sorted(subject.account_ids)}).all()
    lock_roster(connection)
    marks = _marks(connection, subject)
    names = [f"account:{each}" for each in subject.account_ids]
    names += [f"person:{subject.code}"] if subject.code else []
    names.append(f"accounts:{subject.account_ids}")
    digests = forget(connection, subject, now)
    erase_about(connection, names, actor, now)
    whom = f"person:forgotten-{subject.person_id}" if subject.person_id else "account:forgotten"
    write_audit(connection, actor, [AuditEntry("person.forget", whom)], now)
    connection.execute(
        insert(Erasure).values(at=now, subjects=",".join(sorted(marks)), files=",".join(digests), settled_at=None)
    )
    return digests


def unsettled(connection: Connection | UnitOfWork) -> list[int]:
    """Erasures of which something outside the database is left to do."""
    return list(
        connection.execute(select(Erasure.id).where(Erasure.settled_at.is_(None)).order_by(Erasure.id)).scalars()
    )


def settle(database: Database, files: FileStore, folder: Path | None, erasure: int, now: datetime) -> int:
    """Removes the files of an erasure and writes its line; done twice it changes nothing. `folder`: where backups lie."""
    with database.read() as connection:
        row = connection.execute(select(Erasure.__table__).where(Erasure.id == erasure)).one()
    if row.settled_at is not None:
        return 0
    for digest in filter(None, row.files.split(",")):
        files.remove(digest)
    if folder is not None and row.subjects:
        _append(folder / LEDGER, Erased(row.at, frozenset(row.subjects.split(","))))
    with database.write() as connection:
        connection.execute(update(Erasure).where(Erasure.id == erasure).values(settled_at=now))
    return 1


def ledger_lines(lines: Iterable[str]) -> Iterator[Erased]:
    """A ledger's lines, or those of the table in a backup; one that was cut off while it was written is passed over."""
    for line in lines:
        try:
            said = json.loads(line)
            yield Erased(datetime.fromisoformat(said["at"]), frozenset(said["subjects"].split(",")))
        except (ValueError, KeyError, TypeError, AttributeError):
            continue


def apply_erasures(connection: Connection, ledger: Iterable[Erased], since: datetime) -> list[str]:
    """Erases again whom the ledger names after `since`, the instant of the backup that was just read; answers digests of files."""
    later = [each for each in ledger if each.at >= since]
    digests: list[str] = []
    known = _known(connection) if later else {}
    for each in later:
        subject = _subject(connection, [known[mark] for mark in sorted(each.subjects) if mark in known])
        if subject is not None:
            digests += erase(connection, subject, "linli restore", each.at)
    return digests


def _known(connection: Connection) -> dict[str, tuple[int | None, int | None]]:
    """Person or account by their marks."""
    people = connection.execute(select(Person.id, Person.code).where(Person.forgotten_at.is_(None)))
    known: dict[str, tuple[int | None, int | None]] = {_mark("person", row.code): (row.id, None) for row in people}
    accounts = connection.execute(select(Account.id, Account.channel, Account.openid))
    return known | {_mark(row.channel, row.openid): (None, row.id) for row in accounts}


def _subject(connection: Connection, found: list[tuple[int | None, int | None]]) -> Subject | None:
    """One subject of a person and accounts, as far as they are there; accounts that were bound later or earlier count too."""
    accounts = {account for _, account in found if account is not None}
    person = next((each for each, _ in found if each is not None), None)
    there = None if person is None else subject_of_person(connection, person)
    if there is None:
        return Subject(None, None, tuple(sorted(accounts))) if accounts else None
    return Subject(there.person_id, there.code, tuple(sorted(accounts | set(there.account_ids))))


def _marks(connection: Connection, subject: Subject) -> set[str]:
    rows = connection.execute(select(Account.channel, Account.openid).where(Account.id.in_(subject.account_ids))).all()
    marks = {_mark(row.channel, row.openid) for row in rows}
    return marks | ({_mark("person", subject.code)} if subject.code else set())


def _mark(kind: str, name: str) -> str:
    return hashlib.sha256(f"{kind}\0{name}".encode()).hexdigest()[:_MARK]


def _append(path: Path, erased: Erased) -> None:
    """One more line, durably, unless it stands there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    line = json.dumps({"at": erased.at.isoformat(), "subjects": ",".join(sorted(erased.subjects))})
    if path.exists() and line in path.read_text("utf-8").splitlines():
        return
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w", encoding="utf-8") as file:
        file.write(line + "\n")
        file.flush()
        os.fsync(file.fileno())
