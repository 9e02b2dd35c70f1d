"""What is counted of tickets: read in one pass for a span of time."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from governance.tickets.deadlines import DeadlineKind
from storage.models import Deadline, Grid, GridPlace, Ticket
from storage.ticket_counts import within
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class CountedTicket:
    """A ticket as the report reads it; `grid`: the name of its comprehensive grid. Instants are UTC."""

    number: str
    state: str
    channel: str
    category: str | None
    urgency: str
    place_id: int | None
    grid: str | None
    opened_at: datetime
    taken_at: datetime | None
    handled_at: datetime | None
    reopened: int
    score: str | None
    closed_as: str | None
    take_due: datetime | None
    handle_due: datetime | None


def counted_tickets(
    uow: UnitOfWork, first: datetime, end: datetime, places: Collection[int] | None = None
) -> Iterator[CountedTicket]:
    """The tickets at these places (None: all) opened from `first` until before `end`, each with the first promise of its
    kind that was made.
    """
    grid = (
        select(Grid.name)
        .join(GridPlace, GridPlace.grid_id == Grid.id)
        .where(GridPlace.place_id == Ticket.place_id, Grid.kind == "comprehensive")
        .limit(1)
        .scalar_subquery()
    )
    take, handle = _first(DeadlineKind.TAKE), _first(DeadlineKind.HANDLE)
    statement = (
        select(
            Ticket.number, Ticket.state, Ticket.channel, Ticket.category, Ticket.urgency, Ticket.place_id,
            grid.label("grid"), Ticket.opened_at, Ticket.taken_at, Ticket.handled_at, Ticket.reopened, Ticket.score,
            Ticket.closed_as, take.c.due_at.label("take_due"), handle.c.due_at.label("handle_due"),
        )
        .join(take, take.c.number == Ticket.number, isouter=True)
        .join(handle, handle.c.number == Ticket.number, isouter=True)
        .where(Ticket.opened_at >= first, Ticket.opened_at < end, *within(places))
        .order_by(Ticket.opened_at, Ticket.number)
    )  # fmt: skip
    for row in uow.execute(statement):
        yield CountedTicket(**row._mapping)


def _first(kind: DeadlineKind) -> Any:
    """The first deadline of a kind that each ticket had and that was not dropped."""
    first = (
        select(Deadline.number, func.min(Deadline.id).label("id"))
        .where(Deadline.kind == kind.value, Deadline.dropped_at.is_(None))
        .group_by(Deadline.number)
        .subquery()
    )
    return select(Deadline.number, Deadline.due_at).join(first, first.c.id == Deadline.id).subquery()
