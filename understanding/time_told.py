"""From when to when something lasts, as whoever announces it says it: 明天上午9点到下午3点, 停水3小时, 到15点."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from understanding.days import DAY, days_in
from understanding.numerals import number_of
from understanding.times import CLOCK, PARTS

FARTHEST_YEARS = 2
"""What is said to be farther away is no day of a notice."""
_NOON, _DAY = 12 * 60, 24 * 60
_SOON = {
    "今晚": (0, "晚上"),
    "今早": (0, "早上"),
    "明晚": (1, "晚上"),
    "明早": (1, "早上"),
    "当晚": (0, "晚上"),
    "次日": (1, ""),
    "第二天": (1, ""),
}
_SOON_WORD = re.compile("|".join(_SOON))
_PART = re.compile("|".join(sorted((word for word, _, _ in PARTS if word not in _SOON), key=len, reverse=True)))
_BARE_HOUR = re.compile(r"(?<![0-9:.])([0-9]{1,2})(?=\s*(?:到|至|-|~|—|–)+\s*(?:[上下中]午|晚上)?[0-9]{1,2}(?:点|时))")
_WHEN = (
    r"(?:今天|明天|后天|今晚|明早|明晚|次日|第二天|当天|早上|上午|中午|下午|傍晚|晚上|夜里|凌晨|[0-9]{1,2}[月日号]|在)*"
)
_UNTIL = re.compile(rf"(?:到|至|预计|恢复|结束)\s*{_WHEN}$")
_ENDS = re.compile(r"(?:钟|左右)?(?:之?前|以前|恢复|结束|来水|来电|通水|送电|完工)")
_LASTS = re.compile(r"(?P<count>[0-9]{1,2}|[一二两三四五六七八九十]{1,2}|半)个?(?P<half>半)?(?:小时|钟头)")
_OPEN_END = re.compile(r"^(?:起|开始)")
_RELATIVE = re.compile(r"大后天|今[天日早晚]|明[天日早晚]|后天")
_AWAY = {"今": 0, "明": 1, "后": 2, "大": 3}


@dataclass(frozen=True)
class TimeTold:
    """`start` None: from now on, or nothing was said; `end` None: nobody knows yet. In the zone of `now`."""

    start: datetime | None = None
    end: datetime | None = None


@dataclass
class _Stamp:
    """An instant that is said: minutes after the midnight of a day. `sure`: the part of the day is said with it; `carried`: the
    one that was said before it has made another hour of it.
    """

    day: date
    minutes: int
    sure: bool
    carried: bool
    ends: bool

    def at(self, now: datetime) -> datetime:
        return _at(self.day, self.minutes, now)


def time_told(words: str, now: datetime) -> TimeTold:
    """Reads a normalised text. `now`: aware, in the subdistrict's zone."""
    text = _BARE_HOUR.sub(r"\1点", words)
    stamps, days, part = _stamps(text, now.date())
    lasts = _lasts(text)
    if len(stamps) > 1:
        start = stamps[0].at(now)
        return TimeTold(start, _end_after(start, stamps[1], now))
    if stamps and stamps[0].ends:
        return TimeTold(None, stamps[0].at(now))
    if stamps:
        start = stamps[0].at(now)
        return TimeTold(start, None if lasts is None else start + lasts)
    if not days and part is None:
        return TimeTold(None, None if lasts is None else now + lasts)
    return _whole(text, days or [now.date()], part or (0, 24), lasts, now)


def dated(text: str, today: date) -> str:
    """The text with the days that would be others when it is read later: 明天 becomes 11月25日."""

    def day(found: re.Match[str]) -> str:
        said = found.group()
        on = today + timedelta(days=_AWAY[said[0]])
        return f"{on.month}月{on.day}日{said[-1] if said[-1] in '早晚' else ''}"

    return _RELATIVE.sub(day, text)


_CLAUSE = re.compile(r"[,，。;；!！\n]+")
_SAYS_NO_MORE = re.compile(
    r"[\s,，。、:：;；!！~-]|通知|居民|住户|大家|各位|朋友们?|计划|预计|临时|全天|进行|[的将要会从到至起在内和于因]"
)


def without_times(text: str) -> str:
    """The clauses of a text that name no time: what still holds where the time is another one."""
    return "，".join(part for part in _CLAUSE.split(text) if part.strip() and begins_at(part) == len(part))


def says_more(text: str, known: Iterable[str]) -> bool:
    """Whether a text says anything besides a time and what is `known` (names of places, what happens)."""
    rest = text
    for said in sorted(known, key=len, reverse=True):
        rest = rest.replace(said, "")
    for pattern in (DAY, _SOON_WORD, _PART, CLOCK, _SAYS_NO_MORE):
        rest = pattern.sub("", rest)
    return len(rest) > 1


def begins_at(words: str) -> int:
    """Where a text begins to say when; its length where it does not."""
    found = [pattern.search(words) for pattern in (DAY, _SOON_WORD, _PART, CLOCK)]
    return min((match.start() for match in found if match), default=len(words))


def _whole(text: str, days: list[date], part: tuple[int, int], lasts: timedelta | None, now: datetime) -> TimeTold:
    """Whole days, or a part of the day."""
    start = _at(days[0], part[0] * 60, now)
    if lasts is not None:
        return TimeTold(start, start + lasts)
    last = next((match.end() for match in DAY.finditer(text)), 0)
    open_end = len(days) == 1 and _OPEN_END.match(text[last:]) is not None
    return TimeTold(start, None if open_end else _at(days[-1], part[1] * 60, now))


def _stamps(text: str, today: date) -> tuple[list[_Stamp], list[date], tuple[int, int] | None]:
    """The instants, the days, and the part of the day that was said last."""
    stamps: list[_Stamp] = []
    days: list[date] = []
    part: tuple[int, int] | None = None
    sure = False
    for match in _tokens(text):
        said = match.group()
        if match.re is CLOCK:
            minutes = _minutes(match, part)
            if minutes is not None:
                ends = bool(_UNTIL.search(text[: match.start()]) or _ENDS.match(text[match.end() :]))
                carried = not sure and minutes != _minutes(match, None)
                stamps.append(_Stamp(days[-1] if days else today, minutes, sure, carried, ends))
                sure = False
        elif match.re is _PART:
            part, sure = _hours(said), True
        elif match.re is _SOON_WORD:
            away, name = _SOON[said]
            after = days[-1] if days and said in ("当晚", "次日", "第二天") else today
            days.append(after + timedelta(days=away))
            part, sure = (_hours(name), True) if name else (None, False)
        else:
            found = days_in(said, days[-1] if days and "周" in said else today)
            near = [day for day in found if abs(day.year - today.year) <= FARTHEST_YEARS]
            days, part, sure = [*days, *near], None, False
    return stamps, days, part


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Days, parts of the day and hours in the text's order; of two at one place the longer."""
    found = [match for pattern in (DAY, _SOON_WORD, _PART, CLOCK) for match in pattern.finditer(text)]
    end = 0
    for match in sorted(found, key=lambda each: (each.start(), -each.end())):
        if match.start() >= end:
            end = match.end()
            yield match


def _hours(word: str) -> tuple[int, int]:
    return next((start, end) for name, start, end in PARTS if name == word)


def _minutes(match: re.Match[str], part: tuple[int, int] | None) -> int | None:
    """Minutes after midnight: 下午3点 is 15:00, 中午11点 is 11:00, 晚上12点 is the end of the day."""
    if match["digital"]:
        hour, minute = map(int, match["digital"].split(":"))
    else:
        hour = number_of(match["hour"])
        minute = 30 if match["half"] else {"一": 15, "三": 45}.get(match["quarter"] or "", 0)
        minute = number_of(match["minute"]) if match["minute"] else minute
    if part is not None and part[0] >= 11 and hour < 12 and hour != part[0]:
        hour += 12
    if part is not None and part[0] >= 18 and hour == 12:
        hour = 24
    minutes = hour * 60 + minute
    return minutes if minute < 60 and minutes <= _DAY else None


def _end_after(start: datetime, stamp: _Stamp, now: datetime) -> datetime:
    """The end behind its begin: 9点到3点 ends in the afternoon, 22点到6点 the next morning, as does 今晚10点到6点."""
    end = stamp.at(now)
    half_a_day = stamp.carried or (not stamp.sure and stamp.minutes < _NOON)
    if end <= start and half_a_day and end + timedelta(hours=12) > start:
        return end + timedelta(hours=12)
    return end if end > start or stamp.day != start.date() else end + timedelta(days=1)


def _lasts(text: str) -> timedelta | None:
    found = _LASTS.search(text)
    if found is None:
        return None
    hours = 0.5 if found["count"] == "半" else number_of(found["count"]) + (0.5 if found["half"] else 0)
    return timedelta(hours=hours)


def _at(day: date, minutes: int, now: datetime) -> datetime:
    return datetime.combine(day, time(), now.tzinfo) + timedelta(minutes=minutes)
