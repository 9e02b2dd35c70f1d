"""未诉先办: what is looked at before anybody complains, by season."""

from dataclasses import dataclass
from datetime import date, timedelta

from governance.working_calendar import WorkingCalendar


@dataclass(frozen=True)
class CheckList:
    """Things to look at in every comprehensive grid. Begins on a day of each year, or `ahead` days before a holiday."""

    code: str
    category: str
    days: int
    """Days that the check may take."""
    month: int = 0
    day: int = 0
    holiday: str = ""
    ahead: int = 0


CHECK_LISTS: tuple[CheckList, ...] = (
    CheckList("flood", "sewage", 20, month=5, day=6),
    CheckList("heating", "heating", 15, month=11, day=1),
    CheckList("summer_power", "power", 15, month=6, day=10),
    CheckList("spring_festival", "fire_safety", 7, holiday="春节", ahead=10),
    CheckList("labour_day", "fire_safety", 5, holiday="五一", ahead=7),
    CheckList("national_day", "fire_safety", 5, holiday="国庆", ahead=7),
)
"""Nanjing's flood season begins in May, its frost in December, its heat in June; three long holidays empty or fill houses."""


@dataclass(frozen=True)
class Season:
    """A check list in one year: begins on `start`; after `end` it makes no sense any more."""

    check: CheckList
    start: date
    end: date

    @property
    def period(self) -> str:
        """Marks the season once and for all."""
        return f"{self.check.code}:{self.start.year}"


def seasons(today: date, calendar: WorkingCalendar) -> tuple[Season, ...]:
    """The seasons that have begun by this day and are not over; one missed by a stop is caught up while it lasts."""
    return tuple(
        season
        for check in CHECK_LISTS
        if (season := _season(check, today, calendar)) is not None and season.start <= today <= season.end
    )


def _season(check: CheckList, today: date, calendar: WorkingCalendar) -> Season | None:
    if not check.holiday:
        start = date(today.year, check.month, check.day)
        return Season(check, start, start + timedelta(days=check.days))
    coming = calendar.holiday(check.holiday, today)
    if coming is None:
        return None
    return Season(check, coming[0] - timedelta(days=check.ahead), coming[0] - timedelta(days=1))
