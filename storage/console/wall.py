"""Counts for the wall screen: who has checked in today, what came in and was done in each hour."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Label, func, select

from governance.tickets.states import TicketState
from storage.models import CheckIn, Ticket
from storage.ticket_counts import NOT_VOIDED
from storage.unit_of_work import UnitOfWork


def check_ins_on(uow: UnitOfWork, day: date) -> int:
    """How many people have checked in or patrolled on a day."""
    return int(uow.execute(select(func.count(CheckIn.person_id.distinct())).where(CheckIn.day == day)).scalar_one())


def opened_by_hour(uow: UnitOfWork, first: datetime, end: datetime) -> list[tuple[datetime, str | None, int]]:
    """How many came of each category in each hour from `first` until before `end`; an hour is known by its beginning."""
    hour = hour_of(uow, Ticket.opened_at)
    span = (Ticket.opened_at >= first, Ticket.opened_at < end, NOT_VOIDED)
    counted = func.count().label("count")
    statement = select(hour, Ticket.category, counted).where(*span).group_by(hour, Ticket.category)
    return [(begin_of(row.hour), row.category, int(row._mapping["count"])) for row in uow.execute(statement)]


def closed_by_hour(uow: UnitOfWork, first: datetime, end: datetime) -> list[tuple[datetime, int]]:
    """How many were done in each hour from `first` until before `end`."""
    hour = hour_of(uow, Ticket.ended_at)
    span = (Ticket.ended_at >= first, Ticket.ended_at < end, Ticket.state == TicketState.CLOSED.value, NOT_VOIDED)
    statement = select(hour, func.count().label("count")).where(*span).group_by(hour)
    return [(begin_of(row.hour), int(row._mapping["count"])) for row in uow.execute(statement)]


def hour_of(uow: UnitOfWork, instant: Any) -> Label[str]:
    """2026-11-24 02, in UTC."""
    if uow.dialect_name == "sqlite":
        return func.strftime("%Y-%m-%d %H", instant).label("hour")
    return func.to_char(func.timezone("UTC", instant), "YYYY-MM-DD HH24").label("hour")


def begin_of(hour: str) -> datetime:
    """The instant at which such an hour begins."""
    return datetime.strptime(hour, "%Y-%m-%d %H").replace(tzinfo=UTC)
