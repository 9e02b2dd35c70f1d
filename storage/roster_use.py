"""What goes on at an entry of the roster while somebody wants to take it out."""

from sqlalchemy import select

from storage.models import Person, Place, Station, Ticket
from storage.unit_of_work import UnitOfWork


def open_at(uow: UnitOfWork, place: str) -> tuple[str, ...]:
    """The numbers of the open tickets at the place with this code."""
    statement = select(Ticket.number).join(Place, Place.id == Ticket.place_id)
    return tuple(
        uow.execute(statement.where(Place.code == place, Ticket.ended_at.is_(None)).order_by(Ticket.number)).scalars()
    )


def open_with(uow: UnitOfWork, person: str) -> tuple[str, ...]:
    """The numbers of the open tickets that the person with this code has in hand."""
    statement = select(Ticket.number).join(Person, Person.id == Ticket.assignee_id)
    return tuple(
        uow.execute(statement.where(Person.code == person, Ticket.ended_at.is_(None)).order_by(Ticket.number)).scalars()
    )


def is_station(uow: UnitOfWork, place: str) -> bool:
    """Whether people do duty at the place with this code."""
    statement = select(Station.id).join(Place, Place.id == Station.place_id)
    return uow.execute(statement.where(Place.code == place, Station.retired_at.is_(None))).first() is not None


def open_in_category(uow: UnitOfWork, category: str) -> tuple[str, ...]:
    """The numbers of the open tickets of this category."""
    statement = select(Ticket.number).where(Ticket.category == category, Ticket.ended_at.is_(None))
    return tuple(uow.execute(statement.order_by(Ticket.number)).scalars())
