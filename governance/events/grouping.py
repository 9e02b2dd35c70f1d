"""Which reports are one matter: of one kind, near in place, near in time, from several people. Values in, values out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from governance.events.coverage import covers
from governance.events.kinds import EventKind, Reach
from governance.events.nearness import Spot, SpotOf, near

LEAST = 3
"""The third like report makes a proposal."""


@dataclass(frozen=True)
class Sign:
    """A report that tells of a kind of trouble. `who`: the account that it came from, None where that is not known."""

    number: str
    who: int | None
    where: Spot
    at: datetime


@dataclass(frozen=True)
class Covering:
    """What is known of an event: what it covers, and whether it takes in what lies beside that."""

    number: str
    places: tuple[int, ...]
    grows: bool = True


def event_for(where: Spot, kind: EventKind, events: Sequence[Covering], spot_of: SpotOf) -> Covering | None:
    """The event that a report of this kind at this place belongs to: the one that covers it in the fewest places up, else the
    first that it lies near to.
    """
    around = [event for event in events if covers(event.places, where)]
    if around:
        return min(around, key=lambda event: min(where.line.index(p) for p in event.places if p in where.line))
    return next((event for event in events if event.grows and _touches(where, event.places, kind.grows, spot_of)), None)


def _touches(where: Spot, places: Collection[int], reach: Reach, spot_of: SpotOf) -> bool:
    return any(near(where, spot_of(place), reach) for place in places)


def proposals(signs: Sequence[Sign], kind: EventKind, least: int = LEAST) -> list[list[Sign]]:
    """The groups of reports that are one matter, the oldest first; each is told by so many people at least."""
    groups: list[list[Sign]] = []
    for sign in sorted(signs, key=lambda each: (each.at, each.number)):
        with_it = [group for group in groups if any(_alike(sign, other, kind) for other in group)]
        joined = [one for group in with_it for one in group]
        groups = [group for group in groups if group not in with_it] + [[*joined, sign]]
    found = [sorted(group, key=lambda each: (each.at, each.number)) for group in groups if people(group) >= least]
    return sorted(found, key=lambda group: group[0].at)


def people(signs: Sequence[Sign]) -> int:
    """How many people these reports come from; one whose sender is not known counts as somebody of its own."""
    return len({sign.who for sign in signs if sign.who is not None}) + sum(sign.who is None for sign in signs)


def _alike(one: Sign, other: Sign, kind: EventKind) -> bool:
    return abs(one.at - other.at) <= timedelta(hours=kind.hours) and near(one.where, other.where, kind.begins)
