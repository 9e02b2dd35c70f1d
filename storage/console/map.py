"""What stands open where, now or at the end of an earlier day, counted by place; and the tickets of one place."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, case, func, select, union_all

from governance.tickets.urgency import Urgency
from storage.console.board import BoardRow, in_order
from storage.models import Place, Station, Ticket
from storage.ticket_counts import NOT_VOIDED, RUNNING, within, without
from storage.unit_of_work import UnitOfWork

MOST_LOOSE = 500
"""So many tickets that have a position and no place are drawn, the newest."""
MOST_LISTED = 50


@dataclass(frozen=True)
class Asked:
    """What is shown: tickets of these places (None: all), of a category, that were open at an instant (None: now); `but`: of these
    categories none.
    """

    places: Collection[int] | None
    category: str = ""
    at: datetime | None = None
    but: frozenset[str] = frozenset()


class Loose(NamedTuple):
    """A ticket with a position (GCJ-02) that lies in no place of the roster."""

    number: str
    urgency: str
    lat: float
    lon: float


def open_counts(uow: UnitOfWork, asked: Asked) -> dict[int | None, tuple[int, int]]:
    """Open tickets and dangers of each place that has any; None: those without a place."""
    dangers = func.coalesce(func.sum(case((Ticket.urgency == Urgency.HAZARD.value, 1), else_=0)), 0).label("dangers")
    found: dict[int | None, tuple[int, int]] = {}
    for where in _open(asked):
        statement = select(Ticket.place_id, func.count().label("open"), dangers)
        for row in uow.execute(statement.where(*where).group_by(Ticket.place_id)):
            before = found.get(row.place_id, (0, 0))
            found[row.place_id] = before[0] + int(row.open), before[1] + int(row.dangers)
    return found


def loose_tickets(uow: UnitOfWork, asked: Asked) -> list[Loose]:
    """The newest of those that have a position and no place."""
    columns = (Ticket.number, Ticket.urgency, Ticket.lat, Ticket.lon)
    return [Loose._make(row) for row in uow.execute(_newest(asked, columns, MOST_LOOSE, *_LOOSE))]


def open_at_place(uow: UnitOfWork, asked: Asked) -> list[BoardRow]:
    """The newest tickets that `open_counts` counts there."""
    return in_order(uow, list(uow.execute(_newest(asked, (Ticket.number,), MOST_LISTED)).scalars()))


def stations_there(uow: UnitOfWork) -> list[tuple[int, str]]:
    """The place and the kind of each station."""
    rows = uow.execute(
        select(Station.place_id, Station.kind)
        .join(Place, Place.id == Station.place_id)
        .where(Station.retired_at.is_(None), Place.retired_at.is_(None))
        .order_by(Station.place_id)
    )
    return [(row.place_id, row.kind) for row in rows]


_LOOSE = (Ticket.place_id.is_(None), Ticket.lat.is_not(None), Ticket.lon.is_not(None))


def _newest(asked: Asked, columns: Sequence[Any], most: int, *more: ColumnElement[bool]) -> Select[Any]:
    parts = [
        select(*columns, Ticket.opened_at.label("opened"))
        .where(*where, *more)
        .order_by(Ticket.opened_at.desc())
        .limit(most)
        for where in _open(asked)
    ]
    both = union_all(*(select(part.subquery()) for part in parts)).subquery() if len(parts) > 1 else parts[0].subquery()
    shown = [both.c[column.key] for column in columns]
    return select(*shown).order_by(both.c.opened.desc(), both.c.number).limit(most)


def _open(asked: Asked) -> list[list[ColumnElement[bool]]]:
    """What was open at the instant in parts that do not overlap, each found by an index: what still is, and what ended since."""
    here = [
        *within(asked.places),
        *without(asked.but),
        *([Ticket.category == asked.category] if asked.category else []),
    ]
    if asked.at is None:
        return [[RUNNING, *here]]
    before = Ticket.opened_at < asked.at
    return [[RUNNING, before, *here], [Ticket.ended_at >= asked.at, before, NOT_VOIDED, *here]]
