"""Which shift is meant: by its number, its day and hours, its station, and whether the command is about an own or an open one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

import numpy as np

from understanding.model.wording import pairs_of
from understanding.numerals import with_arabic
from understanding.situation import OwnShift, Situation

OWN = frozenset({
    "check_in", "check_out", "cancel_shift", "offer_swap", "withdraw_swap", "confirm_hours",
})  # fmt: skip
"""Commands about a shift on which the writer stands."""
OPEN = frozenset({"sign_up", "take_over_shift", "agree_to_swap", "refuse_swap"})
"""Commands about a shift of somebody else's, or of nobody's yet."""
ANY = frozenset({"show_shift", "assign_shift", "stop_shift", "correct_hours"})
_TITLE = re.compile(r"(?P<station>.*?)\s*(?P<month>\d{1,2})月(?P<day>\d{1,2})日.*?(?P<hour>\d{1,2}):\d\d")
_DATE = re.compile(
    r"(?:(?P<month>\d{1,2})\s*(?:月|[./])\s*)?(?P<day>\d{1,2})\s*(?:日|号)|(?P<month2>\d{1,2})[月./](?P<day2>\d{1,2})"
)
_IN_WORDS = re.compile(r"(?<![周期拜])[一二三四五六七八九十廿]{1,3}(?=[月号日])")
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)([一二三四五六日天])")
_NUMBER = re.compile(r"(?<![0-9])[0-9]{1,7}(?![0-9])")
_RELATIVE = {
    "大后天": 3,
    "后天": 2,
    "后儿": 2,
    "明天": 1,
    "明儿": 1,
    "明晚": 1,
    "明早": 1,
    "今天": 0,
    "今儿": 0,
    "今晚": 0,
}
_PARTS = {
    "早": (5, 10), "上午": (6, 12), "中午": (10, 14), "下午": (12, 18), "傍晚": (16, 20), "晚": (17, 24), "夜": (17, 24),
}  # fmt: skip
_DAYS = "一二三四五六日"
NAMED = 2.5
"""So much must speak for a shift that it is named: a weekday or a date, or a station with the time of day."""


@dataclass(frozen=True)
class _When:
    station: str
    month: int
    day: int
    hour: int


@dataclass(frozen=True)
class _Said:
    """What the words say of a shift."""

    pairs: frozenset[str]
    numbers: frozenset[int]
    dates: tuple[tuple[int | None, int], ...]
    weekdays: frozenset[str]
    parts: tuple[tuple[int, int], ...]


def which_shift(command: str, text: str, situation: Situation) -> tuple[int | None, float]:
    """The shift that a command is said of, and how likely that is; None for a command about none, and without any."""
    if command not in OWN | OPEN | ANY or not situation.shifts:
        return None, 1.0
    said = _numbers_among(_said(text, situation.now), situation.shifts)
    scores = np.array([_score(command, said, shift, situation.now) for shift in situation.shifts])
    scores[0] += 0.3  # of two alike the sooner one
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    best = int(shares.argmax())
    if command in OWN and not any(shift.mine for shift in situation.shifts):
        return None, 1.0
    return situation.shifts[best].id, float(shares[best])


def shift_named(text: str, shifts: Sequence[OwnShift], now: datetime | None) -> int | None:
    """The id of the only one of these shifts whose day or hours or number the words say; None where they say none or several."""
    said = _numbers_among(_said(text, now), shifts)
    scores = [_score("show_shift", said, shift, now) for shift in shifts]
    best = max(scores, default=0.0)
    return shifts[scores.index(best)].id if best >= NAMED and scores.count(best) == 1 else None


def _numbers_among(said: _Said, shifts: Sequence[OwnShift]) -> _Said:
    """2号那个 is the shift of that number where none of them is on such a day."""
    days = {when.day for when in (_when(shift.title) for shift in shifts) if when is not None}
    ids = {shift.id for shift in shifts}
    named = {day for month, day in said.dates if month is None and day in ids - days}
    dates = tuple((month, day) for month, day in said.dates if month is not None or day not in named)
    return replace(said, numbers=said.numbers | named, dates=dates) if named else said


def _score(command: str, said: _Said, shift: OwnShift, now: datetime | None) -> float:
    score = 6.0 if shift.id in said.numbers else 0.0
    if command in OWN:
        score += 4.0 if shift.mine else -2.0
    if command in OPEN:
        score += 0.0 if shift.mine else 4.0
    when = _when(shift.title)
    if when is None:
        return score + min(len(said.pairs & pairs_of(shift.title)), 3)
    score += 1.5 * min(len(said.pairs & pairs_of(when.station)), 2)
    for month, day in said.dates:
        score += 4.0 if day == when.day and month in (None, when.month) else -1.5
    if said.weekdays:
        score += 3.0 if _weekday(shift.title) in said.weekdays else -2.0
    if said.parts:
        score += 1.5 if any(first <= when.hour < last for first, last in said.parts) else -1.5
    if command in ("check_in", "check_out") and now is not None:
        score += 2.0 if (when.month, when.day) == (now.month, now.day) else 0.0
        score -= abs(when.hour - now.hour) / 12
    return score


def _said(text: str, now: datetime | None) -> _Said:
    text = with_arabic(text, _IN_WORDS)
    dates = [
        (int(found["month"] or found["month2"]) if found["month"] or found["month2"] else None, int(found["day"] or found["day2"]))
        for found in _DATE.finditer(text)
    ]  # fmt: skip
    left = _DATE.sub(" ", text)
    if now is not None:
        dates += [_on(now.date() + timedelta(days=days)) for word, days in _first_of(_RELATIVE, text)]
    parts = tuple(hours for word, hours in _PARTS.items() if word in text)
    numbers = frozenset(int(number) for number in _NUMBER.findall(left))
    weekdays = frozenset("日" if day == "天" else day for day in _WEEKDAY.findall(text))
    return _Said(pairs_of(text), numbers, tuple(dates), weekdays, parts)


def _first_of(words: dict[str, int], text: str) -> Sequence[tuple[str, int]]:
    found = [(word, days) for word, days in words.items() if word in text]
    return found[:1]


def _on(day: date) -> tuple[int | None, int]:
    return day.month, day.day


@lru_cache(maxsize=1024)
def _when(title: str) -> _When | None:
    found = _TITLE.match(title)
    if found is None:
        return None
    return _When(found["station"], int(found["month"]), int(found["day"]), int(found["hour"]))


def _weekday(title: str) -> str:
    found = _WEEKDAY.search(title)
    return found[1] if found else ""
