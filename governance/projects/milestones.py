"""The steps into which a project is divided: each with its own last day, within the project's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MOST_STEPS = 8
"""So many steps a unit plans at most."""


@dataclass(frozen=True)
class Planned:
    """A step: what is to be done, and until which day."""

    title: str
    due_on: date


class Unfit(StrEnum):
    """Why steps can't be planned so."""

    NONE = "none"
    """No step with a day was named."""
    MANY = "many"
    PAST = "past"
    """A step's day is over."""
    AFTER_END = "after_end"
    """A step's day lies behind the day of the project."""


class DroppedWhy(StrEnum):
    """Why nobody waits for a step any more."""

    REPLACED = "replaced"
    """The steps were planned anew."""
    LEFT = "left"
    """The unit gave the project up, or has left."""
    WITHDRAWN = "withdrawn"
    """Nothing comes of the project."""


def unfit(
    steps: Sequence[Planned], until: date | None, today: date, standing: int = 0
) -> tuple[Unfit, Planned | None] | None:
    """What is wrong with these steps, and with which of them; None where nothing is. `standing`: so many are open already."""
    if not steps:
        return Unfit.NONE, None
    if len(steps) + standing > MOST_STEPS:
        return Unfit.MANY, None
    for each in steps:
        if each.due_on < today:
            return Unfit.PAST, each
        if until is not None and each.due_on > until:
            return Unfit.AFTER_END, each
    return None
