"""What goes on at an entry of the roster while somebody wants to take it out."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, or_, select

from storage.models import Person, Place, Station, Ticket
from storage.ticket_counts import RUNNING
from storage.unit_of_work import UnitOfWork

_NUMBERS = select(Ticket.number).where(RUNNING).order_by(Ticket.number)


def open_at(uow: UnitOfWork, place: str) -> tuple[str, ...]:
    """The numbers of the open tickets at the place with this code."""
    return tuple(uow.execute(_NUMBERS.join(Place, Place.id == Ticket.place_id).where(Place.code == place)).scalars())


def open_with(uow: UnitOfWork, person: str) -> tuple[str, ...]:
    """The numbers of the open tickets that the person with this code has in hand."""
    return tuple(
        uow.execute(_NUMBERS.join(Person, Person.id == Ticket.assignee_id).where(Person.code == person)).scalars()
    )


def is_station(uow: UnitOfWork, place: str) -> bool:
    """Whether people do duty at the place with this code."""
    statement = select(Station.id).join(Place, Place.id == Station.place_id)
    return uow.execute(statement.where(Place.code == place, Station.retired_at.is_(None))).first() is not None


def open_in_category(uow: UnitOfWork, category: str) -> tuple[str, ...]:
    """The numbers of the open tickets of this category."""
    return tuple(uow.execute(_NUMBERS.where(Ticket.category == category)).scalars())


def saying_since(uow: UnitOfWork, words: Collection[str], since: datetime) -> int:
    """How many reports opened since then say any of these words."""
    said = or_(*(Ticket.text.contains(word, autoescape=True) for word in words))
    return int(
        uow.execute(select(func.count()).select_from(Ticket).where(Ticket.opened_at >= since, said)).scalar_one()
    )
