"""The month's shares summed up by the database, and how long things took: what governance.rates counts one by one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, case, func, or_, select, type_coerce
from sqlalchemy.types import NullType

from governance.rates import Share
from governance.tickets.satisfaction import ClosedAs, Score
from governance.tickets.states import TicketState
from storage.columns import UtcDateTime
from storage.models import Ticket
from storage.unit_of_work import UnitOfWork

AT_A_TIME = 1000
"""Of very many rows so many are read at once: kept all together, they would be looked through for garbage again and again."""


@dataclass(frozen=True)
class Sums:
    """What governance.rates.row says of the tickets of a span, but for the times. `found`: also what is not counted."""

    found: int
    count: int
    response: Share
    solution: Share
    satisfaction: Share
    silent: int


_NOW: ColumnElement[datetime] = bindparam("now", type_=UtcDateTime())
_COUNTED = and_(
    Ticket.state.not_in([TicketState.MERGED.value, TicketState.WITHDRAWN.value]),
    func.coalesce(Ticket.closed_as, "") != ClosedAs.VOIDED.value,
)
_ANSWERED = Ticket.taken_at.is_not(None)
_IN_TIME = and_(_ANSWERED, or_(Ticket.take_due.is_(None), Ticket.taken_at <= Ticket.take_due))
_UNANSWERED = and_(Ticket.taken_at.is_(None), Ticket.take_due < _NOW)
_LATE = case((func.coalesce(Ticket.handled_at, _NOW) > Ticket.handle_due, 1), else_=0)
_SOLVED = and_(
    Ticket.state == TicketState.CLOSED.value, _LATE == 0, Ticket.reopened == 0,
    func.coalesce(Ticket.score, "") != Score.DISSATISFIED.value,
)  # fmt: skip
_JUDGED = or_(Ticket.state == TicketState.CLOSED.value, _LATE == 1, Ticket.reopened != 0)


def _number(*where: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((and_(_COUNTED, *where), 1), else_=0)), 0)


_SUMS = select(
    func.count().label("found"),
    _number().label("count"),
    _number(or_(_ANSWERED, _UNANSWERED)).label("answered"),
    _number(_IN_TIME).label("in_time"),
    _number(_JUDGED).label("judged"),
    _number(_SOLVED).label("solved"),
    _number(Ticket.score.is_not(None)).label("rated"),
    _number(Ticket.score.is_not(None), Ticket.score != Score.DISSATISFIED.value).label("pleased"),
    _number(Ticket.closed_as == ClosedAs.SILENT.value).label("silent"),
)


def sums(uow: UnitOfWork, first: datetime, end: datetime, now: datetime, not_by: str) -> Sums:
    """The tickets opened from `first` until before `end` as they stand at `now`, save those of the channel `not_by`."""
    statement = _SUMS.where(Ticket.opened_at >= first, Ticket.opened_at < end, Ticket.channel != not_by)
    row = uow.execute(statement, {"now": now}).one()
    return Sums(
        row.found, row._mapping["count"], Share(row.answered, row.in_time), Share(row.judged, row.solved),
        Share(row.rated, row.pleased), row.silent,
    )  # fmt: skip


def spans(uow: UnitOfWork, first: datetime, end: datetime, not_by: str) -> tuple[list[timedelta], list[timedelta]]:
    """How long it took until each of these tickets was taken, and until it was handled; never less than nothing."""
    columns = [type_coerce(each, NullType()) for each in (Ticket.opened_at, Ticket.taken_at, Ticket.handled_at)]
    statement = select(*columns).where(
        Ticket.opened_at >= first, Ticket.opened_at < end, Ticket.channel != not_by, _COUNTED
    )
    rows: Iterator[Any] = chain.from_iterable(uow.execute(statement).partitions(AT_A_TIME))
    read = datetime.fromisoformat if uow.dialect_name == "sqlite" else None  # SQLite's are texts, all in UTC
    taken_in, handled_in, nothing = [], [], timedelta()
    for opened, taken, done in rows:
        since = read(opened) if read else opened
        if taken is not None:
            taken_in.append(max((read(taken) if read else taken) - since, nothing))
        if done is not None:
            handled_in.append(max((read(done) if read else done) - since, nothing))
    return taken_in, handled_in
