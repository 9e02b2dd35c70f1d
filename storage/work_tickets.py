"""Tickets as those see them who handle them: found, locked, changed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, bindparam, func, or_, select, update
from sqlalchemy import text as sql

from governance.tickets.duplicates import Matter
from governance.tickets.lifecycle import UNHANDLED
from governance.tickets.states import TicketState
from governance.tickets.urgency import Urgency
from storage.lock_order import Lock
from storage.models import Ticket, TicketEvent
from storage.models.tickets import UNDISPATCHED
from storage.tickets import PlacedTicket
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class WorkTicket(PlacedTicket):
    """A ticket in work. `account_id` None: nobody reported it, our own people look. Instants are UTC."""

    account_id: int | None
    category: str | None
    assignee_id: int | None
    level: int
    reopened: int
    merged_into: str | None
    draft: bool
    origin: str | None
    accepted_at: datetime | None
    dispatched_at: datetime | None
    taken_at: datetime | None
    handled_at: datetime | None
    ended_at: datetime | None


_FIELDS = (
    "number", "state", "summary", "place_text", "opened_at", "urgency", "place_id", "account_id", "category",
    "assignee_id", "level", "reopened", "merged_into", "draft", "origin", "accepted_at", "dispatched_at", "taken_at",
    "handled_at", "ended_at",
)  # fmt: skip
TICKET_COLUMNS = tuple(Ticket.__table__.c[name] for name in _FIELDS)
_WORK = select(*TICKET_COLUMNS)
_OPEN = Ticket.ended_at.is_(None)
HAZARD = Urgency.HAZARD.value


_ALIKE = (
    _WORK.where(
        Ticket.place_id == bindparam("place"), Ticket.category == bindparam("category"), _OPEN,
        Ticket.state.in_(sorted(state.value for state in UNHANDLED)), Ticket.opened_at >= bindparam("since"),
        Ticket.opened_at <= bindparam("until"),
        or_(Ticket.opened_at < bindparam("until"), Ticket.number < bindparam("number")),
    )
    .order_by(Ticket.opened_at, Ticket.number)
    .limit(bindparam("most", type_=Integer))
)  # fmt: skip
"""Every report asks this: made once, since putting it together costs more than its answer."""
_ALIKE_OF_OTHERS = _ALIKE.where(Ticket.account_id.is_distinct_from(bindparam("account")))


def as_work_tickets(rows: Iterable[Any]) -> list[WorkTicket]:
    """Rows of `TICKET_COLUMNS` as tickets."""
    return [WorkTicket(**{**dict(row._mapping), "state": TicketState(row.state)}) for row in rows]


def _read(uow: UnitOfWork, statement: Any, parameters: Any = None) -> list[WorkTicket]:
    return as_work_tickets(uow.execute(statement, parameters).all())


def work_ticket(uow: UnitOfWork, number: str) -> WorkTicket:
    """The ticket, locked until the transaction ends: of two who want to move it the second sees what the first did."""
    return as_work_tickets(uow.lock(_WORK.where(Ticket.number == number), Lock.TICKET, [number]))[0]


def lock_tickets(uow: UnitOfWork, numbers: Collection[str]) -> None:
    """Locks several tickets in the order of their numbers, so that two who lock the same ones never wait for each other."""
    statement = select(Ticket.number).where(Ticket.number.in_(sorted(numbers))).order_by(Ticket.number)
    uow.lock(statement, Lock.TICKET, numbers).all()


def work_tickets(uow: UnitOfWork, numbers: Sequence[str]) -> list[WorkTicket]:
    """The tickets with these numbers, newest first."""
    return _read(uow, _newest(_WORK.where(Ticket.number.in_(numbers))))


def free_ticket(uow: UnitOfWork, number: str, *, undispatched: bool = False) -> WorkTicket | None:
    """The ticket, locked; None while somebody else holds it (or, where asked, when it does not wait for the machine any more)."""
    statement = _WORK.where(Ticket.number == number, *([sql(UNDISPATCHED)] if undispatched else []))
    return next(iter(as_work_tickets(uow.lock_free(statement))), None)


def numbers_undispatched(uow: UnitOfWork, danger: bool, may_try: ColumnElement[bool], most: int) -> list[str]:
    """New tickets that wait for the machine, dangers or the others, the oldest first."""
    statement = select(Ticket.number).where(sql(UNDISPATCHED), is_danger(danger), may_try)
    return list(uow.execute(statement.order_by(Ticket.opened_at).limit(most)).scalars())


def is_danger(danger: bool) -> ColumnElement[bool]:
    """The condition that a ticket is a danger, or none."""
    return Ticket.urgency == HAZARD if danger else Ticket.urgency != HAZARD


def assigned_to(uow: UnitOfWork, people: Sequence[int]) -> list[WorkTicket]:
    """What these people have in hand, newest first."""
    return _read(uow, _newest(_WORK.where(Ticket.assignee_id.in_(people), _OPEN)))


def open_at_places(uow: UnitOfWork, places: Sequence[int], most: int) -> list[WorkTicket]:
    """What has not ended at these places, newest first."""
    return _read(uow, _newest(_WORK.where(Ticket.place_id.in_(places), _OPEN)).limit(most))


def open_without_place(uow: UnitOfWork, most: int) -> list[WorkTicket]:
    """What has not ended and lies nowhere in the tree, newest first."""
    return _read(uow, _newest(_WORK.where(Ticket.place_id.is_(None), _OPEN)).limit(most))


def joined_to(uow: UnitOfWork, number: str) -> list[WorkTicket]:
    """The tickets that were merged into this one, the oldest first."""
    return _read(uow, _WORK.where(Ticket.merged_into == number).order_by(Ticket.opened_at))


def alike(uow: UnitOfWork, new: Matter, since: datetime, most: int, not_of: int | None) -> list[WorkTicket]:
    """Unhandled tickets of this category and place, opened from `since` until `new`, the `most` oldest, the oldest first.

    `not_of`: an account whose own don't count. However many are open, only the answer's rows are read.
    """
    statement = _ALIKE if not_of is None else _ALIKE_OF_OTHERS
    asked = {"place": new.place_id, "category": new.category, "since": since, "until": new.opened_at}
    return _read(uow, statement, {**asked, "number": new.number, "most": most, "account": not_of})


def load_of(uow: UnitOfWork, people: Sequence[int]) -> dict[int, int]:
    """How many tickets each of these people has in hand."""
    count = func.count().label("open")
    statement = select(Ticket.assignee_id, count).where(Ticket.assignee_id.in_(people), _OPEN)
    return {row.assignee_id: row.open for row in uow.execute(statement.group_by(Ticket.assignee_id))}


def closed_at_place(uow: UnitOfWork, place_id: int, since: datetime, not_number: str) -> bool:
    """Whether another ticket of this place was closed since then."""
    statement = select(Ticket.number).where(
        Ticket.place_id == place_id, Ticket.ended_at >= since, Ticket.state == TicketState.CLOSED.value,
        Ticket.number != not_number,
    )  # fmt: skip
    return uow.execute(statement.limit(1)).first() is not None


def change_ticket(uow: UnitOfWork, number: str, **values: Any) -> None:
    """Writes columns of one ticket."""
    uow.execute(update(Ticket).where(Ticket.number == number).values(**values))


def steps_so_far(uow: UnitOfWork, number: str) -> int:
    """How many events the ticket has: marks what follows from the last of them."""
    return int(
        uow.execute(select(func.count()).select_from(TicketEvent).where(TicketEvent.number == number)).scalar_one()
    )


def _newest(statement: Any) -> Any:
    return statement.order_by(Ticket.opened_at.desc(), Ticket.number.desc())
