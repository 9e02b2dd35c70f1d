"""A thing as answers name it."""

from dataclasses import dataclass

from governance.things.kinds import ThingKind


@dataclass(frozen=True)
class ThingSeen:
    """A thing as an answer names it. `failures`: how many reports of it there were within a year, this one included."""

    code: str
    kind: ThingKind
    spot: str
    place: int
    failures: int = 0
