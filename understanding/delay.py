"""Until when somebody asks for more time in a sentence, and why."""

import re
from datetime import date, timedelta

from understanding.days import besides_days, day_until

_END_OF_MONTH = re.compile(r"(?P<next>下个?)?月底(?:之|以)?前?")
_WEEKEND = re.compile(r"(?P<next>下个?)?周末(?:之|以)?前?")
_NEXT_WEEK = re.compile(r"下个?(?:周|星期|礼拜)(?![一二三四五六日天末1-7])")
_TODAY = re.compile(r"今天|今儿个?|今日|今晚")
"""Of 今天排满了，明天过去 the day that is not today counts."""
_UNTIL = re.compile(r"(?:延|拖|推|缓|改|放|宽限|等)[期迟后]?到(?P<when>.+)")
_PIECES = re.compile(r"([\s,，。;；!！?？]+)")
_ASKS = re.compile(
    r"(?:申请|延期|延迟|延|宽限|缓|推迟|推|再|给|要|得|需要|能不能|可不可以|可以|能|行不行|行吗|行|吗|几天|多|一下|一?点|时间|才能|才|弄好|办好|修好|完|完成|到|至|之?前|后|"
    r"这个?|那个?|单子?|工单|想|麻烦|请|我们?|您|你|吧|了|批|一批|领导|同意|的|要|办|号|不|来不及|[弄办修做]不完|左右|行不|好不好|好吗|就|是)+"
)


def deadline_said(text: str, today: date) -> date | None:
    """The last day of the time that is asked for; of 今天不能踩，想延到明天 the one that it is put off to."""
    put_off = _UNTIL.search(text)
    until = (day_until(put_off["when"], today) if put_off else None) or day_until(text, today)
    if until is not None and until <= today:
        until = day_until(_TODAY.sub("", text), today) or until
    if until is not None:
        return until
    month, weekend = _END_OF_MONTH.search(text), _WEEKEND.search(text)
    if month is not None:
        first = _next_month(today) if month["next"] else today.replace(day=1)
        return _next_month(first) - timedelta(days=1)
    sunday = today + timedelta(days=6 - today.weekday())
    if weekend is not None:
        return sunday + timedelta(days=7 if weekend["next"] else 0)
    return sunday + timedelta(days=5) if _NEXT_WEEK.search(text) else None


def reason_of_delay(text: str) -> str:
    """What a sentence says besides that, and until when, more time is asked for."""
    left = besides_days(text)
    for pattern in (_END_OF_MONTH, _WEEKEND, _NEXT_WEEK):
        left = pattern.sub(" ", left)
    pieces = [piece.strip() for piece in _PIECES.split(left)]
    return "，".join(piece for piece in pieces if piece.strip(" ,，。;；!！?？") and not _ASKS.fullmatch(piece))


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
