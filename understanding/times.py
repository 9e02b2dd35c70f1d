"""When, in the words of shifts and visits: 明天下午, 周六上午九点, 25号晚上, 国庆期间, 下个工作日."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from understanding.days import day_range, days_in
from understanding.numerals import number_of

_HOUR = r"[0-9]{1,2}|十[一二三四五六七八九]?|二十[一二三四]?|[一二两三四五六七八九]"
CLOCK = re.compile(
    rf"(?P<hour>{_HOUR})(?:点钟?|时)(?:(?P<half>半)|(?P<quarter>[一三])刻|(?P<minute>[0-9]{{1,2}}|[一二三四五]?十[一二三四五六七八九]?|[零〇]?[一二三四五六七八九])(?:分|(?![0-9]|号?[幢栋楼院]|单元|[层户室个名位人月])))?"
    r"|(?P<digital>(?<![0-9])(?:[01]?[0-9]|2[0-4])[:][0-5][0-9](?![0-9]))"
)
PARTS: tuple[tuple[str, int, int], ...] = (
    ("凌晨", 0, 6), ("清晨", 5, 8), ("早上", 6, 9), ("早晨", 6, 9), ("一早", 6, 9), ("上午", 8, 12), ("中午", 11, 14), ("下午", 12, 18),
    ("傍晚", 17, 19), ("晚上", 18, 22), ("晚间", 18, 22), ("今晚", 18, 22), ("明晚", 18, 22), ("夜里", 22, 24), ("半夜", 0, 6),
)  # fmt: skip
"""Part of a day, the hour it begins and the hour it ends."""
_EVENING = 17

GREETING = re.compile(r"(?:早上|早晨|上午|中午|下午|晚上)好")
"""A part of the day that somebody wishes, and does not speak of."""
_HOLIDAY = re.compile(r"元旦|春节|过年|清明|五一|劳动节|端午|中秋|国庆|十一(?=期间|假|长假|放假)")
_BEFORE = re.compile(r"\s*(?:之|以)?前")
_NOW = re.compile(r"现在|马上|立刻|刚才|刚刚")


class Calendar(Protocol):
    """What is asked of the working calendar."""

    def next_workday(self, after: date) -> date:
        """The first working day after this one."""

    def holiday(self, name: str, today: date) -> tuple[date, date] | None:
        """First and last day of a coming holiday."""


@dataclass(frozen=True)
class Span:
    """From `start` until before `end`, both in the subdistrict's zone; for an instant said exactly they are one hour apart."""

    start: datetime
    end: datetime


def time_in(text: str, now: datetime, calendar: Calendar) -> Span | None:
    """The time that a normalised text names, None when it names none. `now`: aware, in the subdistrict's zone."""
    text = GREETING.sub("", text)
    if _NOW.search(text):
        return Span(now, now + timedelta(hours=1))
    first, last = _days(text, now.date(), calendar)
    part = next(((start, end) for word, start, end in PARTS if word in text), None)
    clock = [moment for match in CLOCK.finditer(text) if (moment := _moment(match, part)) is not None]
    if first is None and part is None and not clock:
        return None
    first = first or now.date()
    last = last or first
    start, end = part or (0, 24)
    if clock:
        until = clock[1] if len(clock) > 1 else None
        begin = _at(first, clock[0], now)
        over = _at(last, until, now) if until is not None else begin + timedelta(hours=1)
        return Span(begin, over if over > begin else over + timedelta(days=1))  # 22点到6点
    return Span(_at(first, start * 60, now), _at(last, end * 60, now))


def days_said(text: str, today: date, calendar: Calendar) -> tuple[date, date] | None:
    """The first and the last day that a normalised text names; None when it names none."""
    first, last = _days(text, today, calendar)
    return None if first is None else (first, last or first)


def done_before(text: str) -> bool:
    """Whether the text names a time by which something is done (12点前), not one at which it begins."""
    return any(_BEFORE.match(text, match.end()) for match in CLOCK.finditer(text))


def _days(text: str, today: date, calendar: Calendar) -> tuple[date | None, date | None]:
    holiday = _HOLIDAY.search(text)
    if holiday:
        found = calendar.holiday(holiday.group(), today)
        if found is not None:
            after = re.search(r"(?:节后|之后|以后|过后|后)", text[holiday.end() :])
            return (calendar.next_workday(found[1]),) * 2 if after else found
    if re.search(r"下[一个]*工作日|工作日(?=再|来|办)", text):
        return (calendar.next_workday(today),) * 2
    if "今晚" in text or "今早" in text:
        return today, today
    if "明晚" in text or "明早" in text:
        return (today + timedelta(days=1),) * 2
    if re.search(r"(?:这|本)?个?周末", text):
        following = "下周末" in text or "下个周末" in text
        saturday = today + timedelta(days=12 - today.weekday() if following else (5 - today.weekday()) % 7)
        return saturday, saturday + timedelta(days=1)
    named = days_in(text, today)
    found = day_range(text, today) if named else None
    return found if found is not None else (None, None)


def _moment(match: re.Match[str], part: tuple[int, int] | None) -> int | None:
    """Minutes since midnight; an hour before noon in an afternoon's text is that of the afternoon, and 晚上12点 midnight."""
    if match["digital"]:
        hour, minute = map(int, match["digital"].split(":"))
    else:
        hour = 2 if match["hour"] == "两" else number_of(match["hour"])
        minute = 30 if match["half"] else {"一": 15, "三": 45}.get(match["quarter"] or "", 0)
        if match["minute"]:
            minute = number_of(match["minute"])
    begins = 8 if part is None else part[0]
    if (hour < 12 and begins >= 11) or (hour == 12 and begins >= _EVENING):
        hour += 12
    elif hour == 12 and begins == 0:
        hour = 0
    return hour * 60 + minute if hour <= 24 and minute < 60 and hour * 60 + minute <= 24 * 60 else None


def _at(day: date, minutes: int, now: datetime) -> datetime:
    return datetime.combine(day, time(), now.tzinfo) + timedelta(minutes=minutes)
