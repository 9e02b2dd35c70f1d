"""A lead tells that somebody was there and how long it counts: 他那晚来了的，缺勤改掉，算两个小时."""

import re

from understanding.duty import minutes_in

_COUNTS = re.compile(r"补|记|算|改|更正|加")
_PUTS_RIGHT = re.compile(r"改[成为到掉]|更正|应该是|不是|弄错|记错|缺勤|没到")
_WAS_THERE = re.compile(r"班|值|岗|缺勤|打[不没了]?上?卡|签到|定位|来了|到了|在场|去了")
_ASKS = re.compile(r"[?？]|[吗么]$|没有?$|多少|几个")


def hours_said(normalised: str) -> int | None:
    """How many minutes are to count; None where none are said, or it is asked."""
    if _ASKS.search(normalised) or not _COUNTS.search(normalised):
        return None
    minutes = minutes_in(normalised)
    return minutes if minutes is not None and minutes >= 0 else None


def was_there(normalised: str) -> bool:
    """Whether it is said of being on duty, and not of other work."""
    return _WAS_THERE.search(normalised) is not None


def puts_right(normalised: str) -> bool:
    """Whether what was counted is to count otherwise."""
    return _PUTS_RIGHT.search(normalised) is not None
