"""The places that a notice is for: several by name, several buildings of one, a row of them; unclear where a name fits two."""

import re
from dataclasses import dataclass

from understanding.announced import first_told
from understanding.building_name import BUILDING, bare_number, spelled, unit_number
from understanding.numerals import with_arabic
from understanding.place_index import NO_HOMES, Named, PlaceIndex
from understanding.place_search import places_named
from understanding.time_told import begins_at

_OF = r"(?:号楼|幢|栋|座)"
_ROW = re.compile(rf"(?<![0-9])([0-9]{{1,3}}){_OF}?(?:到|至|-|~|—)+([0-9]{{1,3}}){_OF}")
_LEFT_IN_WORDS = re.compile(
    r"(?<![统唯专同单万某一二三四五六七八九十])[一二三四五六七八九十]{1,3}"
    rf"(?=(?:{_OF}?第?(?:到|至|[-~—、,，和及])+[0-9一二三四五六七八九十]{{1,3}})+{_OF})"
)
"""Of 一到三幢 or 一、三幢 what stands before the last number, which alone is spelled in digits by its 幢."""
_LIST = re.compile(rf"((?:(?<![0-9])[0-9]{{1,3}}[、,，和及])+)(?=[0-9]{{1,3}}{_OF})")
_YARD = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,8}?)[0-9]{1,4}号院")
_NEXT_YARD = re.compile(r"(?<=[、,，和及与跟])(?=[0-9]{1,4}号院)")
_ORDER = re.compile(r"^(?:请|麻烦|帮|给|替|发|个|条|通知|告诉|告知|提醒|一下)+")
_STRANGE = re.compile(
    r"[\u4e00-\u9fff]{1,8}?(?:小区|新村|花园|家园|公寓|大厦|新寓|苑|山庄|名城|半岛|(?:路|街|巷)[0-9]{1,4}号院?)"
)
_ALL = re.compile(r"(?:全|本|我们?|各|整个?|这个?|咱们?|所有|每个?)[\u4e00-\u9fff]{0,2}(?:小区|家园|公寓)")
_STREET = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:大道|大街|路|街|巷)(?![0-9道坊灯面障过由线基])")
_NO_STREET = re.compile(
    r"[道马线电管公铁小大主修封条段水气半网断短堵出思内前后边让绕走过一两各]路$|[上逛沿各]街$|[后小里]巷$|街小巷$"
)
_BETWEEN = re.compile(
    r"[今明后昨当][天日早晚]|[上下中]午|早上|晚上|凌晨|傍晚|夜里|周[一二三四五六日]|[0-9一二三四五六七八九十半]+[点时:月日号分]?|"
    r"[在到从的把至和与因对由是沿将给]|我们|社区|街道|小区|抢修|维修|检修|施工|封闭|停[水电气暖]|通知|居民|大家|住户"
)
"""What stands before a street's name and is none of it."""
_PAUSE = re.compile(r"[,，。;；!！]")
LONGEST_ROW = 60
_A_ROW = 3
"""Of so many buildings in a row some numbers may never have been given."""


@dataclass(frozen=True)
class PlacesTold:
    """`places`: those that are meant; `unclear`: what one of the names may mean, where that is more than one place; `unknown`: a
    name or number that is not in the tree.
    """

    places: tuple[int, ...] = ()
    unclear: tuple[int, ...] = ()
    unknown: str = ""


def places_told(index: PlaceIndex, text: str) -> PlacesTold:
    """The places before what happens and when, where any are named there; else those of the whole text."""
    words = _spelled_out(_ORDER.sub("", spelled(text)))
    exact = [hit for hit in index.named_in(words) if hit.exact]
    if not exact:
        near, strange = places_named(index, text), _STRANGE.search(words)
        if not near and strange is not None and _ALL.fullmatch(strange.group()) is None:
            return PlacesTold(unknown=strange.group())
        return PlacesTold(near) if len(near) < 2 else PlacesTold(unclear=near)
    lead = _lead(words, exact)
    first = [hit for hit in exact if hit.start < lead]
    if first:
        return _told(index, words, first, lead)
    homes = [hit for hit in exact if any(index.nodes[place].kind not in NO_HOMES for place in hit.places)]
    return _told(index, words, homes, len(words))


def strange_street(index: PlaceIndex, text: str) -> str:
    """A street by its name that no place of the tree has in its own; empty where none is said."""
    for found in _STREET.finditer(_BETWEEN.sub(" ", text)):
        street = found.group()
        if not _NO_STREET.search(street) and not any(street in node.name for node in index.nodes.values()):
            return street
    return ""


def _lead(words: str, hits: list[Named]) -> int:
    """Where what happens, or when, begins to be said, or the first pause that does not stand between two places."""
    starts, behind = {hit.start for hit in hits}, hits[-1].end
    pause = next((found for found in _PAUSE.finditer(words) if found.end() not in starts), None)
    return min(first_told(words), begins_at(words[behind:]) + behind, pause.start() if pause else len(words))


def _told(index: PlaceIndex, words: str, hits: list[Named], until: int) -> PlacesTold:
    found: list[int] = []
    for at, hit in enumerate(hits):
        following = hits[at + 1] if at + 1 < len(hits) else None
        if following is not None and following.start == hit.end and _lies_in(index, following, hit):
            continue  # 梧桐社区梧桐里1号院 says only the inner one
        rest = words[hit.end : following.start if following else max(until, hit.end)]
        numbers = _numbers(rest)
        inside = [[each for place in hit.places for each in index.buildings(number, place)] for number in numbers]
        if len(numbers) >= _A_ROW and any(inside):
            inside = [each for each in inside if each]
        if numbers and not all(inside):
            return PlacesTold(unknown=f"{words[hit.start : hit.end]}{numbers[inside.index([])]}幢")
        meant = [[_unit(index, each, rest) for each in each_of] for each_of in inside] or [list(hit.places)]
        unclear = next((each for each in meant if len(each) > 1), None)
        if unclear is not None:
            return PlacesTold(unclear=tuple(unclear))
        found += [place for each in meant for place in each]
    return PlacesTold(tuple(dict.fromkeys(found)))


def _spelled_out(words: str) -> str:
    """1、3幢 as 1幢、3幢, 1到5幢 as five of them, 梧桐里1号院和2号院 with the name before both."""
    words = with_arabic(words, _LEFT_IN_WORDS)
    words = _ROW.sub(_row, _LIST.sub(lambda found: re.sub(r"([0-9]+)[^0-9]", r"\1幢、", found[1]), words))
    yard = _YARD.search(words)
    return words if yard is None else _NEXT_YARD.sub(yard["stem"], words)


def _numbers(words: str) -> list[str]:
    return [bare_number(found["number"]) for found in BUILDING.finditer(words) if found["number"]]


def _unit(index: PlaceIndex, building: int, words: str) -> int:
    """The unit instead of its building, where one is said and the tree has it."""
    number = unit_number(words)
    unit = index.unit(building, number) if number and len(_numbers(words)) == 1 else None
    return building if unit is None else unit


def _lies_in(index: PlaceIndex, inner: Named, outer: Named) -> bool:
    return any(place in index.line_of(each) for each in inner.places for place in outer.places)


def _row(found: re.Match[str]) -> str:
    """1到5幢 as 1幢、2幢 and so on, and so 5到1幢."""
    first, last = sorted((int(found[1]), int(found[2])))
    if last - first >= LONGEST_ROW:
        return found[0]
    return "、".join(f"{number}幢" for number in range(first, last + 1))
