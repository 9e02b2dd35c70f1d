"""Whether a unit may claim a project, and in which of its shares."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.projects.states import ENDED, ProjectAct, ProjectState, may

MOST_SHARES = 5
"""So many units share a project at most."""


class No(StrEnum):
    """Why a unit can't have it."""

    ENDED = "ended"
    """It is closed or withdrawn."""
    DONE = "done"
    """It is done already, and looked at."""
    LATE = "late"
    """The day until which it was to be done has passed."""
    OWN = "own"
    """The unit has it already."""
    FULL = "full"
    """Others have it, and it is shared by no more."""


@dataclass(frozen=True)
class Share:
    """A unit's part of a project. `slot`: 1 for the first share; of one slot there is one holder at a time."""

    slot: int
    organisation_id: int


def claim(
    state: ProjectState, shares: int, held: Collection[Share], until: date | None, organisation_id: int, today: date
) -> int | No:
    """The share that the unit gets: the lowest that is free; or why it gets none.

    What is wrong with the project itself is said before what is wrong with this unit's wish.
    """
    if state in ENDED:
        return No.ENDED
    if not may(ProjectAct.CLAIM, state):
        return No.DONE
    if any(share.organisation_id == organisation_id for share in held):
        return No.OWN
    if until is not None and today > until:
        return No.LATE
    taken = {share.slot for share in held}
    return next((slot for slot in range(1, shares + 1) if slot not in taken), No.FULL)
