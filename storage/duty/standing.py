"""Who stands a shift at this moment, and where."""

from datetime import datetime

from sqlalchemy import func, select

from storage.models import Campaign, Shift, SignUp, Station
from storage.unit_of_work import UnitOfWork

STANDING = ("signed", "present")


def standing_duty(uow: UnitOfWork, now: datetime) -> list[tuple[int, int]]:
    """Person and place of all who stand a shift now, in the order in which they signed up."""
    place = func.coalesce(Station.place_id, Campaign.place_id).label("place_id")
    statement = (
        select(SignUp.person_id, place)
        .join(Shift, Shift.id == SignUp.shift_id)
        .join(Station, Station.id == Shift.station_id, isouter=True)
        .join(Campaign, Campaign.id == Shift.campaign_id, isouter=True)
        .where(
            Shift.starts_at <= now, Shift.ends_at > now, Shift.counted_at.is_(None), Shift.cancelled_at.is_(None),
            SignUp.state.in_(STANDING),
        )
        .order_by(SignUp.id)
    )  # fmt: skip
    return [(row.person_id, row.place_id) for row in uow.execute(statement)]
