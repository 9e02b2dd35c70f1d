"""What is doubtful about a picture that is to prove a step. It is said to who verifies; nobody is judged."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Doubt(StrEnum):
    """Why somebody should look twice."""

    NONE_THERE = "none_there"
    """What was sent is no picture, or can't be had."""
    SAME = "same"
    """It has been sent before, of another ticket or another step."""
    OLD = "old"
    """Taken before there was anything to do."""
    FAR = "far"
    """Taken somewhere else."""


BEFORE = timedelta(hours=1)
"""A camera's clock may be wrong, and who finds something may report it after the picture."""
BESIDE_METRES = 700
"""A camera writes WGS-84, maps in China are shifted against it by up to so much."""


@dataclass(frozen=True)
class Shown:
    """A picture: whether it is there, of which ticket the same was sent, when it was taken and how far from the place."""

    there: bool
    same_as: str | None = None
    taken_at: datetime | None = None
    metres: float | None = None


def doubts_about(shown: Shown, opened_at: datetime, arrive_metres: int) -> tuple[Doubt, ...]:
    """All that is doubtful. `opened_at`: when its ticket was reported; `arrive_metres`: how far away still counts as there."""
    if not shown.there:
        return (Doubt.NONE_THERE,)
    found = {
        Doubt.SAME: shown.same_as is not None,
        Doubt.OLD: shown.taken_at is not None and shown.taken_at < opened_at - BEFORE,
        Doubt.FAR: shown.metres is not None and shown.metres > arrive_metres + BESIDE_METRES,
    }
    return tuple(doubt for doubt, is_so in found.items() if is_so)
