"""From a text to the places of the tree that it may mean, ranked, each with its reason."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from understanding.address import address_parts
from understanding.building_name import BUILDING, building_numbers, spelled, unit_number
from understanding.place import says_no_more
from understanding.place_index import Named, PlaceIndex


class Reason(StrEnum):
    """Why a place is a candidate."""

    NAMED = "named"
    """Its name, or an alias, stands in the text."""
    NUMBER_IN_NAMED = "number_in_named"
    """The text names what it lies in, and its number."""
    ALIKE = "alike"
    """The text has a name that sounds or looks like its own."""
    NUMBER_NEAR_HOME = "number_near_home"
    """Its number stands in the text, and it is in the sender's courtyard."""
    NUMBER_ANYWHERE = "number_anywhere"
    """Only its number stands in the text."""
    OWN_BUILDING = "own_building"
    """The text speaks of the sender's own building (我们楼, 楼下)."""
    HOME = "home"
    """The text says no place at all; the sender lives there."""


NOT_SAID = frozenset({Reason.HOME, Reason.OWN_BUILDING, Reason.ALIKE})
"""The text itself does not say this very place."""


@dataclass(frozen=True)
class Candidate:
    """A place that the text may mean; `score` from 0 to 1."""

    place: int
    score: float
    reason: Reason


_ALIKE = 0.8
_NAMED_SCORE = {
    "building": 1.0, "unit": 1.0, "station": 0.9, "landmark": 0.9, "road_number": 0.85, "courtyard": 0.85,
    "community": 0.45, "alliance": 0.2, "subdistrict": 0.1,
}  # fmt: skip
"""A name says the more the smaller what it names."""

_OWN = re.compile(
    r"我们?[这]?(?:栋|幢|单元|楼|家|院|小区)|咱们?[这]?(?:栋|幢|单元|楼|家|院|小区)|[这本](?:栋|幢|单元|楼|院|小区)|"
    r"楼下|楼上|楼道|楼梯|楼顶|隔壁|对门|邻居|家门口|单元门|电梯|[0-9]+楼|[0-9]+层|[0-9]+单元"
)
_UNKNOWN_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,6}?(?:小区|新村|花园|家园|公寓|大厦|广场(?!舞)|新寓|苑|山庄|名城|国际|半岛)"
)
_GENERIC = re.compile(
    r"(?:我们?|咱们?|这个?|那个?|[本整全]个?|[你他]们?)小区$|(?:活动|健身|中心|文化|休闲|市民|儿童|[大小门][前口]?)(?:广场|花园)$"
)
"""What is called so everywhere names nothing: 我们小区, 活动广场."""

_STRANGE_NAME = re.compile(
    r"(?<![\u4e00-\u9fff])(?!(?:我|咱|这|那|在|请|就|是|楼|住|家|隔壁|对面|旁边|你好|您好|麻烦|师傅))[\u4e00-\u9fff]{2,8}$"
)

_PROBLEM = re.compile(r"坏|没人|不亮|漏|堵|臭|吵|扰民|投诉")
SURE = 0.55
CLEAR = 0.15


_PAUSE = re.compile(r"[,，。;；!！?？]")
_OWN_IS = re.compile(r"(?:我|咱|俺)们?(?:家|这边?|这里|是|住|在|住在)*")
_OURS = re.compile(r"我们|咱们?|我家|自家")


def search(index: PlaceIndex, text: str, home: int | None = None, there: int | None = None) -> tuple[Candidate, ...]:
    """The candidates, best first. `text`: as the person wrote it; `home`: the building of the sender, where it is known;
    `there`: where the sender is at work today: a bare number (3幢) is one there, not at home.
    """
    if not index.nodes:
        return ()
    words = spelled(text)
    named = _named_here(index, words, home)
    numbers = building_numbers(_without(words, named))
    found = _named(index, [_nearest(index, hit, home) for hit in named], numbers, _numbered(words, named))
    if (
        not found
        and numbers
        and there in index.nodes
        and not _OURS.search(words)
        and not _names_something_else(words, named)
    ):
        found = _near_home(index, words, numbers, there)
    if not found and home is not None and home in index.nodes and not _names_something_else(words, named):
        found = _near_home(index, words, numbers, home)
    if not found and numbers and not _names_something_else(words, named):
        found = _anywhere(index, numbers[0])
    best: dict[int, Candidate] = {}
    for candidate in found:
        candidate = _narrowed(index, candidate, words)
        known = best.get(candidate.place)
        if known is None or known.score < candidate.score:
            best[candidate.place] = candidate
    return tuple(sorted(best.values(), key=lambda candidate: (-candidate.score, candidate.place)))


def decided(candidates: tuple[Candidate, ...]) -> Candidate | None:
    """The candidate that may be taken without asking: good, and clearly better than the next."""
    if not candidates or candidates[0].score < SURE:
        return None
    if len(candidates) > 1 and candidates[0].score - candidates[1].score < CLEAR:
        return None
    return candidates[0]


def places_named(index: PlaceIndex, text: str) -> tuple[int, ...]:
    """The places that a text speaks of by name or number, whoever writes; several where it may be any of them."""
    found = [each for each in search(index, text) if each.reason is not Reason.ALIKE]
    return tuple(each.place for each in found if each.score > found[0].score - CLEAR)


def only_a_place(index: PlaceIndex, text: str) -> bool:
    """Whether the text says a place of the tree and nothing else: an answer to "where?"."""
    if _PROBLEM.search(text):
        return False  # the common case, seen at once
    words = spelled(text)
    named = index.named_in(words)
    rest = _without(words, named).replace("\n", "")
    without_numbers = BUILDING.sub("", rest)
    return (bool(named) or without_numbers != rest) and says_no_more(without_numbers)


def lies_in(index: PlaceIndex, text: str, home: int | None) -> int | None:
    """What a text without a clear place may be said to lie in: the one that it names to the letter, else what the writer's home is
    in, where it names nothing else.
    """
    words = spelled(text)
    named = index.named_in(words)
    exact = [hit.places[0] for hit in named if hit.exact and len(hit.places) == 1]
    if named or _names_something_else(words, named):
        return exact[0] if len(named) == 1 and exact else None
    return home if home in index.nodes else None


def _without(words: str, named: list[Named]) -> str:
    """The text with each name blotted out, so that the 1 of 1号院 is no building."""
    for hit in named:
        words = words[: hit.start] + "\n" * (hit.end - hit.start) + words[hit.end :]
    return words


def _named_here(index: PlaceIndex, words: str, home: int | None) -> list[Named]:
    """The names in a text: of several that bear one, those in the community that is named too; a landmark is also called by what it
    is, in the community that is named, or in the sender's own.
    """
    named = index.named_in(words)
    spoken = [place for hit in named for place in hit.places if index.nodes[place].kind == "community"]
    named = [hit for hit in (_inside(index, hit, spoken) for hit in named) if hit.places]
    own = index.community_of(home) if home is not None else None
    community = spoken[0] if len(spoken) == 1 else own
    if community is None or any(index.nodes[place].kind != "community" for hit in named for place in hit.places):
        return _own_of_several(words, named)
    return sorted((*named, *index.called_by_what_it_is(words, community)), key=lambda hit: hit.start)


def _inside(index: PlaceIndex, hit: Named, communities: list[int]) -> Named:
    """Of a name that several places bear only those that lie in a community that is named (石榴社区14号院)."""
    if len(communities) != 1 or len(hit.places) == 1:
        return hit
    return replace(hit, places=tuple(place for place in hit.places if communities[0] in index.line_of(place)))


def _own_of_several(words: str, named: list[Named]) -> list[Named]:
    """The writer's own place where the last clause begins with it (隔壁1号院没电，我们2号院也没了)."""
    if len(named) < 2:
        return named
    clause = max((pause.end() for pause in _PAUSE.finditer(words, 0, named[-1].start)), default=0)
    alone = named[-2].start < clause
    return named[-1:] if alone and _OWN_IS.fullmatch(words, clause, named[-1].start) else named


def _numbered(words: str, named: list[Named]) -> Named | None:
    """The name right behind which a building's number stands; that number is of no other."""
    return next((hit for hit in named if (found := BUILDING.match(words, hit.end)) and found["number"]), None)


def _nearest(index: PlaceIndex, hit: Named, home: int | None) -> Named:
    """The place of a name that several bear (1号院) in which the sender lives, where there is one."""
    own = [place for place in hit.places if home is not None and place in index.line_of(home)]
    return replace(hit, places=tuple(own)) if own and len(hit.places) > 1 else hit


def _named(index: PlaceIndex, named: list[Named], numbers: list[str], numbered: Named | None) -> list[Candidate]:
    found: list[Candidate] = []
    for hit, place in ((each, place) for each in named for place in each.places):
        exact = hit.exact
        score = _NAMED_SCORE[index.nodes[place].kind] * (1.0 if exact else _ALIKE)
        its_own = numbers[:1] if numbered is None or hit.start == numbered.start else []
        inside = [building for number in its_own for building in index.buildings(number, place)]
        found += [
            Candidate(
                building, (0.75 + score / 4) / len(inside) ** 0.5, Reason.NUMBER_IN_NAMED if exact else Reason.ALIKE
            )
            for building in inside
        ]
        found.append(
            Candidate(place, score * (0.6 if inside or numbers else 1.0), Reason.NAMED if exact else Reason.ALIKE)
        )
    return _most_inner(index, found)


def _most_inner(index: PlaceIndex, found: list[Candidate]) -> list[Candidate]:
    """Without those that only say what a better one lies in: 梧桐社区 beside 梧桐里1号院."""
    outer = {ancestor for candidate in found for ancestor in index.line_of(candidate.place)[1:]}
    return [candidate for candidate in found if candidate.place not in outer] or found


def _near_home(index: PlaceIndex, words: str, numbers: list[str], home: int) -> list[Candidate]:
    if not numbers:
        return [Candidate(home, 0.9, Reason.OWN_BUILDING) if _OWN.search(words) else Candidate(home, 0.7, Reason.HOME)]
    for ancestor in index.line_of(home)[:-1]:
        near = index.buildings(numbers[0], ancestor)
        if near:
            score = 0.9 if ancestor == index.nodes[home].parent_id else 0.7
            return [Candidate(place, score / len(near) ** 0.5, Reason.NUMBER_NEAR_HOME) for place in near]
    return []


def _anywhere(index: PlaceIndex, number: str) -> list[Candidate]:
    places = index.buildings(number)
    return [Candidate(place, 0.6 / len(places), Reason.NUMBER_ANYWHERE) for place in places]


def _narrowed(index: PlaceIndex, candidate: Candidate, words: str) -> Candidate:
    """The unit instead of its building, where the text says which and the tree has it."""
    number = unit_number(words)
    unit = index.unit(candidate.place, number) if number else None
    return candidate if unit is None else Candidate(unit, candidate.score, candidate.reason)


def _names_something_else(words: str, named: list[Named]) -> bool:
    """Whether the text names a road or courtyard that is not in the tree: then it is not the sender's own."""
    rest = _without(words, named)
    if any(_GENERIC.search(found[0]) is None for found in _UNKNOWN_NAME.finditer(rest)):
        return True
    if {"road", "roadno"} <= {part.label for part in address_parts(rest)}:
        return True
    building = BUILDING.search(rest)
    return building is not None and _STRANGE_NAME.search(rest[: building.start()]) is not None
