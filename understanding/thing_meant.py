"""Which of the things at a place a sentence speaks of: 三单元门口那个井盖."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from understanding.building_name import bare_number, building_numbers, spelled, unit_number
from understanding.thing_words import codes_said, kinds_said


@dataclass(frozen=True)
class ThingThere:
    """A thing where a report is. `words`: its name and spot; `own`: it is kept at the very place, not in what that lies in;
    `unit`: the unit in which it is kept, empty for none.
    """

    id: int
    code: str
    kind: str
    words: str
    own: bool = True
    unit: str = ""


_SIDE = re.compile(r"(?P<side>东南|东北|西南|西北|东|南|西|北)(?:侧|边|面|门|头|角|墙|围墙|区|院|端|部|入口|出口)")
_FLOOR = re.compile(r"(?<![0-9])(?P<floor>-?[0-9]{1,2})(?:楼(?!栋)|层)")
_ORDINAL = re.compile(
    r"(?:第(?P<nth>[0-9]{1,3})(?:个|盏|棵|台|部|根|口)|(?<![0-9])(?P<number>[0-9]{1,3})号(?:机|梯|电梯|灯|井|桩|泵|树))"
)
_SPOTS: dict[str, str] = {
    "gate": r"大门|小区门口|院门|正门|出入口|门卫|门岗|保安亭",
    "door": r"门口|门前|门洞|门边|单元门|进门|门厅",
    "back": r"楼后|屋后|房后|背后|后面|后院|后身|楼背面",
    "front": r"楼前|屋前|房前|前面|楼下",
    "stairs": r"楼道|楼梯|走廊|过道",
    "roof": r"楼顶|天台|顶楼",
    "cellar": r"地下室?|地库|地下车库|负一",
    "bikes": r"车棚|车库|停车场?|车位",
    "green": r"花坛|花园|绿化带|草坪|草地|绿地|中心花园|小广场|广场",
    "road": r"路口|路边|马路|主路|拐角|拐弯|转角|道路",
    "wall": r"围墙|墙边|墙根|墙角",
    "bins": r"垃圾(?:房|桶|站|点|分类)",
    "shops": r"门面|店(?:门口|铺)|超市|菜场|幼儿园|学校|活动室|居委会|社区中心",
}  # fmt: skip
_SORTS: dict[str, str] = {
    "outside": r"路灯|庭院灯|草坪灯|景观灯|高杆灯",
    "inside": r"楼道灯|楼梯灯|走廊灯|声控灯|感应灯",
    "rain": r"雨水井|雨水管",
    "waste": r"污水井|污水管|化粪池",
    "power": r"电力井|电缆井",
    "lines": r"通信井|电信井|弱电井|光缆井",
    "gas": r"燃气井|煤气井|燃气管|煤气管",
    "supply": r"自来水(?:井|管)|给水(?:井|管)|水表井",
}
_SORT = {name: re.compile(pattern) for name, pattern in _SORTS.items()}
_SPOT = {name: re.compile(pattern) for name, pattern in _SPOTS.items()}
_OWN_PLACE, _SAME, _UNIT, _CODE = 2, 2, 3, 100
MOST = 6


@dataclass(frozen=True)
class _Traits:
    """What words say of where a thing is; of each kind that both name they have something in common, or they are not the same."""

    unit: frozenset[str]
    building: frozenset[str]
    floor: frozenset[str]
    side: frozenset[str]
    ordinal: frozenset[str]
    spot: frozenset[str]
    sort: frozenset[str]


def things_meant(text: str, things: Sequence[ThingThere]) -> tuple[int, ...]:
    """The things that a text may mean, the only one where it is clear; none where it speaks of no kind of thing that is there."""
    words = spelled(text)
    codes, kinds = codes_said(words), kinds_said(words)
    said = _traits(words)
    scored = [(score, each.id) for each in things if (score := _score(each, said, codes, kinds)) is not None]
    best = max((score for score, _ in scored), default=0)
    return tuple(found for score, found in scored if score == best)[:MOST]


def _score(thing: ThingThere, said: _Traits, codes: Sequence[str], kinds: Sequence[str]) -> int | None:
    """How well a thing fits; None for one that can't be meant."""
    if spelled(thing.code) in codes:
        return _CODE
    if thing.kind not in kinds:
        return None
    own = _traits(spelled(thing.words), thing.unit, spelled(thing.code))
    score = _OWN_PLACE if thing.own else 0
    for name in ("unit", "building", "floor", "side", "ordinal", "spot", "sort"):
        wanted, there = getattr(said, name), getattr(own, name)
        if wanted and there:
            if not wanted & there:
                return None
            score += _UNIT if name == "unit" else _SAME * len(wanted & there)
    return score


def _traits(words: str, unit: str = "", code: str = "") -> _Traits:
    """Of a text, or of a thing with its own unit and number."""
    named = unit_number(words) or unit
    ordinals = {bare_number(found["nth"] or found["number"]) for found in _ORDINAL.finditer(words)}
    digits = re.search(r"([0-9]{1,8})$", code)
    if digits is not None:
        ordinals.add(bare_number(digits[1]))
    return _Traits(
        frozenset({named} if named else ()), frozenset(building_numbers(words)),
        frozenset(found["floor"] for found in _FLOOR.finditer(words)),
        frozenset(found["side"] for found in _SIDE.finditer(words)), frozenset(ordinals),
        frozenset(name for name, pattern in _SPOT.items() if pattern.search(words)),
        frozenset(name for name, pattern in _SORT.items() if pattern.search(words)),
    )  # fmt: skip
