"""Who did what to whose data, for administrators; each look leaves a row of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from governance.roles import Role
from handlers.context import Context
from handlers.office.privacy import shown_name
from handlers.office.staff import Staff
from storage.audit import AuditEntry, note_by
from storage.audit_search import (
    AuditSearch,
    actions,
    entries_counted,
    entries_found,
    people_meant,
)
from storage.duty.members import terms_of_people

PAGE = 100


@dataclass(frozen=True)
class AuditLine:
    """A row as the page shows it; people by code and masked name, those in office by their own."""

    at: datetime
    who: str
    action: str
    subject: str
    whose: str
    address: str
    detail: str
    sealed: bool
    erased: bool


@dataclass(frozen=True)
class AuditPage:
    """A page of lines, how many there are, and what can be chosen to look for."""

    lines: tuple[AuditLine, ...]
    total: int
    actions: tuple[str, ...]


def audit_page(ctx: Context, staff: Staff, wanted: AuditSearch, page: int) -> AuditPage:
    """One page of what fits; the look is noted."""
    rows = entries_found(ctx.uow, wanted, PAGE, (page - 1) * PAGE)
    people = people_meant(ctx.uow, {name for row in rows for name in (row.actor, row.subject, row.whose)})
    roles: dict[int, set[Role]] = {}
    for person, term in terms_of_people(ctx.uow, {each.person for each in people.values()}, ctx.now):
        roles.setdefault(person, set()).add(term.role)
    names = {
        name: f"{each.code} {shown_name(each.name, roles.get(each.person, set()))}" for name, each in people.items()
    }
    found = AuditPage(
        tuple(_line(row, names) for row in rows), entries_counted(ctx.uow, wanted), tuple(actions(ctx.uow))
    )
    note_by(ctx.uow, staff.actor, AuditEntry("audit.read", "audit", str(wanted)), ctx.now)
    return found


def note_export(ctx: Context, staff: Staff, wanted: AuditSearch) -> None:
    """That a file of it was taken out, and how much."""
    total = entries_counted(ctx.uow, wanted)
    note_by(ctx.uow, staff.actor, AuditEntry("audit.export", "audit", f"{wanted}; {total} rows"), ctx.now)


def _line(row: Any, names: Mapping[str, str]) -> AuditLine:
    def called(name: str) -> str:
        return names.get(name, name)

    return AuditLine(
        row.at, called(row.actor), row.action, called(row.subject), called(row.whose), row.address, row.detail,
        row.seq is not None, row.erased_at is not None,
    )  # fmt: skip
