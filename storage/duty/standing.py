"""Who stands a shift at this moment, and where."""

from datetime import datetime

from sqlalchemy import func, select

from storage.models import Campaign, Shift, SignUp, Station
from storage.unit_of_work import UnitOfWork


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
