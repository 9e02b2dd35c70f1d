"""The audit: one row for what was done to people, roles and personal data; never changed, save that the law erases it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, insert

from storage.models import Audit
from storage.origin import origin, trace
from storage.unit_of_work import UnitOfWork

CLOCK = "clock"
_SOMEBODY = ("person:", "account:", "accounts:")


@dataclass(frozen=True)
class AuditEntry:
    """What was done to what. `detail` says codes, roles and names of fields, never a name or a phone number.

    `whose`: whose data it was, as `person:R5` or `account:7`; it need not be said where the subject is somebody.
    """

    action: str
    subject: str
    detail: str = ""
    whose: str = ""


def write_audit(connection: Connection, actor: str, deeds: Iterable[AuditEntry], now: datetime) -> None:
    """Appends rows for a command; `actor` is its name."""
    rows = [_row(actor, deed, now) for deed in deeds]
    table = Audit.__table__
    assert isinstance(table, Table)
    if rows:
        connection.execute(insert(table), rows)


def note(uow: UnitOfWork, account_id: int, deed: AuditEntry, now: datetime) -> None:
    """Appends a row for what an account did by chat."""
    note_for(uow, account_id, deed, now)


def note_by(uow: UnitOfWork, actor: str, deed: AuditEntry, now: datetime) -> None:
    """Appends a row for what somebody did elsewhere than by chat; `actor` says where and who."""
    uow.add(Audit, **_row(actor, deed, now))


def note_for(uow: UnitOfWork, account_id: int | None, deed: AuditEntry, now: datetime) -> None:
    """Appends a row for what an account did, or (None) the clock."""
    note_by(uow, CLOCK if account_id is None else f"account:{account_id}", deed, now)


def _row(actor: str, deed: AuditEntry, now: datetime) -> dict[str, Any]:
    whose = deed.whose or (deed.subject if deed.subject.startswith(_SOMEBODY) else "")
    return {
        "at": now, "actor": actor, "action": deed.action, "subject": deed.subject, "detail": deed.detail,
        "whose": whose, "address": origin(), "trace": trace(),
    }  # fmt: skip
