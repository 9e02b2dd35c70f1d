"""What was found on rounds, or is of a kind that a platform looks after: tickets that it has not heard of, and what it may know."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import exists, or_, select

from governance.tickets.states import TicketState
from storage.models import CheckIn, Thing, ThingInspection, Ticket
from storage.models import ConnectorLink as Link
from storage.ticket_counts import FOR_ALL
from storage.unit_of_work import UnitOfWork

BACK = timedelta(days=3)
"""For so long it may take until somebody says of what kind a ticket is."""
_OVER = (TicketState.MERGED.value, TicketState.WITHDRAWN.value)


def findings_unlinked(
    uow: UnitOfWork, platform: str, since: datetime, categories: Collection[str], most: int
) -> list[str]:
    """Numbers of tickets of these categories, or found by our own people on a round, that a platform has not heard of."""
    known = select(Link.id).where(Link.platform == platform, Link.kind == "ticket", Link.ours == Ticket.number)
    found = or_(
        Ticket.category.in_(sorted(categories)),
        Ticket.number.in_(select(ThingInspection.number).where(ThingInspection.done_at >= since)),
        Ticket.number.in_(select(CheckIn.number).where(CheckIn.number.is_not(None), CheckIn.at >= since)),
    )
    here = (Ticket.opened_at >= since, ~Ticket.draft, Ticket.state.not_in(_OVER), ~known.exists(), found, FOR_ALL)
    statement = select(Ticket.number).where(*here).order_by(Ticket.opened_at, Ticket.number).limit(most)
    return list(uow.execute(statement).scalars())


@dataclass(frozen=True)
class Finding:
    """A ticket as it is told. `own`: our people have found it, on a round; `lat`, `lon`: of the thing that it is about, WGS-84."""

    summary: str
    own: bool
    lat: float | None
    lon: float | None


def finding(uow: UnitOfWork, number: str) -> Finding | None:
    """One of them."""
    own = or_(
        exists().where(ThingInspection.number == Ticket.number), exists().where(CheckIn.number == Ticket.number)
    ).label("own")
    joined = select(Ticket.summary, own, Thing.lat, Thing.lon).join(Thing, Thing.id == Ticket.thing_id, isouter=True)
    row = uow.execute(joined.where(Ticket.number == number)).first()
    return None if row is None else Finding(row.summary, bool(row.own), row.lat, row.lon)
