"""What a rating does, and which closed tickets are looked back at."""

import zlib
from enum import StrEnum


class Score(StrEnum):
    """满意 / 基本满意 / 不满意."""

    SATISFIED = "satisfied"
    FAIRLY = "fairly"
    DISSATISFIED = "dissatisfied"


class ClosedAs(StrEnum):
    """How a ticket came to its end; each is counted apart."""

    RATED = "rated"
    SILENT = "silent"
    """No rating in the time for it."""
    DISSATISFIED = "dissatisfied"
    """Dissatisfied a second time: the lead is told, the loop ends."""
    UNREACHED = "unreached"
    """Nobody could be asked, not even by a call."""
    NO_REPORTER = "no_reporter"
    """Found by our own people before anybody complained."""
    VOIDED = "voided"
    """It was reported by mistake; counted nowhere."""


class Outcome(StrEnum):
    """What follows a rating."""

    CLOSE = "close"
    REOPEN = "reopen"
    CLOSE_AND_TELL_LEAD = "close_and_tell_lead"


def after_rating(score: Score, reopened: int, danger: bool = False) -> Outcome:
    """Dissatisfied: reopened once at a higher level; a second time it ends, and the lead knows. Source: design, section 5.

    A danger that is not over never ends so.
    """
    if score is not Score.DISSATISFIED:
        return Outcome.CLOSE
    return Outcome.REOPEN if danger or reopened == 0 else Outcome.CLOSE_AND_TELL_LEAD


def standing_score(before: Score | None, said: Score | None) -> Score | None:
    """What a ticket counts for in every figure of satisfaction while it is open again: once, with the last rating given. `said`:
    now, as it is opened again or called about; without one a dissatisfied one stands until another is given, a good one not.
    """
    if said is not None:
        return said
    return before if before is Score.DISSATISFIED else None


def looked_back_at(number: str, first_of_building_and_month: bool, percent: int) -> bool:
    """Whether a closed ticket is asked about again: the first of each building and month, and a sample of the others.

    The sample is drawn by the number, so that a second run draws the same.
    """
    return percent > 0 and (first_of_building_and_month or zlib.crc32(number.encode()) % 100 < percent)
