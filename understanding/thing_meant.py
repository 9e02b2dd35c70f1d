"""Which of the things at a place a sentence speaks of: 三单元门口那个井盖."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from understanding.building_name import building_numbers, spelled, unit_number
from understanding.thing_where import (
    Traits,
    all_pairs,
    pairs_kept,
    placed_pairs,
    traits_kept,
    traits_said,
    without_well,
)
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


_FIRM = frozenset({"unit", "building", "number", "start"})
"""Nobody says these otherwise than they are; nor the side, unless it is that from which things in a row are counted."""
_APART = 2
_OWN_BUILDING, _OWN_PLACE, _SAME, _UNIT, _PAIR, _CODE = 4, 1, 2, 3, 1, 100
_MOST_PAIRS = 3
MOST = 6
_FLOORED = frozenset({"hydrant", "lamp", "camera", "aed", "pump"})
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


def said_alike(text: str, thing: ThingThere) -> bool:
    """Whether a text and the register say where a thing is in the same words: the same building, or two pairs of characters."""
    words = spelled(text)
    if traits_said(words).building & _kept(thing).building:
        return True
    kept = pairs_kept(spelled(thing.words), thing.kind)
    return sum(pair in words for pair in kept) > 1


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
    if only_numbered and said.traits.building:
        things = [each for each in things if said.traits.building & _kept(each).building]
    meant = _best(things, lambda each: _score(each, said, own))
    if not meant:
        meant = _best(things, lambda each: _score(each, said, own, loose=True))
        return tuple(each.id for each in meant) if len(meant) == 1 else ()
    if len(meant) > 1:
        whole = all_pairs(wrong)
        meant = _best(meant, lambda each: len(whole & pairs_kept(spelled(each.words), each.kind)))
    return tuple(each.id for each in meant)[:MOST]


def _best(things: Sequence[ThingThere], score: Callable[[ThingThere], int | None]) -> list[ThingThere]:
    """Those of the highest score, in their order."""
    scored = [(found, each) for each in things if (found := score(each)) is not None]
    best = max((found for found, _ in scored), default=0)
    return [each for found, each in scored if found == best]


def _score(thing: ThingThere, said: _Said, near: int, *, loose: bool = False) -> int | None:
    """How well a thing fits; None for one that can't be meant. `loose`: what is said otherwise of where it is only counts against
    it, where people and the register look at the same spot with other eyes; it must be said rightly in something else then.
    """
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
            if not loose or name in _FIRM or (name == "side" and not said.traits.nth & kept.nth):
                return None
            score -= _APART
            continue
        score += _UNIT if name == "unit" else _SAME * len(wanted & there)
    by_sort = thing.kind in _NAMED_BY_SORT and any(name in words for name in said.names)
    score += _PAIR * (min(_MOST_PAIRS, len(said.pairs & pairs_kept(words, thing.kind))) + by_sort)
    return score if not loose or score > (near if thing.own else 0) + _SAME - _APART else None


def _label_said(words: str, codes: Sequence[str]) -> bool:
    """Whether the number that stands in its name is said: 路灯L32."""
    return any(code in codes and not _BASEMENT.fullmatch(code) for code in codes_said(words))


def _kept(thing: ThingThere) -> Traits:
    return traits_kept(spelled(thing.words), thing.unit, spelled(thing.code))
