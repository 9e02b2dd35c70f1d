"""A courtyard by its number alone (我们一号院1幢), where the writer lives in one of that number."""

import re

from understanding.building_name import canonical
from understanding.place_index import PlaceIndex

_LEADS = r"我们?家?|咱们?|自家|住在?|就?在|到|从|就?是|去|这|那|的|了|本|哎|喂|啊|呀|和|跟|请|还有"
_NUMBERED = re.compile(rf"(?P<lead>^|[^\u4e00-\u9fff0-9]|{_LEADS})(?P<number>[0-9]{{1,3}})号大?院")


def with_own_courtyard(index: PlaceIndex, words: str, home: int | None) -> str:
    """Spelled words with the whole name of the courtyard in place of its number; as they were where none is meant so."""
    if home is None or home not in index.nodes or "院" not in words:
        return words
    if index.named_exactly(words):
        return words

    def whole(found: re.Match[str]) -> str:
        name = _name_of(index, home, found["number"])
        return found.group() if name is None else found["lead"] + name

    return _NUMBERED.sub(whole, words)


def _name_of(index: PlaceIndex, home: int, number: str) -> str | None:
    """The home's courtyard, where it has this number."""
    ending = re.compile(rf".*[^0-9]{int(number)}号院")
    names = (_courtyard(index, place) for place in index.line_of(home))
    return next((name for name in names if name is not None and ending.fullmatch(name)), None)


def _courtyard(index: PlaceIndex, place: int) -> str | None:
    node = index.nodes[place]
    return canonical(node.name) if node.kind == "courtyard" else None
