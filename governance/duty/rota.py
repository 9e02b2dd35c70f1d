"""The rota as a calendar: which days it shows, which places are open, and who stands where they can't stand at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations
from zoneinfo import ZoneInfo

from governance.days import FIRST_YEAR, LAST_YEAR, month_before, month_of, next_month
from governance.duty.shifts import Shift, clash
from governance.rules import Rules


class View(StrEnum):
    """How much of the calendar is shown at once."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True)
class Standing:
    """Somebody who stands on a shift, or is proposed for it."""

    person: int
    shift: Shift


def weeks_of(view: View, day: date) -> list[tuple[date, ...]]:
    """The weeks that are shown around a day, each from Monday to Sunday; of a month all that have a day in it."""
    monday = day - timedelta(days=day.weekday())
    end = monday + timedelta(days=7)
    if view is View.MONTH:
        first = month_of(day)
        monday, end = first - timedelta(days=first.weekday()), next_month(day)
    return [
        tuple(monday + timedelta(days=7 * week + ahead) for ahead in range(7))
        for week in range(((end - monday).days + 6) // 7)
    ]


def turned(view: View, day: date, forward: bool) -> date | None:
    """The day to show the span after (or before) this one by; None where the calendar ends."""
    turn, days = (next_month, 7) if forward else (month_before, -7)
    found = day + timedelta(days=days) if view is View.WEEK else turn(day)
    return found if FIRST_YEAR < found.year < LAST_YEAR else None


def open_places(shift: Shift, taken: int, proposed: int = 0) -> int:
    """Places for which there is nobody, those aside for whom somebody is proposed."""
    return max(shift.capacity - taken - proposed, 0)


def collisions(standing: Iterable[Standing], zone: ZoneInfo, rules: Rules) -> frozenset[tuple[int, int]]:
    """Person and shift of each place that can't stand beside another of the same person's."""
    theirs: dict[int, dict[int, Shift]] = {}
    for each in standing:
        theirs.setdefault(each.person, {})[each.shift.id] = each.shift
    return frozenset(
        (person, shift.id)
        for person, shifts in theirs.items()
        for pair in combinations(shifts.values(), 2)
        if clash(pair[0], [pair[1]], zone, rules) is not None
        for shift in pair
    )
