"""Working days of the Chinese statutory calendar, make-up workdays included.

Three sources, the first that knows the day counts: the subdistrict's own list (newly published arrangements),
chinese_calendar (statutory days with make-up workdays, to the end of the last published year), `holidays` (the
statutory days only). Beyond all of them Monday to Friday, and `known` says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

import chinese_calendar

HOLIDAYS: dict[str, tuple[str, str]] = {
    "元旦": ("New Year's Day", "元旦"),
    "春节": ("Spring Festival", "春节"),
    "过年": ("Spring Festival", "春节"),
    "清明": ("Tomb-sweeping Day", "清明"),
    "五一": ("Labour Day", "劳动节"),
    "劳动节": ("Labour Day", "劳动节"),
    "端午": ("Dragon Boat Festival", "端午"),
    "中秋": ("Mid-autumn Festival", "中秋"),
    "国庆": ("National Day", "国庆"),
    "十一": ("National Day", "国庆"),
}
"""What people call a holiday, and its name in chinese_calendar and in `holidays`."""

_LOOK_AHEAD = 400


@dataclass(frozen=True)
class WorkingCalendar:
    """`own`: days that the subdistrict lists itself, True for a working day."""

    own: Mapping[date, bool] = field(default_factory=dict)

    def is_workday(self, day: date) -> bool:
        """Whether people work on this day."""
        if day in self.own:
            return self.own[day]
        try:
            return bool(chinese_calendar.is_workday(day))
        except NotImplementedError:
            return day.weekday() < 5 and day not in _statutory(day.year)

    def known(self, day: date) -> bool:
        """Whether make-up workdays of that year are published; else the answer is the plain week's."""
        if day in self.own:
            return True
        try:
            chinese_calendar.is_workday(day)
        except NotImplementedError:
            return False
        return True

    def next_workday(self, after: date) -> date:
        """The first working day after this one."""
        day = after + timedelta(days=1)
        while not self.is_workday(day):
            day += timedelta(days=1)
        return day

    def holiday(self, name: str, today: date) -> tuple[date, date] | None:
        """First and last day of the coming holiday that people call so (today included), None when it is none."""
        if name not in HOLIDAYS:
            return None
        for ahead in range(_LOOK_AHEAD):
            day = today + timedelta(days=ahead)
            if _is(name, day):
                last = day
                while _is(name, last + timedelta(days=1)):
                    last += timedelta(days=1)
                return day, last
        return None


@lru_cache(maxsize=4096)
def _is(name: str, day: date) -> bool:
    """Asked of the same days in every pass of the clock, and dear: chinese_calendar goes through all its years each time."""
    arranged, statutory = HOLIDAYS[name]
    try:
        free, called = chinese_calendar.get_holiday_detail(day)
    except NotImplementedError:
        return statutory in str(_statutory(day.year).get(day, ""))
    return bool(free) and called == arranged


@lru_cache(maxsize=16)
def _statutory(year: int) -> Mapping[date, str]:
    import holidays  # where every year is published, it is never asked

    return holidays.country_holidays("CN", years=year, language="zh_CN")
