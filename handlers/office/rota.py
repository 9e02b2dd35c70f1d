"""The rota as a calendar at the office: who stands where by station and by person, what is open, what collides, who could come."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from governance.days import month_of, next_month, start_of
from governance.duty.rota import Standing, View, collisions, open_places, weeks_of
from governance.permissions import Act
from handlers.context import Context
from handlers.duty.members import Member, stations_of
from handlers.office.staff import Staff
from storage.duty.hours import minutes_by_person
from storage.duty.members import enrolments
from storage.duty.shifts import Filled, ShiftRow, filled, shift_by_id, shifts_at, shifts_by_id
from storage.duty.sign_ups import SignUpRow, on_shifts, proposed_at, shifts_of_many
from storage.duty.stations import StationRow
from storage.people import known_people

WAITS = "standby"
MOST_SHOWN = 120
"""So many who could come are offered to be dragged; the others are named."""


@dataclass(frozen=True)
class OnRota:
    """Somebody on a shift. `why`: the planner's reason; `clash`: they can't stand there beside another of their shifts."""

    code: str
    name: str
    state: str
    why: str | None
    clash: bool


@dataclass(frozen=True)
class RotaShift:
    """A shift of the calendar. `missing`: places for which there is nobody; `over`: it has begun, and is not changed any more."""

    row: ShiftRow
    station: str
    people: tuple[OnRota, ...]
    waiting: int
    missing: int
    over: bool


@dataclass(frozen=True)
class CouldCome:
    """Somebody who has enrolled; `minutes` of this month, served and to come."""

    code: str
    name: str
    minutes: int


@dataclass(frozen=True)
class RotaLine:
    """A station's or a person's line of a week: what there is on each of its days."""

    label: str
    days: tuple[tuple[RotaShift, ...], ...]


@dataclass(frozen=True)
class Rota:
    """The calendar. `weeks`: the days with their lines; `pool`: who could come, and how many `more` there are; `to_publish`: the
    proposals of the day's month.
    """

    stations: list[StationRow]
    weeks: list[tuple[tuple[date, ...], list[RotaLine]]]
    rest_days: frozenset[date]
    pool: list[CouldCome]
    more: int
    proposed: int
    missing: int
    clashes: int
    to_publish: int


def rota_stations(ctx: Context, staff: Staff) -> list[StationRow] | None:
    """The stations whose rota they make: those that they lead, or whose duty they run. None: nothing is for them here."""
    found = stations_of(ctx, Member(staff.person_id, staff.name, staff.terms))
    return found if found or staff.may(Act.RUN_DUTY) else None


def rota_of(
    ctx: Context, known: Sequence[StationRow], station: int | None, view: View, day: date, by_person: bool
) -> Rota:
    """The weeks around a day at all of these stations, or at one of them."""
    shown = [each for each in known if station in (None, each.id)]
    weeks = weeks_of(view, day)
    first, last = weeks[0][0], weeks[-1][-1]
    rows = shifts_at(ctx.uow, [each.id for each in shown], first, last)
    on = on_shifts(ctx.uow, [row.id for row in rows])
    called = {each.id: (each.code, each.name) for each in known_people(ctx.uow, {place.person_id for place in on})}
    clashing = _clashing(ctx, rows, on, first)
    full = filled(ctx.uow, [row.id for row in rows])
    names = {each.id: each.name for each in shown}
    theirs: dict[int, list[SignUpRow]] = {}
    for place in on:
        theirs.setdefault(place.shift_id, []).append(place)
    shifts = [_shift(ctx, row, names, theirs.get(row.id, []), called, clashing, full[row.id]) for row in rows]
    lines = _by_person if by_person else _by_station
    return Rota(
        list(known), [(week, lines(shifts, week)) for week in weeks],
        frozenset(each for week in weeks for each in week if not ctx.config.calendar.is_workday(each)),
        *_pool(ctx, shown, day), sum(place.state == "proposed" for place in on),
        sum(each.missing for each in shifts if not each.over), len(clashing & {(p.person_id, p.shift_id) for p in on}),
        _to_publish(ctx, known, day),
    )  # fmt: skip


def _to_publish(ctx: Context, known: Sequence[StationRow], day: date) -> int:
    """What `ConfirmPlan` would make binding for this month."""
    waiting = proposed_at(ctx.uow, [each.id for each in known], ctx.now)
    rows = shifts_by_id(ctx.uow, {place.shift_id for place in waiting})
    return sum(month_of(rows[place.shift_id].day) == month_of(day) for place in waiting)


def on_their_rota(ctx: Context, known: Sequence[StationRow], number: int) -> bool:
    """Whether a shift is one of these stations'."""
    row = shift_by_id(ctx.uow, number)
    return row is not None and row.station_id in {each.id for each in known}


def _clashing(
    ctx: Context, rows: Sequence[ShiftRow], on: Sequence[SignUpRow], first: date
) -> frozenset[tuple[int, int]]:
    """Of those who are shown, also beside what they stand on elsewhere."""
    begin = start_of(first - timedelta(days=2), ctx.config.zone)
    elsewhere = shifts_of_many(ctx.uow, sorted({place.person_id for place in on}), begin)
    by_id = {row.id: row.shift for row in rows}
    here = [Standing(p.person_id, by_id[p.shift_id]) for p in on if p.state in ("proposed", "signed", "present")]
    there = [Standing(person, shift) for person, shifts in elsewhere.items() for shift in shifts]
    return collisions([*there, *here], ctx.config.zone, ctx.config.rules)


def _shift(
    ctx: Context, row: ShiftRow, names: dict[int, str], on: Sequence[SignUpRow], called: dict[int, tuple[str, str]],
    clashing: Collection[tuple[int, int]], full: Filled,
) -> RotaShift:  # fmt: skip
    people = tuple(
        OnRota(*called.get(p.person_id, ("", "")), p.state, p.why, (p.person_id, row.id) in clashing)
        for p in on
        if p.state != WAITS
    )
    proposed = sum(place.state == "proposed" for place in on)
    return RotaShift(
        row, names.get(row.station_id or 0, ""), people, full.waiting, open_places(row.shift, full.taken, proposed),
        row.starts_at <= ctx.now,
    )  # fmt: skip


def _by_station(shifts: Sequence[RotaShift], week: Sequence[date]) -> list[RotaLine]:
    found: dict[str, None] = dict.fromkeys(sorted(each.station for each in shifts))
    return [_line(name, [each for each in shifts if each.station == name], week) for name in found]


def _by_person(shifts: Sequence[RotaShift], week: Sequence[date]) -> list[RotaLine]:
    """First what is open, then everybody with a place in this week."""
    here = [each for each in shifts if each.row.day in week]
    open_ones = [each for each in here if each.missing and not each.over]
    people = dict.fromkeys(sorted((p.name, p.code) for each in here for p in each.people))
    return [_line("", open_ones, week), *(_line(name, here, week, code) for name, code in people)]


def _line(label: str, shifts: Sequence[RotaShift], week: Sequence[date], code: str = "") -> RotaLine:
    """`code`: of the only person who is shown on it; shifts without them are not."""
    if code:
        only = [(each, tuple(p for p in each.people if p.code == code)) for each in shifts]
        shifts = [RotaShift(each.row, each.station, people, 0, 0, each.over) for each, people in only if people]
    return RotaLine(label, tuple(tuple(each for each in shifts if each.row.day == day) for day in week))


def _pool(ctx: Context, shown: Sequence[StationRow], day: date) -> tuple[list[CouldCome], int]:
    """Those enrolled where the stations lie, who has the least this month first; and how many more there are."""
    line = {place for station in shown for place in ctx.places.line_of(station.place_id)}
    people = sorted({each.person_id for each in enrolments(ctx.uow) if each.place_id in line})
    month, zone = month_of(day), ctx.config.zone
    minutes = minutes_by_person(ctx.uow, month, next_month(month) - timedelta(days=1))
    begin, end = max(ctx.now, start_of(month, zone)), start_of(next_month(month), zone)
    for person, shifts in shifts_of_many(ctx.uow, people, begin).items():
        ahead = sum((s.ends_at - s.starts_at for s in shifts if begin <= s.starts_at < end), timedelta())
        minutes[person] = minutes.get(person, 0) + int(ahead.total_seconds() // 60)
    first = sorted(people, key=lambda each: (minutes.get(each, 0), each))[:MOST_SHOWN]
    called = known_people(ctx.uow, first)
    found = [CouldCome(each.code, each.name, minutes.get(each.id, 0)) for each in called]
    return sorted(found, key=lambda each: (each.minutes, each.name, each.code)), len(people) - len(first)
