"""What is due is watched: reminded of before, named late when it is, each once."""

from datetime import date, datetime, time, timedelta
from enum import IntEnum, StrEnum
from zoneinfo import ZoneInfo

DUE_HOUR = 18
"""A resolution is due on its day at this hour: that it is late is told on the same day, not in the night."""


class ResolutionState(StrEnum):
    """Where a resolution stands."""

    OPEN = "open"
    DONE = "done"
    EXPLAINED = "explained"
    """It can't be done, and the public was told why."""


class Stage(IntEnum):
    """What was told of something that is due."""

    NONE = 0
    REMINDED = 1
    LATE = 2


def due_instant(day: date, zone: ZoneInfo) -> datetime:
    """When what is due on this day is late."""
    return datetime.combine(day, time(DUE_HOUR), zone)


def next_look(due_at: datetime, stage: Stage, before: timedelta) -> datetime | None:
    """When the next stage comes; None when all was told."""
    match stage:
        case Stage.NONE:
            return due_at - before
        case Stage.REMINDED:
            return due_at
        case Stage.LATE:
            return None


def stage_now(due_at: datetime, before: timedelta, now: datetime) -> Stage:
    """The stage that has come; who was not there for the reminder is told only that it is late."""
    if now >= due_at:
        return Stage.LATE
    return Stage.REMINDED if now >= due_at - before else Stage.NONE
