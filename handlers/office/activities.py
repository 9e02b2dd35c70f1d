"""Activities at the back office: the year's list, one with its units by day and whom to thank, the record of people and units."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from governance.activities.kinds import Score
from governance.activities.shares import Given, Share, Thanks, UnitShares, shares, thanks
from governance.permissions import Act
from handlers.context import Context
from handlers.office.staff import Staff, places_of
from storage.activities import CAME, BookingRow, bookings_on, feedback_on, parts_in
from storage.contests import ResultRow, results_of, results_told_at
from storage.duty.members import units_of
from storage.duty.shifts import Filled, ShiftRow, campaign_times, filled, times_of_campaign
from storage.people import names_of


@dataclass(frozen=True)
class TimeLine:
    """One time of an activity: how full it is, what units hold, what people thought. `come`: who was there, units' people too."""

    row: ShiftRow
    full: Filled
    bookings: list[BookingRow]
    come: int
    scores: dict[Score, int]


@dataclass(frozen=True)
class ActivityPage:
    """An activity with its times; of a contest the places, and since when they are told."""

    first: ShiftRow
    times: list[TimeLine]
    shares: list[UnitShares]
    thanks: list[Thanks]
    results: list[ResultRow]
    told_at: datetime | None


@dataclass(frozen=True)
class RecordLine:
    """A year of a unit, or (with `unit`) of a person: on how many times, people planned and come."""

    name: str
    unit: str | None
    times: int
    share: Share


@dataclass(frozen=True)
class Records:
    """The year's record of units and of people, who came most first."""

    units: list[RecordLine]
    people: list[RecordLine]


def activities_listed(ctx: Context, staff: Staff, year: int) -> list[TimeLine]:
    """The times of the year in their area, the newest first."""
    return _lines(ctx, _of_year(ctx, year, places_of(ctx, staff, Act.RUN_DUTY)))[::-1]


def activity_page(ctx: Context, staff: Staff, campaign_id: int) -> ActivityPage | None:
    """The activity; None where there is none in their area."""
    return _page(ctx, campaign_id, places_of(ctx, staff, Act.RUN_DUTY))


def _page(ctx: Context, campaign_id: int, area: Collection[int] | None) -> ActivityPage | None:
    rows = _within(times_of_campaign(ctx.uow, campaign_id), area)
    if not rows:
        return None
    given = given_to(ctx, [row for row in rows if row.cancelled_at is None])
    return ActivityPage(
        rows[0], _lines(ctx, rows), shares(given), thanks(given), results_of(ctx.uow, campaign_id),
        results_told_at(ctx.uow, campaign_id),
    )  # fmt: skip


def share_rows(ctx: Context, campaign_id: int, area: Collection[int] | None) -> list[tuple[str, ShiftRow, Share]]:
    """Unit, time and share, for a file; the unit empty where it was never told."""
    page = _page(ctx, campaign_id, area)
    if page is None:
        return []
    times = {line.row.id: line.row for line in page.times}
    return [
        (line.unit or "", times[number], share) for line in page.shares for number, share in sorted(line.times.items())
    ]


def thanks_rows(ctx: Context, campaign_id: int, area: Collection[int] | None) -> list[Thanks]:
    """Whom to thank, for a file."""
    page = _page(ctx, campaign_id, area)
    return [] if page is None else page.thanks


def records_of(ctx: Context, year: int, area: Collection[int] | None) -> Records:
    """What units and people did in a year; times that were called off aside."""
    rows = [row for row in _of_year(ctx, year, area) if row.cancelled_at is None]
    given = given_to(ctx, rows)
    units = [
        RecordLine(line.unit, None, len(line.times), line.whole) for line in shares(given) if line.unit is not None
    ]
    people: dict[int, list[Given]] = {}
    for each in given:
        if each.person is not None:
            people.setdefault(each.person, []).append(each)
    lines = [
        RecordLine(theirs[0].name, theirs[0].unit or "", len(theirs), sum((each.share for each in theirs), Share()))
        for theirs in people.values()
    ]
    return Records(units, sorted(lines, key=lambda line: (-line.share.came, -line.share.planned, line.name)))


def given_to(ctx: Context, rows: Sequence[ShiftRow]) -> list[Given]:
    """What units booked and people signed up for, and who came; who only waits gives nothing."""
    ids = [row.id for row in rows]
    parts = [part for part in parts_in(ctx.uow, ids) if part.state != "standby"]
    people = sorted({part.person_id for part in parts})
    names, units = names_of(ctx.uow, people), units_of(ctx.uow, people)
    own = [
        Given(units.get(who), part.shift_id, Share(1, int(part.state in CAME)), who, names.get(who, ""))
        for part in parts
        for who in (part.person_id,)
    ]
    booked = [Given(each.unit, each.shift_id, Share(each.people, each.came or 0)) for each in bookings_on(ctx.uow, ids)]
    return booked + own


def _of_year(ctx: Context, year: int, area: Collection[int] | None) -> list[ShiftRow]:
    return _within(campaign_times(ctx.uow, date(year, 1, 1), date(year, 12, 31)), area)


def _within(rows: Sequence[ShiftRow], area: Collection[int] | None) -> list[ShiftRow]:
    return [row for row in rows if area is None or row.place_id in area]


def _lines(ctx: Context, rows: Sequence[ShiftRow]) -> list[TimeLine]:
    ids = [row.id for row in rows]
    full, scores = filled(ctx.uow, ids), feedback_on(ctx.uow, ids)
    bookings, parts = bookings_on(ctx.uow, ids), parts_in(ctx.uow, ids)
    lines = []
    for row in rows:
        held = [each for each in bookings if each.shift_id == row.id]
        there = sum(part.shift_id == row.id and part.state in CAME for part in parts)
        come = there + sum(each.came or 0 for each in held)
        lines.append(TimeLine(row, full[row.id], held, come, scores.get(row.id, {})))
    return lines
