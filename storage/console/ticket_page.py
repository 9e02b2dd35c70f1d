"""One ticket with its time line and pictures, as the back office shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, select, update

from governance.roles import STAFF
from storage.models import Account, Attachment, Inbound, Outbox, Person, Post, Ticket, TicketEvent
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Reporter:
    """Who reported it; `name` and `phone` only of somebody of the roster."""

    account_id: int
    channel: str
    openid: str
    follows: bool
    person_id: int | None
    person_code: str | None
    name: str | None
    phone: str | None


@dataclass(frozen=True)
class EventRow:
    """Something that was done; `who`: the name of the person (`person_id`), None for somebody unknown or the clock.
    `public`: they hold or held a post that serves others; `owner_id`: whose the ticket was before; `whom`: who got it by this,
    or from whom it was taken back, as the page names them.
    """

    id: int
    kind: str
    from_state: str | None
    to_state: str
    note: str | None
    at: datetime
    who: str | None
    person_id: int | None
    public: bool
    owner_id: int | None = None
    whom: str | None = None


@dataclass(frozen=True)
class FileRow:
    """A picture or another file of a ticket."""

    id: int
    kind: str
    purpose: str
    state: str
    sha256: str | None
    media_type: str | None
    transcript: str | None
    at: datetime
    taken_at: datetime | None
    same_as: str | None


AT_ONCE, ANSWERED = timedelta(seconds=30), "answered"


@dataclass(frozen=True)
class PushRow:
    """What went to the reporter, or is on its way."""

    kind: str
    text: str
    state: str
    channel: str | None
    at: datetime


def text_of(uow: UnitOfWork, number: str) -> str:
    """What was reported, in the reporter's words, in full."""
    row = uow.execute(select(Ticket.text, Ticket.original).where(Ticket.number == number)).one()
    return str(row.text if row.original is None else row.original)


def reporter_of(uow: UnitOfWork, number: str) -> Reporter | None:
    """None: our own people found it."""
    statement = (
        select(
            Account.id,
            Account.channel,
            Account.openid,
            Account.unsubscribed_at,
            Person.id.label("person_id"),
            Person.code,
            Person.name,
            Person.phone,
        )
        .join(Ticket, Ticket.account_id == Account.id)
        .outerjoin(Person, Person.id == Account.person_id)
        .where(Ticket.number == number)
    )
    row = uow.execute(statement).first()
    if row is None:
        return None
    follows = row.unsubscribed_at is None
    return Reporter(row.id, row.channel, row.openid, follows, row.person_id, row.code, row.name, row.phone)


def events_of(uow: UnitOfWork, number: str) -> list[EventRow]:
    """The time line, the oldest first."""
    serves = select(Post.id).where(Post.person_id == Person.id, Post.role.in_(sorted(STAFF))).correlate(Person).exists()
    statement = (
        select(
            TicketEvent.id, TicketEvent.kind, TicketEvent.from_state, TicketEvent.to_state, TicketEvent.note, TicketEvent.at,
            Person.name, Person.id.label("person_id"), serves.label("public"),
            TicketEvent.owner_id,
        )
        .outerjoin(Account, Account.id == TicketEvent.account_id)
        .outerjoin(Person, Person.id == func.coalesce(TicketEvent.person_id, Account.person_id))
        .where(TicketEvent.number == number)
        .order_by(TicketEvent.id)
    )  # fmt: skip
    return [EventRow(*tuple(row)) for row in uow.execute(statement)]


def last_event(uow: UnitOfWork, number: str) -> int:
    """The id of the newest event; 0 for none."""
    return int(uow.execute(select(func.max(TicketEvent.id)).where(TicketEvent.number == number)).scalar() or 0)


def files_of(uow: UnitOfWork, number: str) -> list[FileRow]:
    """Its files, the oldest first."""
    return _files(uow, Attachment.number == number)


def file_by_id(uow: UnitOfWork, file_id: int) -> FileRow | None:
    """One file, whatever it belongs to."""
    return next(iter(_files(uow, Attachment.id == file_id)), None)


def _files(uow: UnitOfWork, where: Any) -> list[FileRow]:
    columns = (
        Attachment.id, Attachment.kind, Attachment.purpose, Attachment.state, Attachment.sha256, Attachment.media_type,
        Attachment.transcript, Attachment.received_at, Attachment.taken_at, Attachment.same_as,
    )  # fmt: skip
    return [FileRow(*tuple(row)) for row in uow.execute(select(*columns).where(where).order_by(Attachment.id))]


def file_with_ticket(uow: UnitOfWork, file_id: int) -> tuple[FileRow, str] | None:
    """A file with the number of its ticket; None for one that belongs to none."""
    number = uow.execute(select(Attachment.number).where(Attachment.id == file_id)).scalar()
    found = None if number is None else file_by_id(uow, file_id)
    return None if found is None else (found, str(number))


def pushes_to(uow: UnitOfWork, number: str, account_id: int) -> list[PushRow]:
    """What the reporter was told of it, the oldest first."""
    here = (Outbox.number == number, Outbox.account_id == account_id, Outbox.picture_id.is_(None))
    columns = (Outbox.kind, Outbox.text, Outbox.state, Outbox.channel, Outbox.created_at)
    return [PushRow(*tuple(row)) for row in uow.execute(select(*columns).where(*here).order_by(Outbox.id))]


def first_answer(uow: UnitOfWork, number: str, account_id: int, opened_at: datetime) -> list[PushRow]:
    """What whoever reported it was answered at once, as long as that is kept; only where it names the ticket."""
    near = Inbound.received_at.between(opened_at - AT_ONCE, opened_at + AT_ONCE)
    rows = uow.execute(
        select(Inbound.reply, Inbound.received_at)
        .where(near, Inbound.account_id == account_id)
        .order_by(Inbound.received_at, Inbound.dedupe_key)
    )
    return [PushRow("answer", row.reply, ANSWERED, None, row.received_at) for row in rows if number in row.reply][:1]


def colleagues(uow: UnitOfWork, person_ids: Sequence[int]) -> list[tuple[str, str]]:
    """Code and name of these people, by name."""
    rows = uow.execute(select(Person.code, Person.name).where(Person.id.in_(person_ids), Person.left_at.is_(None)))
    return sorted(((row.code, row.name or "") for row in rows), key=lambda each: each[1])


def office_account(uow: UnitOfWork, person_id: int, code: str, now: datetime) -> None:
    """The account under which somebody acts from the back office: theirs, and no push goes there."""
    known = (Account.channel == "console", Account.openid == code)
    values = {"person_id": person_id, "unsubscribed_at": now}
    stale = or_(Account.person_id.is_(None), Account.person_id != person_id, Account.unsubscribed_at.is_(None))
    found = uow.execute(select(Account.id).where(*known)).scalar()
    if found is None:
        uow.add(Account, channel="console", openid=code, last_inbound_at=now, **values)
    else:
        uow.execute(update(Account).where(Account.id == found, stale).values(**values))
