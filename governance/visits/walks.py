"""A month's walks: a grid's buildings spread evenly over its working days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from governance.days import next_month
from governance.working_calendar import WorkingCalendar


@dataclass(frozen=True)
class Week:
    """The working days of one calendar week in the month, and the buildings (by id) to visit in it."""

    first: date
    last: date
    buildings: tuple[int, ...]


def plan(buildings: Sequence[int], month: date, calendar: WorkingCalendar) -> tuple[Week, ...]:
    """Every building once in the month that begins on `month`; where there are more than days, several a day."""
    days = workdays(month, calendar)
    if not days or not buildings:
        return ()
    on: dict[date, list[int]] = {}
    for place, building in enumerate(buildings):
        on.setdefault(days[place * len(days) // len(buildings)], []).append(building)
    weeks: dict[tuple[int, int], list[date]] = {}
    for day in days:
        weeks.setdefault(day.isocalendar()[:2], []).append(day)
    found = (
        Week(week[0], week[-1], tuple(each for day in week for each in on.get(day, ()))) for week in weeks.values()
    )
    return tuple(week for week in found if week.buildings)


def workdays(month: date, calendar: WorkingCalendar) -> list[date]:
    """The working days of the month that begins on `month`."""
    days = (month + timedelta(days=ahead) for ahead in range((next_month(month) - month).days))
    return [day for day in days if calendar.is_workday(day)]
