"""Each time at which a thing is to be looked at: made when it opens, done once, told when it is late."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, insert, literal, or_, select, update

from governance.things.inspections import Period, Result
from governance.things.kinds import ThingKind
from storage.models import Thing, ThingInspection
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Area:
    """Where somebody looks at things: these grids and places, what they keep themselves; `everywhere`: in the whole subdistrict."""

    grids: frozenset[int] = frozenset()
    places: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()
    everywhere: bool = False


@dataclass(frozen=True)
class OpenInspection:
    """A thing that is to be looked at."""

    id: int
    thing_id: int
    due_on: date


@dataclass(frozen=True)
class InspectionRow:
    """A time at which a thing was or is to be looked at. `result` None: not yet."""

    id: int
    thing_id: int
    period: str
    due_on: date
    done_at: datetime | None
    done_by: int | None
    result: Result | None
    note: str | None
    number: str | None
    picture_id: int | None


_LIVE = Thing.ended_at.is_(None)
_OPEN = ThingInspection.done_at.is_(None)
_JOINED = select(ThingInspection.id, ThingInspection.thing_id, ThingInspection.due_on).join(
    Thing, Thing.id == ThingInspection.thing_id
)


def open_period(uow: UnitOfWork, grid_id: int | None, kind: ThingKind, period: Period) -> int:
    """Every thing in use of this kind in a grid (None: in none) is to be looked at in this period; answers how many are new."""
    here = Thing.grid_id.is_(None) if grid_id is None else Thing.grid_id == grid_id
    there = select(ThingInspection.id).where(
        ThingInspection.thing_id == Thing.id, ThingInspection.period == period.key
    )  # fmt: skip
    wanted = select(Thing.id, literal(period.key), literal(period.due, ThingInspection.due_on.type)).where(
        here, Thing.kind == kind.value, _LIVE, ~there.exists()
    )
    columns = ["thing_id", "period", "due_on"]
    return int(uow.execute(insert(ThingInspection).from_select(columns, wanted)).rowcount)


def open_inspections(uow: UnitOfWork, area: Area, most: int) -> list[OpenInspection]:
    """What is to be looked at there, what is due first first."""
    statement = _JOINED.where(_LIVE, _OPEN, _within(area)).order_by(ThingInspection.due_on, Thing.code).limit(most)
    return [OpenInspection(row.id, row.thing_id, row.due_on) for row in uow.execute(statement)]


def count_open(uow: UnitOfWork, area: Area, today: date) -> tuple[int, int]:
    """How many there are, and how many of them are late."""
    columns = (func.count().label("all"), func.count().filter(ThingInspection.due_on < today).label("late"))
    statement = select(*columns).select_from(ThingInspection).join(Thing, Thing.id == ThingInspection.thing_id)
    row: Any = uow.execute(statement.where(_LIVE, _OPEN, _within(area))).one()
    return int(row.all), int(row.late)


def settle_open(uow: UnitOfWork, thing_id: int, period: Period, **done: Any) -> tuple[list[int], bool]:
    """All that is open of a thing is done by one look; where nothing is, the look stands for its period. Answers the rows, and
    whether it is the first look in the period: of two at once one is.
    """
    statement = update(ThingInspection).where(ThingInspection.thing_id == thing_id, _OPEN).values(**done)
    settled = list(uow.execute(statement.returning(ThingInspection.id)).scalars())
    if settled:
        return settled, True
    new = insert_once(
        uow, ThingInspection, thing_id=thing_id, period=period.key, due_on=period.due, **done
    )  # fmt: skip
    here = (ThingInspection.thing_id == thing_id, ThingInspection.period == period.key)
    return list(uow.execute(select(ThingInspection.id).where(*here)).scalars()), new


def note_again(uow: UnitOfWork, ids: Sequence[int], **done: Any) -> None:
    """A later look in the same period: what it found stands there now."""
    uow.execute(update(ThingInspection).where(ThingInspection.id.in_(ids)).values(**done))


def inspections_of(uow: UnitOfWork, thing_id: int, most: int = 50) -> list[InspectionRow]:
    """What was and is to be looked at of a thing, the newest first."""
    statement = select(ThingInspection.__table__).where(ThingInspection.thing_id == thing_id)
    rows = uow.execute(statement.order_by(ThingInspection.due_on.desc(), ThingInspection.id.desc()).limit(most))
    return [_row(row) for row in rows]


def inspection(uow: UnitOfWork, inspection_id: int) -> InspectionRow | None:
    """One of them."""
    row = uow.execute(select(ThingInspection.__table__).where(ThingInspection.id == inspection_id)).first()
    return None if row is None else _row(row)


def picture_of_inspection(uow: UnitOfWork, inspection_id: int, picture_id: int) -> None:
    """Puts a picture beside it; the newest stays."""
    uow.execute(update(ThingInspection).where(ThingInspection.id == inspection_id).values(picture_id=picture_id))


def late_untold(uow: UnitOfWork, grid_id: int, today: date, most: int = 500) -> list[OpenInspection]:
    """What is late in a grid, and its head was not told of."""
    here = (Thing.grid_id == grid_id, _LIVE, _OPEN, ThingInspection.due_on < today, ThingInspection.told_at.is_(None))
    rows = uow.execute(_JOINED.where(*here).order_by(ThingInspection.due_on, Thing.code).limit(most))
    return [OpenInspection(row.id, row.thing_id, row.due_on) for row in rows]


def mark_told(uow: UnitOfWork, ids: Collection[int], now: datetime) -> None:
    """The grid head knows of these."""
    uow.execute(update(ThingInspection).where(ThingInspection.id.in_(ids)).values(told_at=now))


@dataclass(frozen=True)
class Coverage:
    """Of one grid and kind: how many things, how many of what is to be looked at is done, open, late."""

    grid_id: int | None
    kind: ThingKind
    things: int
    done: int
    open: int
    late: int


def coverage(uow: UnitOfWork, grids: Collection[int] | None, today: date, since: date) -> list[Coverage]:
    """By grid and kind, of what fell due or falls due since a day; None: of all grids, and of no grid."""
    here = [] if grids is None else [Thing.grid_id.in_(grids)]
    things = select(Thing.grid_id, Thing.kind, func.count().label("things")).where(_LIVE, *here)
    counted = {(r.grid_id, r.kind): r.things for r in uow.execute(things.group_by(Thing.grid_id, Thing.kind))}
    done = func.count().filter(ThingInspection.done_at.is_not(None))
    late = func.count().filter(and_(_OPEN, ThingInspection.due_on < today))
    looked = (
        select(
            Thing.grid_id, Thing.kind, done.label("done"), func.count().filter(_OPEN).label("open"), late.label("late")
        )
        .join(Thing, Thing.id == ThingInspection.thing_id)
        .where(_LIVE, or_(_OPEN, ThingInspection.due_on >= since), *here)
        .group_by(Thing.grid_id, Thing.kind)
    )
    found = {(row.grid_id, row.kind): (row.done, row.open, row.late) for row in uow.execute(looked)}
    return [
        Coverage(grid, ThingKind(kind), things, *found.get((grid, kind), (0, 0, 0)))
        for (grid, kind), things in sorted(counted.items(), key=lambda each: (each[0][0] or 0, each[0][1]))
    ]


def _within(area: Area) -> ColumnElement[bool]:
    if area.everywhere:
        return _LIVE
    wanted = [
        column.in_(sorted(ids))
        for column, ids in (
            (Thing.grid_id, area.grids), (Thing.place_id, area.places), (Thing.keeper_person_id, area.people),
        )
        if ids
    ]  # fmt: skip
    return or_(*wanted) if wanted else false()


def _row(row: Any) -> InspectionRow:
    values = {name: row._mapping[name] for name in InspectionRow.__dataclass_fields__}
    return InspectionRow(**{**values, "result": None if row.result is None else Result(row.result)})
