"""Counts for the wall screen: what is open where, who is on duty now, who has checked in today."""

from datetime import date, datetime

from sqlalchemy import case, func, select

from storage.models import Campaign, CheckIn, Shift, SignUp, Station, Ticket
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


def on_duty(uow: UnitOfWork, now: datetime) -> list[tuple[int, int]]:
    """Person and place of those who stand on a shift that runs now."""
    running = (
        Shift.starts_at <= now,
        Shift.ends_at > now,
        Shift.cancelled_at.is_(None),
        SignUp.state.in_(("signed", "present")),
    )
    statement = (
        select(SignUp.person_id, func.coalesce(Station.place_id, Campaign.place_id).label("place"))
        .join(Shift, Shift.id == SignUp.shift_id)
        .outerjoin(Station, Station.id == Shift.station_id)
        .outerjoin(Campaign, Campaign.id == Shift.campaign_id)
        .where(*running)
        .order_by(Shift.starts_at, SignUp.id)
    )
    return [(row.person_id, row.place) for row in uow.execute(statement)]


def check_ins_on(uow: UnitOfWork, day: date) -> int:
    """How many people have checked in or patrolled on a day."""
    return int(uow.execute(select(func.count(CheckIn.person_id.distinct())).where(CheckIn.day == day)).scalar_one())
