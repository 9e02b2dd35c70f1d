"""What those who oversee an area ask: which tickets, by state, in whose hands, and who reported what lately."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, case, func, or_, select

from governance.tickets.states import TicketState
from storage.models import GridPlace, Person, Post, Ticket
from storage.people import KnownPerson, known_people
from storage.ticket_counts import DANGERS, RUNNING, TO_DISPATCH, TO_VERIFY, UNTAKEN, late, within, without
from storage.tickets import PlacedTicket
from storage.unit_of_work import UnitOfWork


class Kind(StrEnum):
    """Which of the open tickets are meant."""

    OPEN = "open"
    DANGERS = "dangers"
    LATE = "late"
    UNTAKEN = "untaken"
    TO_DISPATCH = "to_dispatch"
    TO_VERIFY = "to_verify"


_KINDS = {
    Kind.OPEN: RUNNING, Kind.DANGERS: DANGERS, Kind.UNTAKEN: UNTAKEN, Kind.TO_DISPATCH: TO_DISPATCH,
    Kind.TO_VERIFY: TO_VERIFY,
}  # fmt: skip


@dataclass(frozen=True)
class ListedTicket(PlacedTicket):
    """A ticket with the name of whoever has it in hand; None: nobody."""

    assignee: str | None


@dataclass(frozen=True)
class Hand:
    """What somebody has in hand, and how much of it is late."""

    person_id: int
    open: int
    late: int


@dataclass(frozen=True)
class ReportCount:
    """Reports of a category: how many, by how many accounts, how many say the word itself, and at which places.

    `open`: those of the category that are open, whenever they came.
    """

    reports: int
    reporters: int
    saying: int
    open: int
    places: tuple[tuple[int | None, int], ...]


def tickets_of_kind(
    uow: UnitOfWork,
    places: Collection[int] | None,
    kind: Kind,
    now: datetime,
    most: int,
    of: int | None = None,
    but: Collection[str] = (),
) -> list[ListedTicket]:
    """The first of these open tickets, dangers before urgent ones before the rest, the oldest first. `of`: in whose hands;
    `but`: of these categories none.
    """
    where = [*within(places), *without(but), _is(kind, now), *([] if of is None else [Ticket.assignee_id == of])]
    statement = select(
        Ticket.number, Ticket.state, Ticket.summary, Ticket.place_text, Ticket.opened_at, Ticket.urgency, Ticket.place_id,
        Person.name.label("assignee"),
    ).outerjoin(Person, Person.id == Ticket.assignee_id)  # fmt: skip
    order = (Ticket.urgency != "hazard", Ticket.urgency != "urgent", Ticket.opened_at, Ticket.number)
    rows = uow.execute(statement.where(*where).order_by(*order).limit(most))
    return [ListedTicket(**{**row._mapping, "state": TicketState(row.state)}) for row in rows]


def count_of_kind(uow: UnitOfWork, places: Collection[int] | None, kind: Kind, now: datetime) -> int:
    """How many open tickets of this kind there are."""
    statement = select(func.count()).select_from(Ticket).where(*within(places), _is(kind, now))
    return int(uow.execute(statement).scalar_one())


def _is(kind: Kind, now: datetime) -> ColumnElement[bool]:
    return late(now) if kind is Kind.LATE else _KINDS[kind]


def open_by_state(uow: UnitOfWork, places: Collection[int] | None) -> dict[TicketState, int]:
    """How many are open in each state that any is in."""
    statement = select(Ticket.state, func.count().label("count")).where(*within(places), RUNNING)
    rows = uow.execute(statement.group_by(Ticket.state))
    return {TicketState(row.state): int(row._mapping["count"]) for row in rows}


def in_hands(uow: UnitOfWork, places: Collection[int] | None, now: datetime) -> list[Hand]:
    """What each has in hand at these places, the busiest first."""
    open_count = func.count().label("open")
    missed = func.sum(case((late(now), 1), else_=0)).label("late")
    statement = (
        select(Ticket.assignee_id, open_count, missed)
        .where(*within(places), RUNNING, Ticket.assignee_id.is_not(None))
        .group_by(Ticket.assignee_id)
        .order_by(open_count.desc(), Ticket.assignee_id)
    )
    return [Hand(row.assignee_id, int(row.open), int(row.late)) for row in uow.execute(statement)]


def people_working_at(uow: UnitOfWork, places: Collection[int] | None, now: datetime) -> list[KnownPerson]:
    """Those who hold a post at one of these places or in a grid there; None: anywhere."""
    running = [Post.since <= now, or_(Post.until.is_(None), Post.until > now)]
    if places is not None:
        inside = sorted(places)
        grids = select(GridPlace.grid_id).where(GridPlace.place_id.in_(inside))
        running.append(or_(Post.place_id.in_(inside), Post.grid_id.in_(grids)))
    posted = uow.execute(select(Post.person_id).where(*running).distinct()).scalars()
    return [person for person in known_people(uow, list(posted)) if not person.left]


def reports_of_category(
    uow: UnitOfWork, places: Collection[int] | None, category: str, first: datetime, end: datetime, word: str
) -> ReportCount:
    """The reports of a category from `first` until before `end`, merged ones too, withdrawn ones not. `word`: as it was said."""
    here = [*within(places), Ticket.category == category]
    where = [
        *here, Ticket.opened_at >= first, Ticket.opened_at < end,
        Ticket.state != TicketState.WITHDRAWN.value,
    ]  # fmt: skip
    saying = func.sum(case((Ticket.text.contains(word, autoescape=True), 1), else_=0))
    reporters = func.count(func.distinct(Ticket.account_id))
    found = uow.execute(
        select(func.count().label("total"), reporters.label("reporters"), saying.label("saying")).where(*where)
    ).one()
    still = uow.execute(select(func.count()).select_from(Ticket).where(*here, RUNNING)).scalar_one()
    count = func.count().label("count")
    by_place = select(Ticket.place_id, count).where(*where).group_by(Ticket.place_id)
    rows = uow.execute(by_place.order_by(count.desc(), Ticket.place_id))
    at: list[tuple[int | None, int]] = [(row.place_id, int(row._mapping["count"])) for row in rows]
    return ReportCount(int(found.total), int(found.reporters), int(found.saying or 0), int(still), tuple(at))
