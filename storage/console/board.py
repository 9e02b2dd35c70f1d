"""The tickets of some places as the board lists them: filtered, searched, paged, and whether anything has changed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select, true

from governance.tickets.deadlines import DeadlineKind
from governance.tickets.states import TicketState
from storage import keyring
from storage.kept_words import digests_of
from storage.models import Account, Deadline, Mention, Person, Ticket, TicketEvent
from storage.ticket_counts import DANGERS, OPEN_PROMISE, RUNNING, TO_DISPATCH, TO_VERIFY, late, within
from storage.unit_of_work import UnitOfWork

PAGE = 50


@dataclass(frozen=True)
class Wanted:
    """What the board is to show; empty means any. `text`: a number's end, or words of the matter, the place or a full name.

    `show`: open, mine, todispatch, toverify, late, hazard, ended or all.
    """

    show: str = "open"
    text: str = ""
    urgency: str = ""
    category: str = ""
    community: int | None = None
    page: int = 1


@dataclass(frozen=True)
class BoardRow:
    """A line of the board. `due_at`: of the next open promise. Instants are UTC."""

    number: str
    state: TicketState
    urgency: str
    summary: str
    place_text: str | None
    place_id: int | None
    category: str | None
    channel: str
    opened_at: datetime
    due_at: datetime | None
    assignee_id: int | None
    assignee: str | None
    draft: bool
    level: int


def board(
    uow: UnitOfWork, places: Collection[int] | None, wanted: Wanted, inside: Collection[int] | None, person_id: int,
    now: datetime,
) -> tuple[list[BoardRow], int]:  # fmt: skip
    """A page of the tickets in these places (None: all, those without a place too), and how many there are in all.

    `inside`: places of the community that is asked for.
    """
    where = [*within(places), *within(inside), *_shown(wanted.show, person_id, now), *_matching(wanted)]
    total = uow.execute(select(func.count()).select_from(Ticket).where(*where)).scalar_one()
    newest = wanted.show in ("ended", "all")
    order = (
        [Ticket.opened_at.desc()]
        if newest
        else [Ticket.urgency != "hazard", Ticket.urgency != "urgent", Ticket.opened_at]
    )
    numbers = select(Ticket.number).where(*where).order_by(*order, Ticket.number)
    shown = uow.execute(numbers.limit(PAGE).offset((max(wanted.page, 1) - 1) * PAGE)).scalars().all()
    rows = {row.number: row for row in _rows(uow, shown)}
    return [rows[number] for number in shown], int(total)


def hazards(uow: UnitOfWork, places: Collection[int] | None) -> list[BoardRow]:
    """The open dangers, the oldest first."""
    open_dangers = (DANGERS, *within(places))
    numbers = (
        uow.execute(select(Ticket.number).where(*open_dangers).order_by(Ticket.opened_at).limit(PAGE)).scalars().all()
    )
    rows = {row.number: row for row in _rows(uow, numbers)}
    return [rows[number] for number in numbers]


def promises_of(
    uow: UnitOfWork, numbers: Sequence[str]
) -> dict[str, list[tuple[DeadlineKind, datetime, datetime | None]]]:
    """Kind, due and met instant of the promises of these tickets that were not dropped."""
    statement = select(Deadline.number, Deadline.kind, Deadline.due_at, Deadline.met_at).where(
        Deadline.number.in_(numbers), Deadline.dropped_at.is_(None)
    )
    found: dict[str, list[tuple[DeadlineKind, datetime, datetime | None]]] = {}
    for row in uow.execute(statement.order_by(Deadline.id)):
        found.setdefault(row.number, []).append((DeadlineKind(row.kind), row.due_at, row.met_at))
    return found


def version(uow: UnitOfWork) -> str:
    """Changes whenever a ticket is opened or anything is done to one, and says nothing else: it covers other places too."""
    event = uow.execute(select(func.max(TicketEvent.id))).scalar() or 0
    newest = uow.execute(select(func.max(Ticket.number))).scalar() or ""
    return keyring.digest("board", str(event), newest)[:12]


def _rows(uow: UnitOfWork, numbers: Sequence[str]) -> list[BoardRow]:
    due = (
        select(func.min(Deadline.due_at))
        .where(Deadline.number == Ticket.number, OPEN_PROMISE)
        .correlate(Ticket)
        .scalar_subquery()
    )
    statement = (
        select(
            Ticket.number, Ticket.state, Ticket.urgency, Ticket.summary, Ticket.place_text, Ticket.place_id, Ticket.category,
            Ticket.channel, Ticket.opened_at, due.label("due_at"), Ticket.assignee_id, Person.name.label("assignee"),
            Ticket.draft, Ticket.level,
        )
        .outerjoin(Person, Person.id == Ticket.assignee_id)
        .where(Ticket.number.in_(numbers))
    )  # fmt: skip
    return [BoardRow(**{**row._mapping, "state": TicketState(row.state)}) for row in uow.execute(statement)]


def _shown(show: str, person_id: int, now: datetime) -> list[Any]:
    kinds: dict[str, list[Any]] = {
        "open": [RUNNING],
        "mine": [RUNNING, Ticket.assignee_id == person_id],
        "todispatch": [TO_DISPATCH],
        "toverify": [TO_VERIFY],
        "late": [late(now)],
        "hazard": [DANGERS],
        "ended": [Ticket.ended_at.is_not(None)],
    }
    return kinds.get(show, [true()])


def _matching(wanted: Wanted) -> list[Any]:
    found: list[Any] = []
    if wanted.urgency:
        found.append(Ticket.urgency == wanted.urgency)
    if wanted.category:
        found.append(Ticket.category == wanted.category)
    text = wanted.text.strip()
    if text:
        said = [column.contains(text, autoescape=True) for column in (Ticket.summary, Ticket.place_text, Ticket.text)]
        mentioned = Ticket.number.in_(select(Mention.number).where(Mention.digest.in_(digests_of(text))))
        reporters = (
            select(Account.id)
            .join(Person, Person.id == Account.person_id)
            .where(Person.name_digest.in_(keyring.digests("name", text)))
        )
        assignees = select(Person.id).where(Person.name_digest.in_(keyring.digests("name", text)))
        numbered = [Ticket.number.endswith(text.upper(), autoescape=True)] if text[-1].isdigit() else []
        found.append(
            or_(*said, mentioned, *numbered, Ticket.account_id.in_(reporters), Ticket.assignee_id.in_(assignees))
        )
    return found
