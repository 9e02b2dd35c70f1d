"""Shifts with where they are, who leads them, and how full they are."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, insert, select, update

from governance.activities.kinds import ActivityKind
from governance.duty.shifts import Shift as ShiftValue
from storage.duty.locks import lock_shifts
from storage.job_failures import not_held_back
from storage.models import Campaign, Shift, SignUp, Station, UnitBooking
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork

TAKES_A_PLACE = ("signed", "present", "done", "absent")


@dataclass(frozen=True)
class ShiftRow:
    """A shift as handlers see it. `title`: of its campaign; `lead_id`: of its station, or who opened the campaign.

    `activity`: what its campaign is, None: a drive or a call-up; `spot`: where that is, where it is more than the place.
    """

    shift: ShiftValue
    day: date
    place_id: int
    station_id: int | None
    campaign_id: int | None
    title: str | None
    kind: str | None
    lead_id: int | None
    needs_code: bool
    call_up: bool
    goal: int | None
    cancelled_at: datetime | None
    counted_at: datetime | None
    activity: ActivityKind | None = None
    spot: str | None = None
    enrol_until: datetime | None = None

    @property
    def id(self) -> int:
        """What people sign up by."""
        return self.shift.id

    @property
    def starts_at(self) -> datetime:
        """When it begins."""
        return self.shift.starts_at

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.shift.ends_at


@dataclass(frozen=True)
class Filled:
    """How many places of a shift are taken, those that units have booked among them, and how many people wait."""

    taken: int = 0
    waiting: int = 0


_COLUMNS = (
    Shift.id, Shift.starts_at, Shift.ends_at, Shift.capacity, Shift.qualification, Shift.day, Shift.station_id, Shift.campaign_id,
    Shift.cancelled_at, Shift.counted_at, Station.place_id.label("station_place"), Station.kind, Station.lead_id,
    Station.needs_code, Campaign.place_id.label("campaign_place"), Campaign.title, Campaign.opened_by, Campaign.call_up,
    Campaign.goal, Campaign.kind.label("activity"), Campaign.spot, Campaign.enrol_until,
)  # fmt: skip


def _shift_rows(uow: UnitOfWork, *where: Any, most: int | None = None) -> list[ShiftRow]:
    """Those that meet the conditions, by their start."""
    statement = (
        select(*_COLUMNS)
        .join(Station, Station.id == Shift.station_id, isouter=True)
        .join(Campaign, Campaign.id == Shift.campaign_id, isouter=True)
        .where(*where)
        .order_by(Shift.starts_at, Shift.id)
        .limit(most)
    )
    return [_row(row) for row in uow.execute(statement)]


def shift_by_id(uow: UnitOfWork, shift_id: int, *, lock: bool = False) -> ShiftRow | None:
    """The shift with this number; with `lock` nobody else signs up until the transaction ends."""
    if shift_id > 2**62:
        return None
    if lock:
        lock_shifts(uow, [shift_id])
    return next(iter(_shift_rows(uow, Shift.id == shift_id)), None)


@dataclass(frozen=True)
class ShiftTimes:
    """When a shift is."""

    id: int
    day: date
    starts_at: datetime
    ends_at: datetime


def shift_times(uow: UnitOfWork, until: datetime, job: str, now: datetime) -> list[ShiftTimes]:
    """The shifts that begin until then, have not been ended and are not held back from this job, by their start."""
    columns = (Shift.id, Shift.day, Shift.starts_at, Shift.ends_at)
    may_try = not_held_back(job, Shift.id, now)
    statement = select(*columns).where(Shift.counted_at.is_(None), Shift.starts_at <= until, may_try)
    return [ShiftTimes(*tuple(row)) for row in uow.execute(statement.order_by(Shift.starts_at, Shift.id))]


def least_stages(uow: UnitOfWork, shift_ids: Sequence[int]) -> dict[int, int]:
    """What has been said to everybody who is signed up, by shift."""
    least = select(SignUp.shift_id, func.min(SignUp.stage).label("stage")).where(
        SignUp.shift_id.in_(shift_ids), SignUp.state == "signed"
    )
    return {row.shift_id: row.stage for row in uow.execute(least.group_by(SignUp.shift_id))}


def shift_is_free(uow: UnitOfWork, shift_id: int) -> bool:
    """Locks a shift until the transaction ends; False while somebody else holds it."""
    return uow.lock_free(select(Shift.id).where(Shift.id == shift_id)).first() is not None


def shifts_by_id(uow: UnitOfWork, shift_ids: Collection[int]) -> dict[int, ShiftRow]:
    """Those with these numbers, by number; in the order of their start."""
    return {row.id: row for row in _shift_rows(uow, Shift.id.in_(sorted(shift_ids)))}


def coming_shifts(
    uow: UnitOfWork, *, ends_after: datetime, starts_before: datetime, starts_from: datetime | None = None,
    station_ids: Collection[int] = (), most: int | None = None,
) -> list[ShiftRow]:  # fmt: skip
    """Those that are not called off in a span of time, at these stations (none named: everywhere), by their start."""
    where = [Shift.ends_at > ends_after, Shift.starts_at < starts_before, Shift.cancelled_at.is_(None)]
    where += [Shift.starts_at >= starts_from] if starts_from is not None else []
    where += [Shift.station_id.in_(sorted(station_ids))] if station_ids else []
    return _shift_rows(uow, *where, most=most)


def coming_between(uow: UnitOfWork, first: datetime, last: datetime) -> list[ShiftRow]:
    """Shifts that begin in the span and take place, by their start."""
    return _shift_rows(uow, Shift.starts_at >= first, Shift.starts_at < last, Shift.cancelled_at.is_(None))


def campaign_shifts(uow: UnitOfWork, now: datetime, most: int) -> list[ShiftRow]:
    """The campaigns and call-ups that are not over."""
    return _shift_rows(
        uow, Shift.campaign_id.is_not(None), Shift.ends_at > now, Shift.cancelled_at.is_(None), most=most
    )


def campaign_times(uow: UnitOfWork, first: date, last: date) -> list[ShiftRow]:
    """The times of campaigns, call-ups and activities from `first` to `last`, those that were called off too."""
    return _shift_rows(uow, Shift.campaign_id.is_not(None), Shift.day >= first, Shift.day <= last)


def times_of_campaign(uow: UnitOfWork, campaign_id: int) -> list[ShiftRow]:
    """All times of one of them."""
    return _shift_rows(uow, Shift.campaign_id == campaign_id)


def shifts_at(uow: UnitOfWork, station_ids: Collection[int], first: date, last: date) -> list[ShiftRow]:
    """Those of these stations from `first` to `last`, both included, that take place or took place."""
    days = (Shift.day >= first, Shift.day <= last, Shift.cancelled_at.is_(None))
    return _shift_rows(uow, Shift.station_id.in_(sorted(station_ids)), *days)


def shifts_to_plan(
    uow: UnitOfWork, first: date, before: date, now: datetime, station_ids: Collection[int]
) -> list[ShiftRow]:
    """Those of these stations from `first` until before `before` that have not begun."""
    days = (Shift.day >= first, Shift.day < before, Shift.starts_at > now)
    return _shift_rows(uow, *days, Shift.cancelled_at.is_(None), Shift.station_id.in_(sorted(station_ids)))


def filled(uow: UnitOfWork, shift_ids: Sequence[int]) -> dict[int, Filled]:
    """How full each of them is."""
    counts: dict[int, list[int]] = {shift: [0, 0] for shift in shift_ids}
    statement = select(SignUp.shift_id, SignUp.state, func.count().label("people")).where(
        SignUp.shift_id.in_(shift_ids)
    )
    for row in uow.execute(statement.group_by(SignUp.shift_id, SignUp.state)):
        if row.state in TAKES_A_PLACE:
            counts[row.shift_id][0] += row.people
        elif row.state == "standby":
            counts[row.shift_id][1] += row.people
    for shift, people in booked_places(uow, shift_ids).items():
        counts[shift][0] += people
    return {shift: Filled(*each) for shift, each in counts.items()}


def booked_places(uow: UnitOfWork, shift_ids: Sequence[int]) -> dict[int, int]:
    """How many places units hold on each of these shifts; who has none is not in it."""
    statement = select(UnitBooking.shift_id, func.sum(UnitBooking.people).label("people"))
    held = statement.where(UnitBooking.shift_id.in_(shift_ids), UnitBooking.ended_at.is_(None))
    return {row.shift_id: int(row.people) for row in uow.execute(held.group_by(UnitBooking.shift_id))}


def add_shift(uow: UnitOfWork, **row: Any) -> int:
    """Writes one; answers its number."""
    return int(uow.execute(insert(Shift).values(**row).returning(Shift.id)).scalar_one())


def plan_shift(uow: UnitOfWork, **row: Any) -> bool:
    """Writes one that a pattern brings; False when its day has it already."""
    return insert_once(uow, Shift, **row)


def change_shift(uow: UnitOfWork, shift_id: int, **values: Any) -> None:
    """Writes changed columns."""
    uow.execute(update(Shift).where(Shift.id == shift_id).values(**values))


def _row(row: Any) -> ShiftRow:
    value = ShiftValue(row.id, row.starts_at, row.ends_at, row.capacity, row.qualification, bool(row.call_up))
    campaign = row.campaign_id is not None
    return ShiftRow(
        value, row.day, row.campaign_place if campaign else row.station_place, row.station_id, row.campaign_id, row.title,
        row.kind, row.opened_by if campaign else row.lead_id, bool(row.needs_code), bool(row.call_up), row.goal,
        row.cancelled_at, row.counted_at, None if row.activity is None else ActivityKind(row.activity), row.spot,
        row.enrol_until,
    )  # fmt: skip
