"""When a milestone is spoken of: so many days before, on its day, and once it is late; each once. Of agreements and projects."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.rules import Rules

TODAY, LATE = 0, -1
"""Stages, as days that are left: the day itself, and any day after it."""


class Standing(StrEnum):
    """How a milestone stands."""

    AHEAD = "ahead"
    LATE = "late"
    IN_TIME = "in_time"
    """Proved by its day."""
    AFTERWARDS = "afterwards"
    """Proved after its day."""
    DROPPED = "dropped"
    """Nobody waits for it any more: its agreement or claim was ended, or it was taken out."""


@dataclass(frozen=True)
class Deadline:
    """A milestone's day, and what came of it. Days are the subdistrict's."""

    due_on: date
    proved_on: date | None = None
    dropped: bool = False


def stages(rules: Rules) -> tuple[int, ...]:
    """The days before it on which both sides are reminded, the day itself, and late; the earliest first."""
    before = {rules.milestone_remind_days, rules.milestone_remind_again_days}
    return (*sorted(before, reverse=True), TODAY, LATE)


def stage_due(due_on: date, today: date, told: int | None, rules: Rules) -> int | None:
    """The stage that is to be told now; None where nothing new is. `told`: the last one that was told.

    Of several that have come (the clock stood still, or the milestone was entered late) only the last one is told.
    """
    left = (due_on - today).days
    come = [stage for stage in stages(rules) if left <= stage]
    if not come or (told is not None and told <= come[-1]):
        return None
    return come[-1]


def standing_of(milestone: Deadline, today: date) -> Standing:
    """How it stands today: it is late from the day after its own."""
    if milestone.proved_on is not None:
        return Standing.IN_TIME if milestone.proved_on <= milestone.due_on else Standing.AFTERWARDS
    if milestone.dropped:
        return Standing.DROPPED
    return Standing.LATE if today > milestone.due_on else Standing.AHEAD
