"""Who writes what, when and from where: the whole storm laid down before it begins."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from governance.places import PlaceKind
from governance.roster.entries import PlaceEntry, Roster
from linli.drill.wordings import CLOSINGS, EVERYDAY, OPENINGS, SHAPES, SMELL, STORMS

FRONT = 0.25
"""After so much of the time the last of the buildings has no water either: it goes from the nearest to the farthest."""
FIRST_BUILDINGS = 3


def buildings_of(roster: Roster) -> list[str]:
    """The names of all buildings that stand in courtyards, one community after the other, the courtyards of each in their order."""
    places = roster.places
    homes = [each for each in places.values() if each.kind is PlaceKind.BUILDING and each.parent is not None]
    inside = [(places[home.parent or ""], home) for home in homes]
    found = [
        (yard.parent or "", yard.code, home.code, f"{yard.name}{home.name}") for yard, home in inside if _yard(yard)
    ]
    return [name for *_, name in sorted(found)]


def _yard(place: PlaceEntry) -> bool:
    return place.kind is PlaceKind.COURTYARD


@dataclass(frozen=True)
class Size:
    """How much is asked for. `kind`: what the matter is called."""

    reports: int
    minutes: int
    buildings: int
    unrelated: int
    kind: str


@dataclass(frozen=True)
class Message:
    """What somebody writes, so long after the beginning. `of_storm`: it tells of the one matter; `danger`: of a danger too."""

    openid: str
    after: timedelta
    text: str
    of_storm: bool
    danger: bool = False


def planned(size: Size, hit: Sequence[str], everywhere: Sequence[str], seed: int) -> list[Message]:
    """All messages in the order in which they are written; the same seed gives the same ones. `hit`: the names of the buildings,
    from the nearest to the farthest.
    """
    chance = random.Random(seed)
    storm = [_of_storm(number, size, hit, chance) for number in range(size.reports)]
    middle = sorted(storm, key=lambda each: each.after)[size.reports // 2]
    storm.remove(middle)
    storm.append(Message(middle.openid, middle.after, middle.text + SMELL, True, danger=True))
    everyday = [_everyday(number, size, everywhere, chance) for number in range(size.unrelated)]
    return sorted([*storm, *everyday], key=lambda each: each.after)


def _of_storm(number: int, size: Size, hit: Sequence[str], chance: random.Random) -> Message:
    """Many soon, fewer later."""
    share = chance.betavariate(1.2, 2.5) if number else 0.0
    reached = FIRST_BUILDINGS + (len(hit) - FIRST_BUILDINGS) * min(1.0, share / FRONT)
    place = hit[chance.randrange(max(1, min(len(hit), round(reached))))]
    shape = chance.choice(SHAPES).format(place=place, floor=chance.randint(1, 6), what=chance.choice(STORMS[size.kind]))
    text = f"{chance.choice(OPENINGS)}{shape}{chance.choice(CLOSINGS)}"
    return Message(f"o-storm-{number:05d}", timedelta(minutes=size.minutes * share), text, of_storm=True)


def _everyday(number: int, size: Size, everywhere: Sequence[str], chance: random.Random) -> Message:
    text = f"{chance.choice(OPENINGS)}{chance.choice(everywhere)}{chance.choice(EVERYDAY)}{chance.choice(CLOSINGS[:6])}"
    return Message(f"o-other-{number:05d}", timedelta(minutes=chance.uniform(0, size.minutes)), text, of_storm=False)
