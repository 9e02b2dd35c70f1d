"""What residents are to be told: the message in an order to tell them, without the words that only order it."""

import re
from datetime import date

_EVERYBODY = (
    r"(?:全体|所有的?|各位|各家各户|每家每户|各家|各户|每户|全院|全小区|全街道|全社区)?"
    r"(?:居民朋友们?|居民们?|住户们?|业主们?|邻居们?|老百姓|街坊们?|商户们?|大家伙|大伙儿?|大家|所有人)?"
)
_WORD = (
    r"(?:(?:发|下发|出|写|推|发布)(?:一?[个则条份]|下|一下)?(?:紧急)?(?:通知|通告|公告|提示|提醒|消息)|"
    r"群发一?[条个则]?|通知|通告|转告|告知|告诉|提醒|广播)"
)
_ORDER = rf"(?:请|麻烦|劳驾|拜托)?(?:你|您)?(?:帮忙|帮|替|给)?(?:我们?)?{_WORD}(?:一下|一声|下|给|到)?"
_LEAD = re.compile(
    rf"^(?:{_ORDER}{_EVERYBODY}(?:一下|一声|下)?|(?:给|跟|向|对|和)?[\u4e00-\u9fff0-9]{{0,12}}?{_EVERYBODY}"
    r"(?:发(?:个话|一?[条个则])?|说(?:一?[声下])?|通知|打个?招呼))(?=[\s,，:：。、]|说|明|今|后|本|下|周)[\s,，:：。、]*(?:说[,，:：]?)?\s*"
)
_BARE = re.compile(rf"^{_ORDER}{_EVERYBODY}[\s,，:：。、]*")
_TAIL = re.compile(
    r"[\s,，。.;；、!！]+(?:请|麻烦|劳驾)?(?:你|您)?(?:帮忙|帮|替|给|要)?(?:我们?)?"
    r"(?:通知(?:到户|到位|出去)?|通告|转告|发(?:出去|一?个?通知)?|群发|广播|告诉|提醒)"
    rf"(?:一下|一声|下)?{_EVERYBODY}(?:一下|一声|下|吧|呗|啊)?[\s。.!！]*$"
)
LEAST = 4
"""What is left of an order with fewer letters says nothing to anybody."""


def told_in(text: str) -> str:
    """The message: 通知大家明天停水 says 明天停水. Empty where only the order was said."""
    said = text.strip()
    found = _LEAD.match(said) or _BARE.match(said)
    said = said[found.end() :] if found is not None else said
    said = _TAIL.sub("", said, count=1).strip(" ,，:：“”\"'")
    return said if len(said) >= LEAST else ""


_NUMBER = re.compile(
    r"(?<![a-z0-9])(?:tz)?\s*(20[0-9]{6})-?([0-9]{2,4})(?![0-9])|tz\s*([0-9]{1,3})(?![0-9])|"
    r"^\s*([0-9]{1,3})(?![0-9点时:月日号.-])",
    re.IGNORECASE,
)
_WHICH = re.compile(r"那[条个份]|的通知|这[条个份]")


def number_said(words: str, today: date) -> str:
    """The number of a notice in the words (TZ20261124-01, tz1: the first of today); empty where none is."""
    found = _NUMBER.search(words)
    if found is None:
        return ""
    day = found[1] or f"{today:%Y%m%d}"
    return f"TZ{day}-{int(found[2] or found[3] or found[4]):02d}"


def besides_number(words: str) -> str:
    """What is said besides the number of a notice."""
    return _NUMBER.sub(" ", words, count=1).strip(" ,，:：。、号")


def says_which(words: str) -> bool:
    """Whether the words say which notice is meant (停电那条), and are nothing to be told."""
    return _WHICH.search(words) is not None
