"""Who may say how an activity was: who was there, once, when it is over."""

from datetime import datetime
from enum import StrEnum


class NotNow(StrEnum):
    """Why somebody may not."""

    NOT_OVER = "not_over"
    NOT_THERE = "not_there"
    TWICE = "twice"


def why_not(ends_at: datetime, now: datetime, was_there: bool, given: bool) -> NotNow | None:
    """None when they may."""
    if now < ends_at:
        return NotNow.NOT_OVER
    if not was_there:
        return NotNow.NOT_THERE
    return NotNow.TWICE if given else None
