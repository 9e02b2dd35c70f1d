"""街道这一年: cases that residents approve of and a jury weighs; how votes are counted and cases ranked."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

MOST_APPROVED = 5
"""So many cases one person may approve of."""
LEAST_CASES = 2
"""Of fewer there is nothing to choose."""
MOST_DAYS = 60
"""So many days a vote runs at most."""
JURY_PERCENT = 30
"""The jury's part of the score; the rest is the residents'."""
BEST_POINTS = 100


@dataclass(frozen=True)
class Standing:
    """A case at the end: who approved of it, and the jury's points (0 to 100)."""

    number: int
    votes: int
    points: tuple[int, ...]


@dataclass(frozen=True)
class Ranked:
    """A case with its score (0 to 100) and its place; equal scores share a place."""

    number: int
    votes: int
    jury: float | None
    score: float
    place: int


def takes_votes(opens_at: datetime, closes_at: datetime, now: datetime) -> bool:
    """Whether votes are taken: from the opening until before the end."""
    return opens_at <= now < closes_at


def vote_days(asked: int | None, least: int) -> int | None:
    """How many days a vote is to run: the least where nobody says; None where so many are too few or too many."""
    days = least if asked is None else asked
    return days if least <= days <= MOST_DAYS else None


def without_cases(communities: Iterable[int], proposed: Iterable[int]) -> tuple[int, ...]:
    """The communities of which no case is proposed, in their order."""
    known = frozenset(proposed)
    return tuple(each for each in communities if each not in known)


def tally(choices: Iterable[int]) -> Counter[int]:
    """The votes by case, from the journal alone."""
    return Counter(choices)


def rank(standings: Sequence[Standing]) -> tuple[Ranked, ...]:
    """The best first: the votes against those of the most approved case, and the jury's mean; of a case that no juror weighed the
    votes count for all.
    """
    most = max((each.votes for each in standings), default=0)
    scored = [(each, _jury(each.points)) for each in standings]
    found = [(_score(each.votes, most, jury), each, jury) for each, jury in scored]
    ordered = sorted(found, key=lambda each: (-each[0], -each[1].votes, each[1].number))
    return tuple(
        Ranked(each.number, each.votes, jury, score, 1 + sum(other > score for other, _, _ in found))
        for score, each, jury in ordered
    )


def _jury(points: Sequence[int]) -> float | None:
    return sum(points) / len(points) if points else None


def _score(votes: int, most: int, jury: float | None) -> float:
    residents = votes * BEST_POINTS / most if most else 0.0
    if jury is None:
        return round(residents, 1)
    return round((residents * (BEST_POINTS - JURY_PERCENT) + jury * JURY_PERCENT) / BEST_POINTS, 1)
