"""Which things look like doubles of each other: proposed to a person, never joined by themselves."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import combinations

from governance.things.datum import metres
from governance.things.kinds import ThingKind

NEAR_M = 5.0
MOST_OF_A_PLACE = 200
"""Of more things of one kind at one place nothing is proposed: there the numbers are what tells them apart."""


@dataclass(frozen=True)
class Candidate:
    """A thing as far as it says whether it is the same as another; `words`: its name and spot in one spelling."""

    id: int
    kind: ThingKind
    place: int
    words: str
    lat: float | None
    lon: float | None


def doubles(things: Iterable[Candidate], apart: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of one kind at one place that are within five metres, or are called the same; the smaller id first. `apart`: pairs of
    which somebody said that they are two.
    """
    together: dict[tuple[ThingKind, int], list[Candidate]] = {}
    for thing in things:
        together.setdefault((thing.kind, thing.place), []).append(thing)
    found = []
    for group in together.values():
        if len(group) > MOST_OF_A_PLACE:
            continue
        for one, other in combinations(sorted(group, key=lambda each: each.id), 2):
            if (one.id, other.id) not in apart and _alike(one, other):
                found.append((one.id, other.id))
    return sorted(found)


def _alike(one: Candidate, other: Candidate) -> bool:
    """By where they are, where both say it; else by what they are called."""
    if one.lat is not None and one.lon is not None and other.lat is not None and other.lon is not None:
        return metres((one.lat, one.lon), (other.lat, other.lon)) <= NEAR_M
    return bool(one.words) and one.words == other.words
