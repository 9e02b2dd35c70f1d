"""The month's shares summed up by the database, and how long things took: what governance.rates counts one by one."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Float,
    Integer,
    Interval,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import NullType

from governance.rates import QUANTILES, Share, rank
from governance.tickets.satisfaction import ClosedAs, Score
from governance.tickets.states import TicketState
from storage.columns import UtcDateTime
from storage.models import Ticket
from storage.ticket_counts import COUNTED
from storage.unit_of_work import UnitOfWork


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
    return func.coalesce(func.sum(case((and_(True, *where), 1), else_=0)), 0)


_SUMS = select(
    func.count().label("count"),
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
    span = (Ticket.opened_at >= first, Ticket.opened_at < end, Ticket.channel != not_by)
    found = select(func.count()).select_from(Ticket).where(*span).scalar_subquery().label("found")
    row = uow.execute(_SUMS.add_columns(found).where(*span, COUNTED), {"now": now}).one()
    return Sums(
        row.found, row._mapping["count"], Share(row.answered, row.in_time), Share(row.judged, row.solved),
        Share(row.rated, row.pleased), row.silent,
    )  # fmt: skip


Quantiles = tuple[timedelta | None, ...]


def times(uow: UnitOfWork, first: datetime, end: datetime, not_by: str) -> tuple[Quantiles, Quantiles]:
    """The median and the nine tenths (governance.rates.quantiles) of how long it took until each of these tickets was taken, and
    until it was handled; never less than nothing. One row comes back, however many tickets there are.
    """
    counted = (Ticket.opened_at >= first, Ticket.opened_at < end, Ticket.channel != not_by, COUNTED)
    row = uow.execute(_TIMES[uow.dialect_name].where(*counted)).one()
    if uow.dialect_name == "sqlite":
        return _ranked(json.loads(row.taken)), _ranked(json.loads(row.handled))
    nothing = (None,) * len(QUANTILES)
    return tuple(row.taken or nothing), tuple(row.handled or nothing)


def _ranked(microseconds: list[int]) -> Quantiles:
    """Sorted as whole numbers, of which a few become spans."""
    found = sorted(microseconds)
    return tuple(timedelta(microseconds=found[rank(share, len(found))]) if found else None for share in QUANTILES)


def _microseconds(instant: Any) -> ColumnElement[int]:
    """Of an instant as SQLite keeps it: `2026-11-24 02:00:00.000000`; its own clock would round what stands behind the point."""
    seconds = cast(func.strftime("%s", func.substr(instant, 1, 19)), Integer)
    return seconds * 1_000_000 + cast(func.substr(instant, 21, 6), Integer)


def _all_spans(until: Any) -> ColumnElement[str]:
    """Each in microseconds, as a list in JSON: read at once, where as many rows would be read one by one."""
    spans = func.max(_microseconds(until) - _microseconds(Ticket.opened_at), 0)
    return func.json_group_array(spans).filter(until.is_not(None))


def _ranked_spans(until: Any) -> ColumnElement[Any]:
    """By nearest rank, as governance.rates has it; what is None is not in it."""
    span = func.greatest(until - Ticket.opened_at, literal(timedelta(), Interval))
    ranked = func.percentile_disc(cast(QUANTILES, ARRAY(Float))).within_group(span).filter(until.is_not(None))
    return type_coerce(ranked, NullType())


_TIMES = {
    name: select(spans(Ticket.taken_at).label("taken"), spans(Ticket.handled_at).label("handled"))
    for name, spans in (("sqlite", _all_spans), ("postgresql", _ranked_spans))
}
