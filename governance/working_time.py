"""Working time: hours and ends of days on the statutory calendar.

A term in days does not count the day it begins on and ends with the business hours of its last day (Civil Code of the
PRC, articles 201 and 203).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from governance.clock import local_day
from governance.rules import Rules
from governance.working_calendar import WorkingCalendar

_MOST_DAYS = 400
"""A calendar on which nobody works for longer than this is taken for a mistake, and the next day for a working day."""


@dataclass(frozen=True)
class WorkingTime:
    """The subdistrict's working days and hours. Instants in and out are aware; out is UTC."""

    calendar: WorkingCalendar
    zone: ZoneInfo
    rules: Rules

    def working(self, instant: datetime) -> bool:
        """Whether people are at work at this instant."""
        begin, end = self._hours(local_day(instant, self.zone))
        return self.calendar.is_workday(local_day(instant, self.zone)) and begin <= instant < end

    def add(self, start: datetime, span: timedelta) -> datetime:
        """The instant at which so much working time has passed since `start`."""
        left = span
        day = local_day(start, self.zone)
        for _ in range(_MOST_DAYS):
            begin, end = self._hours(day)
            if self.calendar.is_workday(day) and start < end:
                begin = max(begin, start)
                if left <= end - begin:
                    return (begin + left).astimezone(UTC)
                left -= end - begin
            day += timedelta(days=1)
        return (self._hours(day)[0] + left).astimezone(UTC)

    def between(self, start: datetime, end: datetime) -> timedelta:
        """The working time from `start` to `end`; none when `end` is not later."""
        total, day = timedelta(), local_day(start, self.zone)
        for _ in range(_MOST_DAYS):
            begin, over = self._hours(day)
            if begin >= end:
                break
            if self.calendar.is_workday(day):
                total += max(min(over, end) - max(begin, start), timedelta())
            day += timedelta(days=1)
        return total

    def end_of_day(self, day: date) -> datetime:
        """The end of business of a day."""
        return self._hours(day)[1].astimezone(UTC)

    def start_of_day(self, day: date) -> datetime:
        """The beginning of business of a day."""
        return self._hours(day)[0].astimezone(UTC)

    def days_later(self, start: datetime, days: int) -> datetime:
        """The end of business of the `days`-th working day after the day of `start`."""
        day = local_day(start, self.zone)
        for _ in range(days):
            day = self._next(day)
        return self.end_of_day(day)

    def known(self, instant: datetime) -> bool:
        """Whether the make-up workdays of that year are published."""
        return self.calendar.known(local_day(instant, self.zone))

    def _next(self, day: date) -> date:
        following = day + timedelta(days=1)
        for _ in range(_MOST_DAYS):
            if self.calendar.is_workday(following):
                return following
            following += timedelta(days=1)
        return day + timedelta(days=1)

    def _hours(self, day: date) -> tuple[datetime, datetime]:
        begin = datetime.combine(day, time(self.rules.work_from_hour), self.zone)
        return begin, datetime.combine(day, time(), self.zone) + timedelta(hours=self.rules.work_until_hour)
