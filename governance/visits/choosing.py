"""Whom to visit in a month: those hardest to please first, on its working days, by pairs of a cadre and a liaison."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Sign(StrEnum):
    """Why somewhere should be visited."""

    KEY = "key"
    """A household that is kept in view, with a reason that few may read."""
    DISSATISFIED = "dissatisfied"
    HAZARD = "hazard"
    REPEATED = "repeated"
    """The same kind of trouble again, or a report that was opened again."""


POINTS: Mapping[Sign, int] = {Sign.KEY: 5, Sign.DISSATISFIED: 3, Sign.HAZARD: 2, Sign.REPEATED: 2}
AT_MOST = 3
"""So often one sign counts: a household that reports every day is not all there is."""


@dataclass(frozen=True)
class Place:
    """A household, or where none is known a building or courtyard. `target`: its key; `last`: when it was last visited;
    `wished`: False where it asked for no visits; `lives`: False where nobody of them lives there any more.
    """

    target: str
    signs: tuple[Sign, ...]
    last: date | None = None
    wished: bool = True
    lives: bool = True


@dataclass(frozen=True)
class Choice:
    """Somewhere to visit by a day, and why."""

    target: str
    due_on: date
    points: int
    signs: tuple[Sign, ...]


@dataclass(frozen=True)
class Team:
    """Who goes, by their ids: a cadre with a liaison where there are both, an officer of city management, and the grid worker
    whom they call.
    """

    cadre: int | None
    liaison: int | None
    officer: int | None
    contact: int | None

    @property
    def people(self) -> tuple[int, ...]:
        """Each of them once."""
        found = (self.cadre, self.liaison, self.officer, self.contact)
        return tuple(dict.fromkeys(person for person in found if person is not None))


def points_of(signs: Iterable[Sign]) -> int:
    """How much the signs weigh together."""
    return sum(POINTS[sign] * min(count, AT_MOST) for sign, count in Counter(signs).items())


def choose(
    places: Iterable[Place], month: date, days: Sequence[date], again_days: int, most: int
) -> tuple[Choice, ...]:
    """At most `most` of these places, the heaviest first, spread evenly over the month's working days.

    Nobody who asked for no visits or lives there no more, nothing without a sign, and nothing that was visited less than
    `again_days` before the month; of equal weight what was not visited for longer comes first.
    """
    soon = month - timedelta(days=again_days)
    open_ones = [
        place
        for place in places
        if place.wished and place.lives and place.signs and (place.last is None or place.last < soon)
    ]
    ordered = sorted(
        open_ones, key=lambda each: (-points_of(each.signs), each.last or date.min, each.target)
    )[:most]  # fmt: skip
    if not days:
        return ()
    return tuple(
        Choice(
            each.target, days[place * len(days) // len(ordered)], points_of(each.signs),
            tuple(sorted(set(each.signs), key=list(Sign).index)),
        )
        for place, each in enumerate(ordered)
    )  # fmt: skip


def pairs(cadres: Sequence[int], liaisons: Sequence[int]) -> tuple[tuple[int | None, int | None], ...]:
    """Each cadre with a liaison and each liaison with a cadre, as often as the longer list asks; the same every month."""
    first, second = sorted(set(cadres)), sorted(set(liaisons))
    count = max(len(first), len(second))
    return tuple(
        (first[at % len(first)] if first else None, second[at % len(second)] if second else None) for at in range(count)
    )


def team_for(
    turn: int, two: Sequence[tuple[int | None, int | None]], officers: Sequence[int], contact: int | None
) -> Team:
    """The team of a month's `turn`-th visit (0-based): pairs take turns, and so do the officers."""
    cadre, liaison = two[turn % len(two)] if two else (None, None)
    officer = sorted(set(officers))[turn % len(set(officers))] if officers else None
    return Team(cadre, liaison, officer, contact)
