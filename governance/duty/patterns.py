"""Weekly patterns: from what stands in the plan to the shifts of a span of days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from governance.working_calendar import WorkingCalendar

DAY_MINUTES = 24 * 60


@dataclass(frozen=True)
class Pattern:
    """A shift that comes every week; minutes after local midnight; one that ends earlier than it starts ends the next day.

    `weekdays`: 0 is Monday. `on_holidays`: also on statutory days off. `since`, `until`: local days, both included.
    """

    weekdays: frozenset[int]
    start_minute: int
    end_minute: int
    on_holidays: bool = True
    since: date | None = None
    until: date | None = None

    @property
    def minutes(self) -> int:
        """How long it is."""
        return (self.end_minute - self.start_minute) % DAY_MINUTES or DAY_MINUTES

    def falls_on(self, day: date, calendar: WorkingCalendar) -> bool:
        """Whether a shift begins on this day."""
        if day.weekday() not in self.weekdays:
            return False
        if (self.since is not None and day < self.since) or (self.until is not None and day > self.until):
            return False
        return self.on_holidays or day.weekday() >= 5 or calendar.is_workday(day)


def occurrences(
    pattern: Pattern, first: date, last: date, zone: ZoneInfo, calendar: WorkingCalendar
) -> Iterator[tuple[date, datetime, datetime]]:
    """Local day, start and end (UTC) of each shift that begins from `first` to `last`, both included."""
    for ahead in range((last - first).days + 1):
        day = first + timedelta(days=ahead)
        if pattern.falls_on(day, calendar):
            start = datetime.combine(day, time(), zone) + timedelta(minutes=pattern.start_minute)
            yield day, start.astimezone(UTC), (start + timedelta(minutes=pattern.minutes)).astimezone(UTC)
