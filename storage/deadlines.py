"""Deadlines of tickets: started, met, dropped, and found when a stage of theirs is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, case, func, or_, select, update

from governance.tickets.deadlines import Deadline, DeadlineKind
from storage.models import Deadline as Row
from storage.models import Ticket
from storage.unit_of_work import UnitOfWork
from storage.work_tickets import is_danger

_OPEN = (Row.met_at.is_(None), Row.dropped_at.is_(None))


@dataclass(frozen=True)
class OpenDeadline:
    """A deadline that is neither met nor dropped; `stage`: how many of its stages are done."""

    id: int
    number: str
    deadline: Deadline
    stage: int
    next_at: datetime | None


_LASTS = (Row.number == Ticket.number, Row.dropped_at.is_(None))


def _first_due(kind: DeadlineKind) -> Any:
    """When the first deadline of a kind that was not dropped is due, of the ticket that is changed."""
    return _of_it(select(Row.due_at).where(*_LASTS, Row.kind == kind.value).order_by(Row.id).limit(1))


def _of_it(statement: Any) -> Any:
    return statement.correlate(Ticket).scalar_subquery()


_KEEP = (
    update(Ticket)
    .where(Ticket.number == bindparam("of"))
    .values(
        take_due=_first_due(DeadlineKind.TAKE), handle_due=_first_due(DeadlineKind.HANDLE),
        next_due=_of_it(select(func.min(Row.due_at)).where(*_LASTS, Row.met_at.is_(None))),
    )
)  # fmt: skip


def _keep(uow: UnitOfWork, number: str) -> None:
    """Keeps with a ticket what is listed and counted of its deadlines, as they stand in the end."""
    uow.change_last(_KEEP, number, of=number)


def start_deadline(
    uow: UnitOfWork, number: str, deadline: Deadline, *, stage: int = 0, next_at: datetime | None
) -> None:
    """Writes a deadline; the caller has ended an open one of its kind."""
    uow.add(
        Row, number=number, kind=deadline.kind.value, since=deadline.since, due_at=deadline.due_at,
        working=deadline.working, stage=stage, next_at=next_at,
    )  # fmt: skip
    _keep(uow, number)


def meet_deadlines(uow: UnitOfWork, number: str, kinds: Sequence[DeadlineKind], now: datetime) -> None:
    """Ends the open deadlines of these kinds as met; what is late is marked so."""
    late = case((Row.due_at < now, func.coalesce(Row.breached_at, Row.due_at)), else_=Row.breached_at)
    uow.execute(
        update(Row)
        .where(Row.number == number, Row.kind.in_([kind.value for kind in kinds]), *_OPEN)
        .values(met_at=now, next_at=None, breached_at=late)
    )
    _keep(uow, number)


def drop_deadlines(
    uow: UnitOfWork, number: str, now: datetime, kinds: Sequence[DeadlineKind] = tuple(DeadlineKind)
) -> None:
    """Ends the open deadlines of a ticket (of these kinds): nobody waits for them any more."""
    uow.execute(
        update(Row)
        .where(Row.number == number, Row.kind.in_([kind.value for kind in kinds]), *_OPEN)
        .values(dropped_at=now, next_at=None)
    )
    _keep(uow, number)


def open_deadlines(uow: UnitOfWork, number: str) -> dict[DeadlineKind, OpenDeadline]:
    """The open deadlines of a ticket, in the order of their kinds."""
    rows = uow.execute(select(Row.__table__).where(Row.number == number, *_OPEN))
    found = {DeadlineKind(row.kind): _open(row) for row in rows}
    return {kind: found[kind] for kind in DeadlineKind if kind in found}


def last_deadline(uow: UnitOfWork, number: str, kind: DeadlineKind) -> OpenDeadline | None:
    """The newest deadline of a kind, open or not."""
    statement = select(Row.__table__).where(Row.number == number, Row.kind == kind.value)
    row = uow.execute(statement.order_by(Row.id.desc()).limit(1)).first()
    return None if row is None else _open(row)


def kept_last(uow: UnitOfWork, number: str, kinds: Sequence[DeadlineKind]) -> frozenset[DeadlineKind]:
    """The kinds of which the newest deadline was met."""
    statement = select(Row.kind, Row.met_at).where(Row.number == number, Row.kind.in_([kind.value for kind in kinds]))
    newest = {DeadlineKind(row.kind): row.met_at for row in uow.execute(statement.order_by(Row.id))}
    return frozenset(kind for kind, met_at in newest.items() if met_at is not None)


def ended_at(uow: UnitOfWork, number: str, kinds: Sequence[DeadlineKind], at: datetime) -> list[OpenDeadline]:
    """The deadlines of these kinds that were met or dropped at this instant, the oldest first."""
    statement = select(Row.__table__).where(
        Row.number == number, Row.kind.in_([kind.value for kind in kinds]), or_(Row.met_at == at, Row.dropped_at == at)
    )
    return [_open(row) for row in uow.execute(statement.order_by(Row.id))]


def revive(uow: UnitOfWork, ended: OpenDeadline, next_at: datetime | None) -> None:
    """Lets an ended deadline run on."""
    values = {"met_at": None, "dropped_at": None, "next_at": next_at}
    uow.execute(update(Row).where(Row.id == ended.id).values(**values))
    _keep(uow, ended.number)


def numbers_due(uow: UnitOfWork, now: datetime, danger: bool, may_try: ColumnElement[bool], most: int) -> list[str]:
    """Tickets, dangers or the others, of which a deadline has a stage due, the longest due first."""
    statement = select(Row.number, func.min(Row.next_at)).join(Ticket, Ticket.number == Row.number)
    statement = statement.where(Row.next_at.is_not(None), Row.next_at <= now, is_danger(danger), may_try)
    statement = statement.group_by(Row.number).order_by(func.min(Row.next_at), Row.number).limit(most)
    return [row.number for row in uow.execute(statement)]


def advance(uow: UnitOfWork, deadline_id: int, stage: int, next_at: datetime | None, breached: datetime | None) -> None:
    """Notes how many stages are done and when the next comes; `breached`: since when it is late."""
    values: dict[str, Any] = {"stage": stage, "next_at": next_at}
    if breached is not None:
        values["breached_at"] = func.coalesce(Row.breached_at, breached)
    uow.execute(update(Row).where(Row.id == deadline_id).values(**values))


def postpone(uow: UnitOfWork, found: OpenDeadline, deadline: Deadline, stage: int, next_at: datetime | None) -> None:
    """Moves a deadline to another instant."""
    uow.execute(
        update(Row)
        .where(Row.id == found.id)
        .values(
            since=deadline.since, due_at=deadline.due_at, working=deadline.working, stage=stage, next_at=next_at,
        )
    )  # fmt: skip
    _keep(uow, found.number)


def dues_of(uow: UnitOfWork, numbers: Sequence[str]) -> dict[tuple[str, DeadlineKind], datetime]:
    """When open deadlines of these tickets are due."""
    rows = uow.execute(select(Row.number, Row.kind, Row.due_at).where(Row.number.in_(numbers), *_OPEN))
    return {(row.number, DeadlineKind(row.kind)): row.due_at for row in rows}


def _open(row: Any) -> OpenDeadline:
    deadline = Deadline(DeadlineKind(row.kind), row.since, row.due_at, row.working)
    return OpenDeadline(row.id, row.number, deadline, row.stage, row.next_at)
