"""A push as a deliverer sees it, and what becomes of it."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from governance.notices import NoticeKind
from governance.tickets.urgency import Urgency
from storage.models import Account, Attachment, Outbox, Person, Ticket


@dataclass(frozen=True)
class OwedPicture:
    """The picture of a push: pending, stored (under its SHA-256), refused or lost."""

    state: str
    sha256: str | None
    media_type: str | None


@dataclass(frozen=True)
class OwedPush:
    """A push to deliver now, with what decides how. Instants are UTC."""

    id: int
    account_id: int
    openid: str
    kind: str
    text: str
    number: str | None
    attempts: int
    by_night: bool
    unsubscribed: bool
    muted: str
    last_inbound_at: datetime
    created_at: datetime
    wecom_id: str | None = None
    taps: tuple[str, ...] = ()
    picture: OwedPicture | None = None
    danger: bool = False
    valid_until: datetime | None = None
    ticket_then: str | None = None
    ticket_now: str | None = None
    trace: str | None = None


@dataclass(frozen=True)
class End:
    """What became of a push: its state, the channel it went by, why it waits or was dropped, and until when it waits."""

    push_id: int
    state: str
    channel: str | None = None
    error: str | None = None
    not_before: datetime | None = None
    again: bool = False
    """It was held back after it was taken, and before it was tried: that was no attempt."""
    message_id: int | None = None
    """The first push of the message that it went with."""
    counts: bool = False
    """It was an attempt, though nothing was taken for it."""
    held: str | None = None
    """Why it waits for the next message (governance.noise.Held)."""


OWED = (
    select(
        Outbox.id, Outbox.account_id, Account.openid, Outbox.kind, Outbox.text, Outbox.number, Outbox.attempts,
        Outbox.by_night, Account.unsubscribed_at, Account.muted, Account.last_inbound_at, Outbox.created_at, Person.wecom_id,
        Outbox.taps, Outbox.picture_id, Attachment.state, Attachment.sha256, Attachment.media_type, Outbox.valid_until,
        Outbox.ticket_then, Ticket.state.label("ticket_state"), Ticket.assignee_id, Ticket.urgency, Outbox.trace,
    )
    .join(Account, Account.id == Outbox.account_id)
    .outerjoin(Person, Person.id == Account.person_id)
    .outerjoin(Attachment, Attachment.id == Outbox.picture_id)
    .outerjoin(Ticket, Ticket.number == Outbox.number)
)  # fmt: skip


def owed(row: Any) -> OwedPush:
    """A row of `OWED` as a push; raises where it cannot be read."""
    return OwedPush(
        row.id, row.account_id, row.openid, row.kind, row.text, row.number, row.attempts, row.by_night,
        row.unsubscribed_at is not None, row.muted, row.last_inbound_at, row.created_at, row.wecom_id,
        tuple(json.loads(row.taps)) if row.taps else (),
        None if row.picture_id is None else OwedPicture(row.state, row.sha256, row.media_type),
        row.kind == NoticeKind.HAZARD or row.urgency == Urgency.HAZARD, row.valid_until,
        row.ticket_then, None if row.ticket_state is None else standing(row.ticket_state, row.assignee_id),
        row.trace,
    )  # fmt: skip


def standing(state: str, assignee_id: int | None) -> str:
    """A ticket's state and owner in one word, to be compared with what they were."""
    return f"{state}:{assignee_id or ''}"


def of_danger(row: Any) -> ColumnElement[bool]:
    """The condition that a push (a row of the outbox, or an alias of it) tells of a danger, or gives one to somebody."""
    hazard = select(Ticket.number).where(Ticket.number == row.number, Ticket.urgency == Urgency.HAZARD.value)
    return or_(row.kind == "hazard", hazard.exists())
