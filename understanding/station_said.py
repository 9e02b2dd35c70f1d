"""Which station words about a new shift name: by its name or the longest part of it, and whether they name one nobody knows."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from understanding.days import DAY
from understanding.duty import PEOPLE
from understanding.times import CLOCK, PARTS

_PART, _END = 3, 2
_HAN = r"\u3400-\u9fffa-z"
_WORDS = re.compile(rf"[{_HAN}]{{2,}}")
_BEFORE = re.compile(rf"[{_HAN}]{{2,}}$")
_FILL = re.compile(
    r"次日|第二天|左右|开始|结束|临时|我们|咱们|这边|那边|这里|这儿|本站|我站|站里|我的|站点|值班|班次|志愿者|党员|大家|人手|安排|麻烦|"
    r"需要|增加|新增|[在到至从于给加个一班岗需要派来去共各再多吧了请点时分和、]"
)


@dataclass(frozen=True)
class Station:
    """A station's name, with those of what it lies in."""

    id: int
    name: str
    within: tuple[str, ...]


def stations_said(text: str, known: Sequence[Station], communities: Collection[str]) -> list[Station] | None:
    """Those that a text may mean; none where it names no station; None where it names one that is not known.

    `communities`: the names of all, so that the station of another one is not taken for that of one's own.
    """
    part = max((_shared(text, station.name) for station in known), key=len, default="")
    if not part:
        return None if _WORDS.search(_without_time(text)) else []
    found = [station for station in known if part in station.name and _shared(text, station.name) == part]
    elsewhere = [name for name in communities if name in text]
    found = [each for each in found if not elsewhere or set(elsewhere) & {each.name, *each.within}]
    before = _BEFORE.search(_without_time(text.partition(part)[0].rstrip(" 的")))
    if before is None:
        return found or None
    return [each for each in found if _is_part_of(before.group(), each)] or None


def _shared(text: str, name: str) -> str:
    """The longest part of a name that a text has; of two characters only its end."""
    for length in range(len(name), _PART - 1, -1):
        for start in range(len(name) - length + 1):
            if name[start : start + length] in text:
                return name[start : start + length]
    return name[-_END:] if name[-_END:] in text else ""


def _without_time(text: str) -> str:
    for pattern in (DAY, CLOCK, PEOPLE, re.compile("|".join(word for word, _, _ in PARTS)), _FILL):
        text = pattern.sub(" ", text)
    return text


def _is_part_of(before: str, station: Station) -> bool:
    """Whether what stands before the part of its name is said of it: by two characters of its name or of where it lies."""
    names = "，".join((station.name, *station.within))
    return any(before[at : at + _END] in names for at in range(len(before) - _END + 1))
