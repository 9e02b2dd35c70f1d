"""The place tree made ready to be searched: by names that stand in a text, and by building numbers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import ahocorasick
from rapidfuzz import fuzz, process

from understanding.building_name import building_numbers, canonical, unit_number
from understanding.sounds import sounds_of


@dataclass(frozen=True)
class PlaceNode:
    """A place of the tree; `kind` as in governance.places, degrees as the roster and WeChat's map have them (GCJ-02)."""

    id: int
    parent_id: int | None
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class Named:
    """A name found in a text from `start` to before `end`, and the places that bear it."""

    start: int
    end: int
    places: tuple[int, ...]
    exact: bool = True
    """False: it only sounds or looks like the name."""


SHORT_FORMS = (
    "社区", "小区", "院", "新村", "花园", "小学", "幼儿园", "花苑", "雅苑", "新苑", "佳苑", "名苑", "雅居", "家园", "嘉园", "山庄",
)  # fmt: skip
"""Endings that people leave out; what is left must have three characters, or be unlike any other name."""
_NUMBERED = re.compile(r"[\u4e00-\u9fff]{2,}?(?P<number>[0-9]{1,3})(?P<what>号?大?院)")
_NUMBER_ALONE = re.compile(r"[0-9]{1,3}号?大?院")
_OF_ANOTHER_NAME = re.compile(
    r"(?:[路街巷道弄村园坊苑城庄桥门山营塘寺厂校]|(?<![家那这哪屋])里|[0-9a-z\-#.]|第|社区|小区|新寓)$"
)
"""What stands before the number of another courtyard (虎踞北路4号院), not before one that is called by its number alone."""
_ROAD = re.compile(r"(?P<road>.{2,}(?:路|街|巷|大道|弄))[0-9]+号")
_LEAST_SHORT, _LEAST_TAIL = 3, 2
NO_HOMES = frozenset({"landmark", "station"})
"""Nobody lives there."""
_LEAST_SOUND, _LEAST_ALIKE, _ALIKE = 3, 5, 79


class PlaceIndex:
    """Searches one state of the tree. Building it for 3,000 buildings takes some tens of milliseconds."""

    def __init__(self, nodes: Iterable[PlaceNode]) -> None:
        self.nodes: dict[int, PlaceNode] = {node.id: node for node in nodes}
        self._buildings: dict[str, list[int]] = {}
        self._units: dict[tuple[int, str], int] = {}
        self._numbered_in: dict[tuple[int, str], list[int]] = {}
        self._inside: dict[int, list[int]] = {}
        names: dict[str, list[int]] = {}
        for node in self.nodes.values():
            if node.parent_id is not None:
                self._inside.setdefault(node.parent_id, []).append(node.id)
            for name in (node.name, *node.aliases):
                self._enter(node, canonical(name), names)
        self.names = {name: tuple(places) for name, places in names.items()}
        self._automaton = _automaton((name, name, places) for name, places in self.names.items())
        self._by_sound = _automaton(
            (sounds_of(name), name, places) for name, places in self.names.items() if len(name) >= _LEAST_SOUND
        )
        self._long_names = [name for name in self.names if len(name) >= _LEAST_ALIKE]
        self._by_what_it_is = _automaton((name, name, tuple(places)) for name, places in self._tails().items())

    def _enter(self, node: PlaceNode, name: str, names: dict[str, list[int]]) -> None:
        numbers = building_numbers(name)
        if node.kind == "building" and numbers and canonical(name) == f"{numbers[0]}幢":
            self._buildings.setdefault(numbers[0], []).append(node.id)
            for ancestor in self.line_of(node.id)[1:]:
                self._numbered_in.setdefault((ancestor, numbers[0]), []).append(node.id)
            return
        if node.kind == "unit" and node.parent_id is not None:
            self._units[node.parent_id, unit_number(name) or name] = node.id
            return
        for form in (name, *_shortened(name), *_road_of(node, name), *_number_of(node, name)):
            if node.id not in names.setdefault(form, []):
                names[form].append(node.id)

    def _tails(self) -> dict[str, list[int]]:
        """What is left of a landmark's name without its community's (菜场 of 玉兰菜场): so those call it who live there."""
        tails: dict[str, list[int]] = {}
        for node in self.nodes.values():
            community = self.community_of(node.id) if node.kind in NO_HOMES else None
            stem = "" if community is None else self.nodes[community].name.removesuffix("社区")
            tail = node.name.removeprefix(stem) if stem else node.name
            if tail != node.name and len(tail) >= _LEAST_TAIL:
                tails.setdefault(canonical(tail), []).append(node.id)
        return tails

    def roots(self) -> list[int]:
        """The places that lie in nothing: the subdistrict."""
        return [node.id for node in self.nodes.values() if node.parent_id is None]

    def line_of(self, place: int) -> list[int]:
        """The place and what it lies in, from the inside out."""
        line: list[int] = []
        following: int | None = place
        while following is not None and following in self.nodes and following not in line:
            line.append(following)
            following = self.nodes[following].parent_id
        return line

    def community_of(self, place: int) -> int | None:
        """The community in which a place lies, itself included; None for none."""
        return next((each for each in self.line_of(place) if self.nodes[each].kind == "community"), None)

    def is_home(self, place: int) -> bool:
        """Whether somebody can live there: a building or one of its units."""
        return place in self.nodes and self.nodes[place].kind in ("building", "unit")

    def inside(self, place: int) -> list[int]:
        """All that lies in a place, at whatever depth."""
        found = list(self._inside.get(place, ()))
        for each in found:
            found += self._inside.get(each, ())
        return found

    def homes_in(self, place: int) -> list[int]:
        """The buildings in a place."""
        return [node.id for node in self.nodes.values() if node.kind == "building" and place in self.line_of(node.id)]

    def full_name(self, place: int) -> str:
        """The name as people say it: from the courtyard (or what has a name of its own) inwards."""
        parts: list[str] = []
        for ancestor in self.line_of(place):
            node = self.nodes[ancestor]
            parts.append(node.name)
            if node.kind not in ("building", "unit"):
                break
        return "".join(reversed(parts))

    def named_in(self, text: str) -> list[Named]:
        """The names in a spelled text, the longest first where they overlap; in the text's order."""
        if not self.names:
            return []
        hits = [Named(end - length + 1, end + 1, places) for end, (length, places) in self._automaton.iter(text)]
        behind = {hit.end for hit in hits if any(self.nodes[place].kind == "community" for place in hit.places)}
        named = _longest([hit for hit in hits if hit.start in behind or not _of_another_name(text, hit)])
        return named or _longest(self._sounding_like(text)) or self._looking_like(text)

    def called_by_what_it_is(self, text: str, community: int) -> list[Named]:
        """The landmarks of a community that a spelled text calls by what they are (菜场门口)."""
        found = self._by_what_it_is.iter(text) if len(self._by_what_it_is) else ()
        hits = [(end, length, [p for p in places if community in self.line_of(p)]) for end, (length, places) in found]
        return _longest([Named(end - length + 1, end + 1, tuple(near)) for end, length, near in hits if near])

    def without_names(self, text: str) -> str:
        """A spelled text with each name that stands in it to the letter blotted out, so that no 梧桐里 is a tree."""
        for end, (length, _) in self._automaton.iter(text) if self.names else ():
            text = text[: end - length + 1] + "\n" * length + text[end + 1 :]
        return text

    def _sounding_like(self, text: str) -> list[Named]:
        """Names written in other characters of the same sound."""
        sounds = sounds_of(text)
        hits = []
        for end, (length, places) in self._by_sound.iter(sounds) if len(self._by_sound) else ():
            last = sounds.count("'", 0, end)
            hits.append(Named(last - length, last, places, exact=False))
        return [hit for hit in hits if not _of_another_name(text, hit)]

    def _looking_like(self, text: str) -> list[Named]:
        """The name that is most like a stretch of the text, one character in four or five wrong."""
        found = process.extractOne(text, self._long_names, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE)
        if found is None or len(text) < _LEAST_ALIKE:
            return []
        aligned = fuzz.partial_ratio_alignment(found[0], text)
        if aligned is None or not _same_numbers(found[0], text[aligned.dest_start : aligned.dest_end]):
            return []
        return [Named(aligned.dest_start, aligned.dest_end, self.names[found[0]], exact=False)]

    def buildings(self, number: str, within: int | None = None) -> list[int]:
        """The buildings with this number, in one place of the tree or everywhere."""
        return self._buildings.get(number, []) if within is None else self._numbered_in.get((within, number), [])

    def unit(self, building: int, number: str) -> int | None:
        """A unit of a building, where the tree has units."""
        return self._units.get((building, number))


def _same_numbers(name: str, written: str) -> bool:
    """Whether a name that is only alike has the numbers of what is written: 8号院 is not 5号院."""
    return re.findall(r"[0-9]+", name) == re.findall(r"[0-9]+", written) or not re.search(r"[0-9]", written)


def _automaton(entries: Iterable[tuple[str, str, tuple[int, ...]]]) -> Any:
    """Finds each key; answers the length of the name it stands for and the places."""
    automaton = ahocorasick.Automaton()
    for key, name, places in entries:
        automaton.add_word(key, (len(name), places))
    automaton.make_automaton()
    return automaton


def _longest(hits: list[Named]) -> list[Named]:
    kept: list[Named] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        if all(hit.end <= other.start or hit.start >= other.end for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _road_of(node: PlaceNode, name: str) -> list[str]:
    """The road of a road number: 虎踞北路 alone may mean each number on it."""
    found = _ROAD.fullmatch(name) if node.kind == "road_number" else None
    return [] if found is None else [found["road"]]


def _number_of(node: PlaceNode, name: str) -> list[str]:
    """The number of a courtyard, by which those who live there call it: 14号院, 14院 of 石榴里14号院."""
    found = _NUMBERED.fullmatch(name) if node.kind == "courtyard" else None
    return [] if found is None else list(dict.fromkeys((found["number"] + found["what"], f"{found['number']}院")))


def _of_another_name(text: str, hit: Named) -> bool:
    """Whether a number that stands for its courtyard is part of a longer name here, which is another's."""
    if _NUMBER_ALONE.fullmatch(text, hit.start, hit.end) is None:
        return False
    return _OF_ANOTHER_NAME.search(text[max(0, hit.start - 4) : hit.start]) is not None


def _shortened(name: str) -> list[str]:
    return [
        name.removesuffix(ending)
        for ending in SHORT_FORMS
        if name.endswith(ending) and len(name) - len(ending) >= _LEAST_SHORT
    ]
