"""People with their posts, grids, stations and coming shifts, as lists."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select

from storage import keyring
from storage.models import Account, Campaign, Grid, Person, Place, Post, Shift, SignUp, Station, UnitBooking
from storage.unit_of_work import UnitOfWork


def people_listed(
    uow: UnitOfWork, text: str, now: datetime, roles: Collection[str] = (), places: Collection[int] = ()
) -> list[Any]:
    """Present people, a line a running post; `text`: a code, a full name, or the place or grid of a post; `roles`, `places`: what
    else it stands for.
    """
    bound = select(Account.id).where(Account.person_id == Person.id, Account.channel == "wechat").exists()
    running = (Post.since <= now, or_(Post.until.is_(None), Post.until > now))
    statement = (
        select(
            Person.code,
            Person.name,
            Person.phone,
            Post.role,
            Post.place_id,
            Grid.name.label("grid"),
            Grid.community_id,
            bound.label("bound"),
        )
        .outerjoin(Post, (Post.person_id == Person.id) & running[0] & running[1])
        .outerjoin(Grid, Grid.id == Post.grid_id)
        .outerjoin(Place, Place.id == Post.place_id)
        .where(Person.left_at.is_(None))
        .order_by(Person.id, Post.id)
    )
    if text:
        named = Person.name_digest.in_(keyring.digests("name", text))
        there = or_(Place.name.contains(text, autoescape=True), Grid.name.contains(text, autoescape=True))
        meant = or_(Post.role.in_(sorted(roles)), Post.place_id.in_(sorted(places)))
        statement = statement.where(or_(Person.code == text.upper(), named, there, meant))
    return list(uow.execute(statement))


def place_codes(uow: UnitOfWork) -> dict[int, str]:
    """The roster's codes of all places, by their ids."""
    return {row.id: row.code for row in uow.execute(select(Place.id, Place.code))}


def grids_listed(uow: UnitOfWork) -> list[Any]:
    """All grids that are there."""
    return list(uow.execute(select(Grid.__table__).where(Grid.retired_at.is_(None)).order_by(Grid.code)))


def stations_listed(uow: UnitOfWork, now: datetime) -> list[Any]:
    """Stations with their lead and how many shifts are to come."""
    shifts = (
        select(func.count())
        .select_from(Shift)
        .where(Shift.station_id == Station.id, Shift.starts_at > now, Shift.cancelled_at.is_(None))
        .correlate(Station)
        .scalar_subquery()
    )
    statement = (
        select(Place.code, Place.name, Station.kind, Person.name.label("lead"), shifts.label("shifts"))
        .join(Place, Place.id == Station.place_id)
        .outerjoin(Person, Person.id == Station.lead_id)
        .where(Station.retired_at.is_(None))
        .order_by(Station.id)
    )
    return list(uow.execute(statement))


def shifts_listed(uow: UnitOfWork, now: datetime, most: int = 500) -> list[Any]:
    """The coming shifts with how many stand in them."""
    taken = (
        select(func.count())
        .select_from(SignUp)
        .where(SignUp.shift_id == Shift.id, SignUp.state.in_(("signed", "present")))
        .correlate(Shift)
        .scalar_subquery()
    )
    booked = (
        select(func.coalesce(func.sum(UnitBooking.people), 0))
        .where(UnitBooking.shift_id == Shift.id, UnitBooking.ended_at.is_(None))
        .correlate(Shift)
        .scalar_subquery()
    )
    statement = (
        select(
            Shift.id,
            Shift.starts_at,
            Shift.capacity,
            Place.name.label("place"),
            Campaign.title,
            (taken + booked).label("taken"),
        )
        .outerjoin(Station, Station.id == Shift.station_id)
        .outerjoin(Campaign, Campaign.id == Shift.campaign_id)
        .outerjoin(Place, Place.id == func.coalesce(Station.place_id, Campaign.place_id))
        .where(Shift.ends_at > now, Shift.cancelled_at.is_(None))
        .order_by(Shift.starts_at, Shift.id)
        .limit(most)
    )
    return list(uow.execute(statement))
