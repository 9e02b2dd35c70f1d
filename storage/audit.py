"""The audit: one row for what was done to people, roles and personal data; never changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, insert

from storage.models import Audit
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class AuditEntry:
    """What was done to what. `detail` says codes, roles and names of fields, never a name or a phone number."""

    action: str
    subject: str
    detail: str = ""


def write_audit(connection: Connection, actor: str, deeds: Iterable[AuditEntry], now: datetime) -> None:
    """Appends rows for a command; `actor` is its name."""
    rows = [
        {"at": now, "actor": actor, "action": deed.action, "subject": deed.subject, "detail": deed.detail}
        for deed in deeds
    ]
    table = Audit.__table__
    assert isinstance(table, Table)
    if rows:
        connection.execute(insert(table), rows)


def note(uow: UnitOfWork, account_id: int, deed: AuditEntry, now: datetime) -> None:
    """Appends a row for what an account did by chat."""
    note_for(uow, account_id, deed, now)


def note_by(uow: UnitOfWork, actor: str, deed: AuditEntry, now: datetime) -> None:
    """Appends a row for what somebody did elsewhere than by chat; `actor` says where and who."""
    uow.add(Audit, at=now, actor=actor, action=deed.action, subject=deed.subject, detail=deed.detail)


def note_for(uow: UnitOfWork, account_id: int | None, deed: AuditEntry, now: datetime) -> None:
    """Appends a row for what an account did, or (None) the clock."""
    actor = "clock" if account_id is None else f"account:{account_id}"
    uow.add(Audit, at=now, actor=actor, action=deed.action, subject=deed.subject, detail=deed.detail)
