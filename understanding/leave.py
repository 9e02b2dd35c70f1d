"""Who stands in, in the words of somebody who goes on leave."""

import re
from datetime import date, datetime, timedelta

from understanding.called import colleague_said
from understanding.days import day_range
from understanding.people import SURNAMES
from understanding.times import CLOCK, Calendar, time_in

_NAME = r"(?P<name>[\u3400-\u9fff·]{2,8}?|[a-z]{0,3}\d{1,8})"
_STAND_IN = (
    re.compile(rf"(?:由|请|让|交给|找)\s*{_NAME}\s*(?:同志)?(?:代|顶|替|来代|来替|帮我代|帮我顶|$)"),
    re.compile(rf"(?:代岗|代班|顶班|替班|顶岗)[:\s]*人?是?[:\s]*{_NAME}$"),
    re.compile(rf"[\s,，]{_NAME}\s*(?:代岗|代班|代我|顶班|顶岗|替我|替班|代)"),
)

_AWAY = re.compile(
    r"^(?P<who>[^我,，。]{2,6}?)(?:今天|明天|后天|这两天|上午|下午|要|想|临时|身体不舒服|家里有事|[,，\s])*(?:请|休)[^,，。]{0,4}假"
)
_I_STAND_IN = re.compile(r"(?:我|给我|由我|让我)[^,，。]{0,3}(?:顶|替|代|来|接)")
_LATER = re.compile(r"\s*(?:以后|之后|过后|后|起|开始)")
_NOON, _DAY = 12 * 60, 24 * 60
_BOTH = re.compile(r"今明(?:两天|两日|后)?|今天明天|这两天")
_THREE = re.compile(r"明后(?:两天|两日)?")


def days_away(text: str, today: date) -> tuple[date, date]:
    """First and last day of a leave that is asked for in a sentence; today, where it names none."""
    if _BOTH.search(text):
        return today, today + timedelta(days=1)
    if _THREE.search(text):
        return today + timedelta(days=1), today + timedelta(days=2)
    return day_range(text, today) or (today, today)


def hours_away(text: str, now: datetime, calendar: Calendar) -> tuple[int, int] | None:
    """From which to which minute of its day a leave goes (五点到九点; 五点以后, until midnight); None where it names no hours.

    What would be over by now is said of the afternoon.
    """
    said = list(CLOCK.finditer(text))
    later = len(said) == 1 and _LATER.match(text, said[0].end()) is not None
    span = time_in(text, now, calendar) if len(said) == 2 or later else None
    if span is None:
        return None
    first = span.start.hour * 60 + span.start.minute
    last = _DAY if later else first + int((span.end - span.start) / timedelta(minutes=1))
    over = span.start.date() == now.date() and (first if later else last) <= now.hour * 60 + now.minute
    if over and first < _NOON and last + (0 if later else _NOON) <= _DAY:
        first, last = first + _NOON, last + (0 if later else _NOON)
    return (first, last) if last <= _DAY else None


def who_is_away(text: str) -> str | None:
    """Somebody else than the writer, whose leave a normalised text tells of: 小陈今天请假，活给我顶着."""
    found = _AWAY.search(text)
    who = "" if found is None else found["who"]
    name = who if len(who) in (2, 3) and who[0] in SURNAMES else colleague_said(who)
    return name if name is not None and _I_STAND_IN.search(text) else None


def stand_in_name(text: str) -> str | None:
    """The name or code of the stand-in that a normalised text names."""
    for pattern in _STAND_IN:
        found = pattern.search(text.strip(" 。,，"))
        if found:
            return found["name"]
    return None
