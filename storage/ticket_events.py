"""What was done to a ticket, as later moves look at it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from governance.tickets.states import TicketState
from storage.models import TicketEvent
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Step:
    """What somebody did to which ticket."""

    number: str
    kind: str
    note: str | None


def last_step(
    uow: UnitOfWork, person_id: int, numbers: Sequence[str], kinds: Sequence[str], since: datetime
) -> Step | None:
    """The newest of these things that somebody has done to one of these tickets since then."""
    event = TicketEvent
    statement = select(event.number, event.kind, event.note).where(
        event.number.in_(numbers), event.person_id == person_id, event.kind.in_(kinds), event.at >= since
    )
    row = uow.execute(statement.order_by(event.id.desc()).limit(1)).first()
    return None if row is None else Step(row.number, row.kind, row.note)


@dataclass(frozen=True)
class Done:
    """One event. `person_id` None: the clock or an anonymous resident; `owner_before`: whose the ticket was before."""

    id: int
    kind: str
    person_id: int | None
    before: TicketState | None
    owner_before: int | None
    at: datetime


def last_done(uow: UnitOfWork, number: str, kinds: Sequence[str], before: int | None = None) -> Done | None:
    """The newest event of these kinds; `before`: older than this event."""
    event = TicketEvent
    statement = select(event.id, event.kind, event.person_id, event.from_state, event.owner_id, event.at).where(
        event.number == number, event.kind.in_(kinds)
    )
    if before is not None:
        statement = statement.where(event.id < before)
    row = uow.execute(statement.order_by(event.id.desc()).limit(1)).first()
    if row is None:
        return None
    state = None if row.from_state is None else TicketState(row.from_state)
    return Done(row.id, row.kind, row.person_id, state, row.owner_id, row.at)


def has_handled(uow: UnitOfWork, number: str, people: Collection[int]) -> bool:
    """Whether a ticket was in the hands of one of these people."""
    here = select(TicketEvent.id).where(TicketEvent.number == number, TicketEvent.owner_id.in_(sorted(people)))
    return uow.execute(here.limit(1)).first() is not None
