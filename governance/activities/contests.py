"""When nobody enrols in a contest any more, and when its places may be written and told."""

from datetime import datetime
from enum import StrEnum

from governance.activities.kinds import ActivityKind

LAST_PLACE = 99


class NoResult(StrEnum):
    """Why no place is written, or none is told."""

    NO_CONTEST = "no_contest"
    NOT_BEGUN = "not_begun"
    TOLD = "told"
    NONE_WRITTEN = "none_written"


def enrolment_over(until: datetime | None, now: datetime) -> bool:
    """Whether it is too late to enrol; None: it is never, until it begins."""
    return until is not None and until <= now


def is_enrolment_end(until: datetime, now: datetime, first: datetime) -> bool:
    """Whether this may be the end: it is to come, and not after the first time begins."""
    return now < until <= first


def why_not_written(kind: ActivityKind | None, begins: datetime, told: bool, now: datetime) -> NoResult | None:
    """None where a place may be written: of a contest that has begun, until the places are told."""
    if kind is not ActivityKind.CONTEST:
        return NoResult.NO_CONTEST
    if now < begins:
        return NoResult.NOT_BEGUN
    return NoResult.TOLD if told else None


def why_not_told(
    kind: ActivityKind | None, begins: datetime, told: bool, written: int, now: datetime
) -> NoResult | None:
    """Likewise of telling them: once, and not without any."""
    why = why_not_written(kind, begins, told, now)
    return why or (None if written else NoResult.NONE_WRITTEN)
