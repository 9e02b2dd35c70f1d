"""Counts for the wall screen: what is open where, who has checked in today."""

from datetime import date

from sqlalchemy import case, func, select

from storage.models import CheckIn, Ticket
from storage.ticket_counts import DANGERS, RUNNING
from storage.unit_of_work import UnitOfWork


def open_by_place(uow: UnitOfWork) -> dict[int, tuple[int, int]]:
    """Open tickets and open dangers of each place that has any."""
    dangers = func.sum(case((DANGERS, 1), else_=0)).label("dangers")
    statement = (
        select(Ticket.place_id, func.count().label("open"), dangers)
        .where(RUNNING, Ticket.place_id.is_not(None))
        .group_by(Ticket.place_id)
    )
    return {row.place_id: (int(row.open), int(row.dangers)) for row in uow.execute(statement)}


def check_ins_on(uow: UnitOfWork, day: date) -> int:
    """How many people have checked in or patrolled on a day."""
    return int(uow.execute(select(func.count(CheckIn.person_id.distinct())).where(CheckIn.day == day)).scalar_one())
