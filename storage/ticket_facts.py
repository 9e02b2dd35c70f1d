"""What is counted of tickets: read in one pass for a span of time."""

from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import func, select, type_coerce
from sqlalchemy.types import NullType

from governance.places import GridKind
from storage.models import Grid, GridPlace, Ticket
from storage.ticket_counts import within
from storage.unit_of_work import UnitOfWork

AT_A_TIME = 1000
"""Of very many rows so many are read at once: kept all together, they would be looked through for garbage again and again."""


class CountedTicket(NamedTuple):
    """A ticket as the report reads it; `grid`: the name of its comprehensive grid. Instants are UTC."""

    number: str
    state: str
    channel: str
    category: str | None
    reopened: int
    score: str | None
    closed_as: str | None
    place_id: int | None
    opened_at: datetime
    taken_at: datetime | None
    handled_at: datetime | None
    take_due: datetime | None
    handle_due: datetime | None
    grid: str | None


def counted_tickets(
    uow: UnitOfWork, first: datetime, end: datetime, places: Collection[int] | None = None
) -> Iterator[CountedTicket]:
    """The tickets at these places (None: all) opened from `first` until before `end`, the oldest first."""
    grids = grid_names_by_place(uow)
    statement = (
        select(*_PLAIN, *(type_coerce(each, NullType()) for each in _INSTANTS))
        .where(Ticket.opened_at >= first, Ticket.opened_at < end, *within(places))
        .order_by(Ticket.opened_at, Ticket.number)
    )
    as_text, read, plain = uow.dialect_name == "sqlite", datetime.fromisoformat, len(_PLAIN)
    rows: Iterator[Any] = chain.from_iterable(uow.execute(statement).partitions(AT_A_TIME))
    for row in rows:
        instants = [each and read(each + "+00:00") for each in row[plain:]] if as_text else row[plain:]
        yield CountedTicket._make((*row[:plain], *instants, grids.get(row[plain - 1])))


_PLAIN = (
    Ticket.number, Ticket.state, Ticket.channel, Ticket.category, Ticket.reopened, Ticket.score, Ticket.closed_as,
    Ticket.place_id,
)  # fmt: skip
"""The place is the last."""
_INSTANTS = (Ticket.opened_at, Ticket.taken_at, Ticket.handled_at, Ticket.take_due, Ticket.handle_due)
"""Read as the driver gives them, since there are many: SQLite's are texts, UTC without offset."""


def grid_names_by_place(uow: UnitOfWork) -> dict[int, str]:
    """The name of the comprehensive grid of each place that has one."""
    statement = (
        select(GridPlace.place_id, func.min(Grid.name).label("name"))
        .join(Grid, Grid.id == GridPlace.grid_id)
        .where(Grid.kind == GridKind.COMPREHENSIVE.value)
        .group_by(GridPlace.place_id)
    )
    return {row.place_id: row.name for row in uow.execute(statement)}
