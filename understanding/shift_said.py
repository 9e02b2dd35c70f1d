"""Which of some shifts words speak of, to the letter: by day, part of the day, clock, number, station, none of it contradicted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from understanding.days import DAY, days_in
from understanding.duty_told import shift_named, stations_named
from understanding.times import CLOCK, GREETING, Calendar, days_said, time_in

_PARTS = (
    (re.compile(r"早[上晨班]|清[晨早]|一早|[明今]早|大早|早(?=的|那)"), (4, 12)),
    (re.compile(r"上午"), (6, 12)),
    (re.compile(r"中午"), (10, 14)),
    (re.compile(r"下午|午后"), (12, 18)),
    (re.compile(r"傍晚"), (16, 20)),
    (re.compile(r"晚[上间班]|夜[里班间]|[今明]晚|(?<!最)晚(?=的|那)"), (17, 24)),
    (re.compile(r"白天|日班"), (6, 17)),
)  # fmt: skip
_PART_OF = ((4, 12), (12, 17), (17, 24), (0, 4))
"""Which part of a day an hour lies in, where another shift of the same part is looked for."""
_NUMBER_AS_DAY = re.compile(r"(?<![0-9月])(?P<number>[0-9]{1,7})号")
_SPAN = re.compile(r"[到至~～—]|期间|之间")
_BARE_WEEKDAY = re.compile(r"(?<![下这本个])(?:周|星期|礼拜)[一二三四五六日天]")
HALF_A_DAY = 12 * 60


@dataclass(frozen=True)
class Timed:
    """A shift as words may mean it: its number, its station or title, its first and last instant in the subdistrict's zone."""

    id: int
    where: str
    begins: datetime
    ends: datetime

    @property
    def day(self) -> date:
        """The day on which it begins."""
        return self.begins.date()

    @property
    def minutes(self) -> int:
        """When it begins, in minutes of its day."""
        return self.begins.hour * 60 + self.begins.minute

    @property
    def part(self) -> tuple[int, int]:
        """The part of the day in which it begins."""
        return next(part for part in _PART_OF if part[0] <= self.begins.hour < part[1])


@dataclass(frozen=True)
class SaidOfShift:
    """What words say of a shift. `parts`: from which hour to which; `clock`: minutes of the day; `exact`: with its minutes."""

    days: frozenset[date] = frozenset()
    parts: tuple[tuple[int, int], ...] = ()
    clock: int | None = None
    exact: bool = False
    number: int | None = None
    stations: tuple[str, ...] = ()

    @property
    def tells_hour(self) -> bool:
        """Whether a part of the day or a clock is said."""
        return bool(self.parts) or self.clock is not None

    @property
    def tells(self) -> bool:
        """Whether anything is said of it."""
        return bool(self.days) or self.tells_hour or self.number is not None or bool(self.stations)


def said_of_shift(words: str, shifts: Sequence[Timed], now: datetime, calendar: Calendar) -> SaidOfShift:
    """What normalised words say of one of these shifts."""
    days = _days(words, now, calendar)
    plain = GREETING.sub("", words)
    parts = tuple(hours for pattern, hours in _PARTS if pattern.search(plain))
    clocked, clock = CLOCK.search(plain), None
    if clocked is not None:
        span = time_in(words, now, calendar)
        clock = None if span is None else span.start.hour * 60 + span.start.minute
    number = shift_named(words) if any(shift.id == shift_named(words) for shift in shifts) else None
    as_day = _NUMBER_AS_DAY.search(words)
    if as_day is not None and not any(shift.day.day == int(as_day["number"]) for shift in shifts):
        ids = {shift.id for shift in shifts} & {int(as_day["number"])}
        number, days = (ids.pop(), frozenset()) if ids else (number, days)
    elif as_day is not None and number == int(as_day["number"]):
        number = None
    stations = tuple(stations_named(words, dict.fromkeys(shift.where for shift in shifts)))
    exact = clocked is not None and bool(
        clocked["half"] or clocked["quarter"] or clocked["minute"] or clocked["digital"]
    )
    return SaidOfShift(days, parts, clock, exact, number, stations)


def fits(said: SaidOfShift, shift: Timed) -> bool:
    """Whether nothing that is said speaks against the shift."""
    if said.number is not None and said.number != shift.id:
        return False
    if said.days and shift.day not in said.days:
        return False
    if said.clock is None and any(not begin <= shift.begins.hour < end for begin, end in said.parts):
        return False
    if said.stations and shift.where not in said.stations:
        return False
    return said.clock is None or _at_clock(said, shift)


def fitting(words: str, shifts: Sequence[Timed], now: datetime, calendar: Calendar) -> list[Timed]:
    """Those of the shifts that the words speak of; none where they say nothing of any. 周四 may be another Thursday."""
    said = said_of_shift(words, shifts, now, calendar)
    found = [shift for shift in shifts if fits(said, shift)] if said.tells else []
    same = _alike_days(words, shifts, said) if not found else frozenset()
    later = replace(said, days=same)
    return found if found or not same else [shift for shift in shifts if fits(later, shift)]


def _alike_days(words: str, shifts: Sequence[Timed], said: SaidOfShift) -> frozenset[date]:
    """The days of shifts on which a weekday or a number of a day lies that is said without its week or month."""
    weekdays = {day.weekday() for day in said.days} if _BARE_WEEKDAY.search(words) else set()
    numbers = {int(each["number"]) for each in _NUMBER_AS_DAY.finditer(words)}
    return frozenset(shift.day for shift in shifts if shift.day.weekday() in weekdays or shift.day.day in numbers)


def _days(words: str, now: datetime, calendar: Calendar) -> frozenset[date]:
    """The days that are named; where a date stands among them, just the dates (下周三的，9号那个)."""
    found = days_said(words, now.date(), calendar)
    if found is None:
        return frozenset()
    named = days_in(words, now.date())
    if len(named) < 2 or _SPAN.search(words):
        return frozenset(found[0] + timedelta(days=more) for more in range((found[1] - found[0]).days + 1))
    dates = [match.group() for match in DAY.finditer(words) if match["iso"] or match["day"] or match["only"]]
    exact = [day for each in dates for day in days_in(each, now.date())]
    return frozenset(exact or named)


def _at_clock(said: SaidOfShift, shift: Timed) -> bool:
    """六点半 of an evening is 18:30; 六点 may be any minute of that hour."""
    assert said.clock is not None
    meant = {said.clock} if said.parts else {said.clock, (said.clock + HALF_A_DAY) % (2 * HALF_A_DAY)}
    return shift.minutes in meant if said.exact else shift.begins.hour in {minutes // 60 for minutes in meant}
