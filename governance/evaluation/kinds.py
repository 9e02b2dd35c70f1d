"""What is evaluated, when, and from which kinds of facts."""

from enum import StrEnum


class RoundTerm(StrEnum):
    """Which of a year's evaluations."""

    JULY = "july"
    """七一: from 1 July of the year before on."""
    YEAR_END = "year_end"
    """年终: from 1 January on."""


class RoundState(StrEnum):
    """Where a round stands."""

    OPEN = "open"
    """Its sums are known to whom they concern, who may object."""
    PUBLISHED = "published"


class Evaluated(StrEnum):
    """What is evaluated."""

    UNIT = "unit"
    PAIRING = "pairing"
    PROJECT = "project"


class FactKind(StrEnum):
    """What is counted. Values are kept."""

    MILESTONE_IN_TIME = "milestone_in_time"
    MILESTONE_LATE = "milestone_late"
    MILESTONE_MISSED = "milestone_missed"
    """Its day is over and nobody has proved it."""
    LECTURE = "lecture"
    HOURS = "hours"
    """Minutes that members served."""
    PROJECT = "project"
    THANKS = "thanks"
    TAKE_ON = "take_on"
    IN_TIME = "in_time"
    """A project that was done by its day."""
    DELAY = "delay"
    """Days that a project was late."""
    CORRECTION = "correction"
    """Points by which an objection that was upheld changes the sum."""


class ObjectionState(StrEnum):
    """What became of an objection."""

    OPEN = "open"
    UPHELD = "upheld"
    DISMISSED = "dismissed"
