"""Which of the things at a place a sentence speaks of: 三单元门口那个井盖."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from understanding.building_name import building_numbers, spelled, unit_number
from understanding.thing_where import Traits, pairs_kept, placed_pairs, traits_kept, traits_said, without_well
from understanding.thing_words import codes_said, kinds_said, lights_a_lift, names_said, wants_new


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


@dataclass(frozen=True)
class _Said:
    """What a report says of its thing: `names`, the words for it themselves."""

    traits: Traits
    pairs: frozenset[str]
    names: frozenset[str]
    codes: Sequence[str]
    kinds: Sequence[str]


_OWN_BUILDING, _OWN_PLACE, _SAME, _UNIT, _PAIR, _CODE = 4, 1, 2, 3, 1, 100
_MOST_PAIRS = 3
MOST = 6
_FLOORED = frozenset({"hydrant", "lamp", "camera", "aed"})
"""Kinds of which each floor has its own; a pipe or a lift passes several."""
_TRAITS = (
    "unit",
    "building",
    "floor",
    "side",
    "hand",
    "nth",
    "number",
    "spot",
    "sort",
    "colour",
    "gate",
    "row",
    "start",
)
_NAMED_BY_SORT = frozenset({"playground", "tree"})
"""Of these kinds the everyday word says which sort it is."""
_BASEMENT = re.compile(r"b[1-9]")
"""A floor, which looks like a number on a thing."""
_OWN = re.compile(r"(?:我们?|咱们?|[这本])[这]?(?:栋|幢|单元|楼)|楼道|楼梯|楼上|楼下|单元")


def says_building(words: str) -> bool:
    """Whether a spelled text says which building, or that it is the writer's own."""
    return bool(building_numbers(words) or unit_number(words) or _OWN.search(words))


def things_meant(text: str, things: Sequence[ThingThere], *, only_numbered: bool = False) -> tuple[int, ...]:
    """The things that a text may mean, the only one where it is clear; none where it speaks of no kind of thing that is there.

    `only_numbered`: what does not name a building that the text names is not meant.
    """
    words = spelled(text)
    codes, kinds = codes_said(words), kinds_said(words)
    if wants_new(words):
        return ()
    if lights_a_lift(words):
        kinds = tuple(kind for kind in kinds if kind != "lamp")
    wrong = without_well(words)
    said = _Said(traits_said(wrong), placed_pairs(wrong), names_said(wrong), codes, kinds)
    own = _OWN_BUILDING if says_building(words) else _OWN_PLACE
    scored = [(score, each.id) for each in things if (score := _score(each, said, own)) is not None]
    if only_numbered and said.traits.building:
        named = {each.id for each in things if said.traits.building & _kept(each).building}
        scored = [each for each in scored if each[1] in named]
    best = max((score for score, _ in scored), default=0)
    return tuple(found for score, found in scored if score == best)[:MOST]


def _score(thing: ThingThere, said: _Said, near: int) -> int | None:
    """How well a thing fits; None for one that can't be meant."""
    code, named = spelled(thing.code), thing.kind in said.kinds
    if code in said.codes:
        return _CODE
    if not named and (said.kinds or not said.codes):
        return None
    words = spelled(thing.words)
    if said.codes and _label_said(words, said.codes):
        return _CODE
    if not named:
        return None
    kept = traits_kept(words, thing.unit, code)
    score = near if thing.own else 0
    for name in _TRAITS:
        wanted, there = getattr(said.traits, name), getattr(kept, name)
        if not (wanted and there) or (name == "floor" and thing.kind not in _FLOORED):
            continue
        if said.traits.apart(name, kept):
            return None
        score += _UNIT if name == "unit" else _SAME * len(wanted & there)
    by_sort = thing.kind in _NAMED_BY_SORT and any(name in words for name in said.names)
    return score + _PAIR * (min(_MOST_PAIRS, len(said.pairs & pairs_kept(words, thing.kind))) + by_sort)


def _label_said(words: str, codes: Sequence[str]) -> bool:
    """Whether the number that stands in its name is said: 路灯L32."""
    return any(code in codes and not _BASEMENT.fullmatch(code) for code in codes_said(words))


def _kept(thing: ThingThere) -> Traits:
    return traits_kept(spelled(thing.words), thing.unit, spelled(thing.code))
