"""What each unit gave to an activity: its share of every day, and whom to thank."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Share:
    """`planned`: places that were booked or signed up for; `came`: people who were there."""

    planned: int = 0
    came: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.planned + other.planned, self.came + other.came)


@dataclass(frozen=True)
class Given:
    """A unit's places on one time, or one person's; `unit` None: it was never told; `person`: who, None: the unit."""

    unit: str | None
    time: int
    share: Share
    person: int | None = None
    name: str = ""


@dataclass(frozen=True)
class UnitShares:
    """A unit with its share of each time, by the time's number, and all of it."""

    unit: str | None
    times: dict[int, Share]
    whole: Share


@dataclass(frozen=True)
class Thanks:
    """Whom to thank: a unit, how often its people came in all, and those of them that are known, with how often."""

    unit: str | None
    came: int
    people: tuple[tuple[str, int], ...]


def shares(given: Iterable[Given]) -> list[UnitShares]:
    """By unit: who came most first, then who had planned most; who told no unit comes last."""
    found: dict[str | None, dict[int, Share]] = {}
    for each in given:
        times = found.setdefault(each.unit, {})
        times[each.time] = times.get(each.time, Share()) + each.share
    lines = [UnitShares(unit, times, sum(times.values(), Share())) for unit, times in found.items()]
    return sorted(lines, key=lambda line: (line.unit is None, -line.whole.came, -line.whole.planned, line.unit or ""))


def thanks(given: Iterable[Given]) -> list[Thanks]:
    """Only who came is thanked, in the same order; people by how often, then by name."""
    given = [each for each in given if each.share.came]
    found = []
    for line in shares(given):
        people: dict[tuple[int, str], int] = {}
        for each in given:
            if each.unit == line.unit and each.person is not None:
                key = each.person, each.name
                people[key] = people.get(key, 0) + each.share.came
        named = tuple(
            (name, times) for (_, name), times in sorted(people.items(), key=lambda one: (-one[1], one[0][1]))
        )
        found.append(Thanks(line.unit, line.whole.came, named))
    return found
