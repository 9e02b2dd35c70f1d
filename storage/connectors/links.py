"""What is the same on both sides, and where each of our tickets stands towards what a platform knows of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.orm import aliased

from governance.tickets.states import TicketState
from storage.models import ConnectorLink as Link
from storage.models import Event, Ticket
from storage.once import insert_once
from storage.ticket_counts import FOR_ALL
from storage.unit_of_work import UnitOfWork

TICKET, EVENT, WARNING, PERSON, PLACE, SHIFT = "ticket", "event", "warning", "person", "place", "shift"
PERSON_OUT, PLACE_OUT = "person_out", "place_out"
"""Of the roster, as it was given; what was joined is another link."""
LATE = timedelta(hours=1)
"""A ticket is seen by then, however long its transaction took."""


@dataclass(frozen=True)
class Linked:
    """One of them (storage.models.ConnectorLink)."""

    id: int
    platform: str
    kind: str
    ours: str
    theirs: str | None
    rank: str
    agreed: str
    queued: str
    sequence: int
    due_at: datetime | None
    their_version: str
    their_category: str


_COLUMNS = tuple(Link.__table__.c[name] for name in Linked.__dataclass_fields__)


_OF_THEIRS = (
    select(*_COLUMNS)
    .where(Link.platform == bindparam("platform"), Link.kind == bindparam("kind"), Link.theirs == bindparam("theirs"))
    .with_for_update()
)


def link_of(uow: UnitOfWork, platform: str, kind: str, theirs: str) -> Linked | None:
    """What is theirs under this number, locked."""
    row = uow.execute(_OF_THEIRS, {"platform": platform, "kind": kind, "theirs": theirs}).first()
    return None if row is None else Linked(**row._mapping)


def link_by_id(uow: UnitOfWork, link_id: int) -> Linked | None:
    """One of them, locked."""
    return _one(uow, select(*_COLUMNS).where(Link.id == link_id).with_for_update())


def link_to_ours(uow: UnitOfWork, platform: str, kind: str, ours: str) -> Linked | None:
    """What of theirs is ours under this number, locked."""
    here = (Link.platform == platform, Link.kind == kind, Link.ours == ours)
    return _one(uow, select(*_COLUMNS).where(*here).with_for_update())


def _one(uow: UnitOfWork, statement: Any) -> Linked | None:
    row = uow.execute(statement).first()
    return None if row is None else Linked(**row._mapping)


def add_link(uow: UnitOfWork, **row: Any) -> bool:
    """Notes what is the same; False when that is noted."""
    return insert_once(uow, Link, **{"queued": row["agreed"], "ended": False, **row})


def change_link(uow: UnitOfWork, link_id: int, **values: Any) -> None:
    """Writes columns of one."""
    uow.execute(update(Link).where(Link.id == link_id).values(**values))


def drop_link(uow: UnitOfWork, platform: str, kind: str, theirs: str) -> None:
    """It is not the same after all; for links of which nothing was given."""
    here = (Link.platform == platform, Link.kind == kind, Link.theirs == theirs)
    uow.execute(delete(Link).where(*here))


def asked_elsewhere(uow: UnitOfWork, number: str) -> bool:
    """Whether a platform has brought this ticket, and asks its reporter itself."""
    here = (Link.ours == number, Link.kind == TICKET, Link.theirs.is_not(None))
    return uow.execute(select(Link.id).where(*here).limit(1)).first() is not None


def brought_by(uow: UnitOfWork, numbers: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """By ticket, the platforms that have it under a number of their own, with that number."""
    here = (Link.ours.in_(numbers), Link.kind == TICKET, Link.theirs.is_not(None))
    found: dict[str, list[tuple[str, str]]] = {}
    for row in uow.execute(select(Link.ours, Link.platform, Link.theirs).where(*here).order_by(Link.id)):
        found.setdefault(row.ours, []).append((row.platform, row.theirs))
    return found


@dataclass(frozen=True)
class Moved:
    """A link whose matter stands elsewhere than what was last given. `state`: of the ticket (or what it was merged into)."""

    link_id: int
    number: str
    state: TicketState


def tickets_moved(uow: UnitOfWork, platforms: Sequence[str], codes: dict[str, list[str]], most: int) -> list[int]:
    """Ids of links of these platforms whose ticket stands where it was not given yet. `codes`: states by what is given for them.
    Of a person in danger only who brought it hears more.
    """
    into = aliased(Ticket)
    state = func.coalesce(into.state, Ticket.state)
    conditions = [(state.in_(states)) & (Link.queued != standing) for standing, states in codes.items()]
    anywhere = conditions[0]
    for each in conditions[1:]:
        anywhere = anywhere | each
    statement = (
        select(Link.id)
        .join(Ticket, Ticket.number == Link.ours)
        .join(into, into.number == Ticket.merged_into, isouter=True)
        .where(
            Link.platform.in_(platforms), Link.kind == TICKET, ~Link.ended, anywhere, FOR_ALL | Link.theirs.is_not(None)
        )
        .order_by(Link.id)
        .limit(most)
    )
    return list(uow.execute(statement).scalars())


_INTO = aliased(Ticket)
_STATE = (
    select(func.coalesce(_INTO.state, Ticket.state))
    .select_from(Ticket)
    .join(_INTO, _INTO.number == Ticket.merged_into, isouter=True)
    .where(Ticket.number == bindparam("number"))
)
"""Every record asks this: made once, since putting it together costs more than its answer."""


def state_of(uow: UnitOfWork, number: str) -> TicketState | None:
    """Where a ticket stands, or what it was merged into."""
    found = uow.execute(_STATE, {"number": number}).scalar()
    return None if found is None else TicketState(found)


def tickets_unlinked(uow: UnitOfWork, platform: str, since: datetime, *, dangers: bool, most: int) -> list[str]:
    """Numbers of tickets opened since then of which a platform that is told of all has not heard. `dangers`: of those only."""
    newest = select(func.max(Link.at)).where(Link.platform == platform, Link.kind == TICKET).scalar_subquery()
    last = uow.execute(select(newest)).scalar()
    from_ = since if last is None else max(since, last - LATE)
    known = select(Link.id).where(Link.platform == platform, Link.kind == TICKET, Link.ours == Ticket.number)
    where = [Ticket.opened_at >= from_, ~known.exists(), FOR_ALL]
    if dangers:
        where.append(Ticket.urgency == "hazard")
    statement = select(Ticket.number).where(*where).order_by(Ticket.opened_at, Ticket.number).limit(most)
    return list(uow.execute(statement).scalars())


def events_moved(uow: UnitOfWork, platform: str, since: datetime, most: int) -> list[tuple[str, str]]:
    """Number and state of events begun since then of which a platform has not heard how they stand."""
    statement = (
        select(Event.number, Event.state)
        .join(Link, (Link.platform == platform) & (Link.kind == EVENT) & (Link.ours == Event.number), isouter=True)
        .where(Event.proposed_at >= since, Link.id.is_(None) | (Link.queued != Event.state))
        .order_by(Event.number)
        .limit(most)
    )
    return [(row.number, row.state) for row in uow.execute(statement)]


def open_links(uow: UnitOfWork) -> dict[str, int]:
    """How many of a platform's own matters have not ended here, by platform."""
    many = func.count().label("many")
    statement = (
        select(Link.platform, many)
        .join(Ticket, Ticket.number == Link.ours)
        .where(Link.kind == TICKET, Link.theirs.is_not(None), Ticket.ended_at.is_(None))
        .group_by(Link.platform)
    )
    return {row.platform: row.many for row in uow.execute(statement)}


def queued_by_ours(uow: UnitOfWork, platform: str, kind: str, ours: Sequence[str]) -> dict[str, str]:
    """What was last written to be given of each of these."""
    here = (Link.platform == platform, Link.kind == kind, Link.ours.in_(ours))
    return {row.ours: row.queued for row in uow.execute(select(Link.ours, Link.queued).where(*here))}


def links_given(uow: UnitOfWork, platform: str, kind: str) -> dict[str, str]:
    """What was last written to be given of each of ours of this kind."""
    here = (Link.platform == platform, Link.kind == kind)
    return {row.ours: row.queued for row in uow.execute(select(Link.ours, Link.queued).where(*here))}
