"""What the office sees of requests about people's own data, and of somebody who asks there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from governance.permissions import Act
from handlers.context import Context
from handlers.office.staff import Staff, places_of
from storage.audit import AuditEntry, note_by
from storage.data_requests import waiting_requests
from storage.own_data import own_counts, own_data
from storage.people import caller_of, known_people
from storage.subject import Subject, find_subject
from understanding.masking import masked_name, masked_phone


@dataclass(frozen=True)
class WaitingRequest:
    """A request; `who`: code and masked name, None for a resident who is not in the roster; `by_clock`: nobody has to decide."""

    id: int
    who: str | None
    kind: str
    field: str | None
    value: str | None
    at: datetime
    due_at: datetime
    by_clock: bool
    late: bool


@dataclass(frozen=True)
class SubjectShown:
    """Somebody who was looked for, masked. `person`: whether they are in the roster."""

    who: str
    name: str | None
    phone: str | None
    counts: Mapping[str, int]
    person: bool


def may_serve(ctx: Context, staff: Staff) -> bool:
    """Whether somebody may do it in the whole subdistrict: who asks may live anywhere, and may be nobody of the roster."""
    return staff.may(Act.SERVE_DATA) and places_of(ctx, staff, Act.SERVE_DATA) is None


def requests_waiting(ctx: Context) -> list[WaitingRequest]:
    """All that wait, the first due at the top."""
    rows = waiting_requests(ctx.uow)
    people = {person.id: person for person in known_people(ctx.uow, [row.person_id for row in rows if row.person_id])}
    return [
        WaitingRequest(
            row.id, _called(people.get(row.person_id or 0)), row.kind, row.field, row.value, row.at, row.due_at,
            row.not_before is not None, row.due_at < ctx.now,
        )
        for row in rows
    ]  # fmt: skip


def subject_shown(ctx: Context, who: str) -> SubjectShown | None:
    """Somebody by code, or by the number of a ticket that they reported."""
    subject = find_subject(ctx.uow, who)
    if subject is None:
        return None
    known = [caller for each in subject.account_ids if (caller := caller_of(ctx.uow, each)) is not None]
    people = known_people(ctx.uow, [subject.person_id] if subject.person_id else [])
    name = masked_name(people[0].name) if people else None
    phone = masked_phone(known[0].phone) if known else None
    return SubjectShown(who, name, phone, own_counts(ctx.uow, subject), subject.person_id is not None)


def copy_of(ctx: Context, staff: Staff, who: str) -> dict[str, Any] | None:
    """All that is kept of somebody, for themselves; that it was handed out is noted."""
    subject = find_subject(ctx.uow, who)
    if subject is None:
        return None
    note_by(ctx.uow, staff.actor, AuditEntry("person.export", _named(subject)), ctx.now)
    return own_data(ctx.uow, subject, ctx.config.zone)


def _named(subject: Subject) -> str:
    return f"person:{subject.code}" if subject.code else f"account:{subject.account_ids[0]}"


def _called(person: Any) -> str | None:
    return None if person is None else f"{person.code} {masked_name(person.name)}"
