"""Days that a text names, from the reader's today: 明天, 下周三, 11月25日, 25号, 周六到下周一, 三天."""

import re
from datetime import date, timedelta

from understanding.numerals import number_of

_NUMERAL = r"[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_RELATIVE = {
    "今天": 0, "今日": 0, "今儿": 0, "明天": 1, "明日": 1, "明儿": 1, "后天": 2, "后儿": 2, "大后天": 3, "大后儿": 3, "昨天": -1,
    "昨儿": -1, "前天": -2, "前儿": -2,
}  # fmt: skip
_WEEKDAY = {char: day for day, char in enumerate("一二三四五六", 0)} | {
    "日": 6,
    "天": 6,
    "1": 0,
    "2": 1,
    "3": 2,
    "4": 3,
    "5": 4,
    "6": 5,
    "7": 6,
}

DAY = re.compile(
    r"(?P<iso>(?P<year>\d{4})[-/.年](?P<isomonth>\d{1,2})[-/.月](?P<isoday>\d{1,2})日?)|"
    r"(?P<relative>大后[天儿]|今[天日儿]|明[天日儿]|后[天儿]|昨[天儿]|前[天儿])|"
    r"(?P<next>下下|下个?|这个?|本)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天1-7])|"
    rf"(?P<whichmonth>本月|这个月|下个?月|(?:{_NUMERAL})月)(?:份)?(?P<day>{_NUMERAL})[日号]?|"
    rf"(?<![0-9路街巷弄道院区里第村])(?P<only>{_NUMERAL})[日号](?!楼|线|院|门|库|单|件|[0-9]{{1,3}}[幢栋])"
)
_FOR_DAYS = re.compile(rf"(?P<count>{_NUMERAL}|两|半)个?(?P<unit>天|周|星期|礼拜)")
_UNTIL = r"\s*[延推]?[期迟后]?(?:到|至|~|～|—|-)+\s*"
_JOINED = re.compile(_UNTIL)
_BY_DAY, _BY_NUMBER = (re.compile(rf"(?:{_UNTIL}|[延从自])?(?:{day.pattern})") for day in (DAY, _FOR_DAYS))


def days_in(text: str, today: date) -> list[date]:
    """All days that a normalised text names, in its order; what is no day of the calendar is passed over."""
    found: list[date] = []
    for match in DAY.finditer(text):
        day = _day(match, found[-1] if found else today, today)
        if day is not None:
            found.append(day)
    return found


def day_range(text: str, today: date) -> tuple[date, date] | None:
    """First and last day that a text names: one day, two with 到 between, or a number of days from the first or today."""
    named = days_in(text, today)
    if len(named) >= 2:
        return named[0], named[1]
    start = named[0] if named else today
    length = _FOR_DAYS.search(text)
    if length and length["count"] != "半":
        days = (2 if length["count"] == "两" else number_of(length["count"])) * (1 if length["unit"] == "天" else 7)
        return start, start + timedelta(days=max(days, 1) - 1)
    return (start, start) if named else None


def _day(match: re.Match[str], after: date, today: date) -> date | None:
    try:
        if match["iso"]:
            return date(int(match["year"]), int(match["isomonth"]), int(match["isoday"]))
        if match["relative"]:
            return today + timedelta(days=_RELATIVE[match["relative"]])
        if match["weekday"]:
            return _weekday(match["next"] or "", _WEEKDAY[match["weekday"]], after, today)
        if match["whichmonth"]:
            return _of_month(match["whichmonth"], number_of(match["day"]), today)
        return _coming(number_of(match["only"]), after)
    except ValueError:
        return None


def _weekday(which: str, weekday: int, after: date, today: date) -> date:
    """周六 is the coming one (today included), 下周六 that of the next calendar week (Monday to Sunday)."""
    monday = today - timedelta(days=today.weekday())
    weeks = {"下下": 2, "下": 1, "下个": 1, "本": 0, "这": 0, "这个": 0}.get(which)
    if weeks is not None:
        return monday + timedelta(days=7 * weeks + weekday)
    return after + timedelta(days=(weekday - after.weekday()) % 7)


def _of_month(which: str, day: int, today: date) -> date:
    if which in ("本月", "这个月"):
        return today.replace(day=day)
    if which.startswith("下"):
        year, month = divmod(today.year * 12 + today.month, 12)
        return date(year, month + 1, day)
    month = number_of(which.removesuffix("月"))
    named = date(today.year, month, day)
    return named if (today - named).days < 180 else date(today.year + 1, month, day)


def _coming(day: int, after: date) -> date:
    """25号: of this month, or of the next when it is over."""
    if day >= after.day:
        return after.replace(day=day)
    year, month = divmod(after.year * 12 + after.month, 12)
    return date(year, month + 1, day)


def day_until(text: str, today: date) -> date | None:
    """The day until which something is to last: the first that a text names, the second where 到 joins both; else the last
    of so many days from today. A day further on, in the reason (到12月5日 等12月3日的配件), is not it.
    """
    named = [match for match in DAY.finditer(text) if _day(match, today, today) is not None]
    if not named:
        span = day_range(text, today)
        return None if span is None else span[1]
    first = _day(named[0], today, today)
    if first is not None and len(named) > 1 and _JOINED.fullmatch(text, named[0].end(), named[1].start()):
        return _day(named[1], first, today)
    return first


def besides_days(text: str) -> str:
    """What a text says besides the day until when, as `day_until` reads it."""
    found = _BY_DAY.search(text) or _BY_NUMBER.search(text)
    if found is None:
        return text
    rest = text[found.end() :]
    second = _BY_DAY.match(rest) if _JOINED.match(rest) else None
    return f"{text[: found.start()]} {rest[second.end() :] if second else rest}"
