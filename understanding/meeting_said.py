"""下周二下午三点在社区二楼开个协商会，商量加装电梯的事: a meeting is called, with its day or hour; no ticket is taken anywhere."""

import re

from understanding.days import DAY
from understanding.times import CLOCK

_MEETING = r"(?:协商议事|议事协商|协商|议事|联席|委员)会"
_CALLED = re.compile(rf"(?:召开|召集|开|办|搞|组织)(?:一?[个次场])?[^,，。;；吗?？]{{0,8}}?{_MEETING}(?!了|过|的|上)")
_WHEN = re.compile(rf"{DAY.pattern}|[0-9一二两三四五六七八九十]{{1,3}}[点时]|[0-9]{{1,2}}[:：][0-9]{{2}}|[上下]午|晚上")
_ASKS = re.compile(r"[?？]|吗|什么时候|几点|哪天|开没开|开过|要不要|能不能|可不可以")
_ROOM = re.compile(
    r"(?:在|到|地点(?:在|是)?|放在)(?P<room>[^,，。;；在到]{2,16}?)(?=召开|召集|开|办|搞|组织|[,，。;；]|$)"
)


def calls_meeting(normalised: str) -> bool:
    """Whether somebody has a council's meeting called for a day or an hour, and asks nothing."""
    return (
        _CALLED.search(normalised) is not None
        and _WHEN.search(normalised) is not None
        and _ASKS.search(normalised) is None
    )


def says_all(normalised: str) -> bool:
    """Whether day, hour and room are all said: then nothing is left to ask."""
    return DAY.search(normalised) is not None and CLOCK.search(normalised) is not None and bool(room_said(normalised))


def room_said(normalised: str) -> str:
    """Where the meeting is; empty where it is not said."""
    found = _ROOM.search(normalised)
    return "" if found is None else found["room"].strip()
