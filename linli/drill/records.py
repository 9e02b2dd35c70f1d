"""What another platform brings in a drill: matters and what becomes of them, some of it twice and some out of order."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from linli.drill.wordings import EVERYDAY
from simulator.others import Body, OtherPlatform

CHANGES = 4
"""Each so many-th matter is taken back."""
SOON, LATER = (5, 200), (20, 300)
"""So many records after it something is taken back or comes again; so many records late it comes, where it is late."""


@dataclass(frozen=True)
class Load:
    """How much comes: so many records, of a hundred so many once more, and so many late."""

    items: int
    doubled: int
    late: int


@dataclass(frozen=True)
class Coming:
    """One body that is posted. `first`: it begins its matter."""

    their_id: str
    first: bool
    body: Body


def coming(them: OtherPlatform, load: Load, places: Sequence[str], seed: int) -> list[Coming]:
    """All bodies in the order in which they come; the same seed gives the same ones."""
    chance = random.Random(seed)
    matters = load.items * CHANGES // (CHANGES + 1)
    found: list[tuple[float, Coming]] = []
    for number in range(matters):
        their_id = f"M-{number:05d}"
        text = f"{chance.choice(places)}{chance.choice(EVERYDAY)}"
        found.append((number, Coming(their_id, True, them.body(their_id, text=text))))
        if taken_back(number) and len(found) < load.items:
            found.append(
                (number + chance.uniform(*SOON), Coming(their_id, False, them.body(their_id, state="withdrawn")))
            )
    late = set(chance.sample(range(len(found)), len(found) * load.late // 100))
    put = [(at + chance.uniform(*LATER) * (each in late), one) for each, (at, one) in enumerate(found)]
    again = [(at + chance.uniform(*SOON), one) for at, one in chance.sample(put, len(put) * load.doubled // 100)]
    return [one for _, one in sorted([*put, *again], key=lambda each: each[0])]


def taken_back(number: int) -> bool:
    """Whether the matter of this number is."""
    return number % CHANGES == 0


def taken_up(their_id: str) -> bool:
    """Whether one of our people takes the matter up in the drill."""
    return int(their_id.partition("-")[2]) % (CHANGES * 5) == 3


def kills_of(items: int) -> int:
    """How often something is killed while so many come."""
    return max(1, min(items // 800, 12))
