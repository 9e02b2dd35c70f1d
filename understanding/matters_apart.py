"""Matters at several buildings in one message: each clause that names a building of its own and tells what is wrong there."""

import re

from understanding.building_name import building_numbers, spelled
from understanding.categories import CATEGORIES, Category, categorise
from understanding.hazard import hazard_in
from understanding.walks import tells_of_wrong

_CLAUSES = re.compile(r"[\s,，。;；、!！]+(?:另外|还有|以及|再有|再就是|同时)?|(?:还有|另外|以及|再有|再就是)")
_WRONG = re.compile(
    r"坏|漏|堵|臭|吵|掉|裂|松|脏|满|没[人电水气收修清扫]|不[响亮通转动热开见]|[关打锁开合]不[上开住]|失灵|失修|被占"
)
_SHORTEST, MOST = 4, 4


def matters_apart(normalised: str, categories: tuple[Category, ...] = CATEGORIES) -> tuple[str, ...]:
    """Each matter in the writer's words; none where fewer than two are told at buildings of their own, or one is at several."""
    parts: list[str] = []
    numbers: list[str] = []
    before = ""
    for clause in filter(None, _CLAUSES.split(normalised)):
        named = list(dict.fromkeys(building_numbers(spelled(clause))))
        if len(named) > 1:
            return ()
        if named and (not numbers or named[0] != numbers[-1]):
            parts.append(f"{before}，{clause}" if before else clause)
            numbers.append(named[0])
            before = ""
        elif parts:
            parts[-1] += f"，{clause}"
        else:
            before = f"{before}，{clause}" if before else clause
    told = all(len(part) >= _SHORTEST and _tells(part, categories) for part in parts)
    return tuple(parts) if told and 1 < len(set(numbers)) == len(parts) <= MOST else ()


def _tells(part: str, categories: tuple[Category, ...]) -> bool:
    if _WRONG.search(part) is not None or hazard_in(part) is not None or tells_of_wrong(part):
        return True
    return categorise(part, categories).category is not None
