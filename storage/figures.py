"""A month counted by the database for charts: by day, category, place, worker; the spans of each step; the tickets behind."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from governance.tickets.lifecycle import Move
from governance.tickets.states import TicketState
from storage.console.board import BoardRow, in_order
from storage.console.wall import begin_of, hour_of
from storage.models import Account, Ticket, TicketEvent
from storage.ticket_counts import COUNTED, FOR_ALL, RUNNING, within
from storage.unit_of_work import UnitOfWork

MOST_BEHIND = 200
_ENDS = (Move.HANDLE.value, Move.ANSWER.value)
_LAST_END = (
    select(func.max(TicketEvent.id))
    .where(TicketEvent.number == Ticket.number, TicketEvent.kind.in_(_ENDS))
    .correlate(Ticket)
    .scalar_subquery()
)
_DONE = Ticket.handled_at.is_not(None)
_FINISHED_BY = func.coalesce(
    select(func.coalesce(TicketEvent.person_id, Account.person_id))
    .select_from(TicketEvent)
    .outerjoin(Account, Account.id == TicketEvent.account_id)
    .where(TicketEvent.id == _LAST_END)
    .correlate(Ticket)
    .scalar_subquery(),
    Ticket.assignee_id,
)
"""Who finished it last, whoever has it now."""
_HELD = and_(RUNNING, Ticket.state.not_in([TicketState.HANDLED.value, TicketState.VERIFIED.value]))
_FINISHED = case((_DONE, 1), else_=0).label("finished")
_FINISHER = case((_DONE, _FINISHED_BY)).label("finisher")
_HOLDER = case((_HELD, Ticket.assignee_id)).label("holder")
AT_A_TIME = 1000


@dataclass(frozen=True)
class Span:
    """From an instant until before another; `not_by`: a channel that is counted apart."""

    first: datetime
    end: datetime
    not_by: str


class Steps(NamedTuple):
    """The instants of a ticket, and its number and place."""

    number: str
    place_id: int | None
    opened_at: datetime
    dispatched_at: datetime | None
    taken_at: datetime | None
    handled_at: datetime | None
    verified_at: datetime | None
    closed_at: datetime | None


class Worked(NamedTuple):
    """A worker's tickets of a month: in all, finished by them, and still in their hands."""

    person_id: int
    all: int
    handled: int
    open: int


def came_by_hour(uow: UnitOfWork, span: Span) -> list[tuple[datetime, int]]:
    """How many of those counted came in each hour."""
    return _by_hour(uow, Ticket.opened_at, _opened(span))


def closed_in_hour(uow: UnitOfWork, span: Span) -> list[tuple[datetime, int]]:
    """How many were closed in each hour, whenever they came."""
    return _by_hour(uow, Ticket.ended_at, _closed(span))


def by_category(uow: UnitOfWork, span: Span) -> dict[str, int]:
    """How many came of each category; without one: empty."""
    statement = select(Ticket.category, func.count().label("n")).where(*_opened(span)).group_by(Ticket.category)
    return {row.category or "": int(row.n) for row in uow.execute(statement)}


def repeated(uow: UnitOfWork, span: Span, least: int, most: int) -> list[tuple[int, str, int]]:
    """Places at which so many of one category came, those with the most first."""
    count = func.count()
    statement = (
        select(Ticket.place_id, Ticket.category, count.label("n"))
        .where(*_opened(span), Ticket.place_id.is_not(None), Ticket.category.is_not(None), FOR_ALL)
        .group_by(Ticket.place_id, Ticket.category)
        .having(count >= least)
        .order_by(count.desc(), Ticket.place_id, Ticket.category)
        .limit(most)
    )
    return [(row.place_id, row.category, int(row.n)) for row in uow.execute(statement)]


def workload(uow: UnitOfWork, span: Span, places: Collection[int] | None, most: int) -> list[Worked]:
    """What the month's tickets of these places were to each: finished by them, or still in their hands; the most first."""
    statement = (
        select(_FINISHED, _FINISHER, _HOLDER, func.count().label("n"))
        .where(*_opened(span), *within(places))
        .group_by(_FINISHED, _FINISHER, _HOLDER)
    )
    found: dict[int, list[int]] = {}
    for row in uow.execute(statement):
        if row.finished and row.finisher is not None and row.finisher != row.holder:
            found.setdefault(row.finisher, [0, 0])[0] += int(row.n)
        if row.holder is not None:
            found.setdefault(row.holder, [0, 0])[1] += int(row.n)
    rows = [Worked(person, sum(counts), *counts) for person, counts in found.items()]
    return sorted(rows, key=lambda row: (-row.all, row.person_id))[:most]


def numbers_of_worker(uow: UnitOfWork, span: Span, places: Collection[int] | None, person_id: int) -> list[str]:
    """The newest of those that `workload` counts for somebody."""
    theirs = or_(_HELD & (Ticket.assignee_id == person_id), _DONE & (person_id == _FINISHED_BY))
    return _newest(uow, [*_opened(span), *within(places), theirs], Ticket.opened_at)


def steps_of(uow: UnitOfWork, span: Span, places: Collection[int] | None = None) -> Iterator[Steps]:
    """When each step of each ticket was done."""
    closed = case((Ticket.state == TicketState.CLOSED.value, Ticket.ended_at)).label("closed_at")
    statement = select(
        Ticket.number, Ticket.place_id, Ticket.opened_at, Ticket.dispatched_at, Ticket.taken_at, Ticket.handled_at,
        Ticket.verified_at, closed,
    ).where(*_opened(span), *within(places))  # fmt: skip
    for part in uow.execute(statement).partitions(AT_A_TIME):
        yield from (Steps._make(row) for row in part)


def rows_of(uow: UnitOfWork, numbers: Collection[str]) -> list[BoardRow]:
    """These tickets, the newest first."""
    return in_order(uow, sorted(numbers, reverse=True)[:MOST_BEHIND])


def numbers_behind(uow: UnitOfWork, span: Span, places: Collection[int] | None, **values: Any) -> list[str]:
    """The newest of the month's tickets of these places that have these values."""
    where = [Ticket.__table__.c[name] == value for name, value in values.items()]
    return _newest(uow, [*_opened(span), *within(places), *where], Ticket.opened_at)


def numbers_closed(uow: UnitOfWork, span: Span, places: Collection[int] | None) -> list[str]:
    """The newest of those that `closed_in_hour` counts there."""
    return _newest(uow, [*_closed(span), *within(places)], Ticket.ended_at)


def _newest(uow: UnitOfWork, where: list[Any], by: Any) -> list[str]:
    statement = select(Ticket.number).where(*where).order_by(by.desc(), Ticket.number).limit(MOST_BEHIND)
    return list(uow.execute(statement).scalars())


def _by_hour(uow: UnitOfWork, instant: Any, where: list[ColumnElement[bool]]) -> list[tuple[datetime, int]]:
    hour = hour_of(uow, instant)
    statement = select(hour, func.count().label("n")).where(*where).group_by(hour)
    return [(begin_of(row.hour), int(row.n)) for row in uow.execute(statement)]


def _opened(span: Span) -> list[ColumnElement[bool]]:
    return _counted(Ticket.opened_at, span)


def _closed(span: Span) -> list[ColumnElement[bool]]:
    return [*_counted(Ticket.ended_at, span), Ticket.state == TicketState.CLOSED.value]


def _counted(instant: Any, span: Span) -> list[ColumnElement[bool]]:
    return [Ticket.channel != span.not_by, COUNTED, instant >= span.first, instant < span.end]
