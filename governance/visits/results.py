"""What may come of a visit."""

from enum import StrEnum


class VisitResult(StrEnum):
    """Whether somebody was met."""

    MET = "met"
    NOT_MET = "not_met"
    """Nobody was at home: the visit is still owed."""
    REFUSED = "refused"
    """They were at home and wanted no talk."""
    MOVED = "moved"
    """Nobody of them lives there any more."""


def settles(result: VisitResult) -> bool:
    """Whether a planned visit is over by this."""
    return result is not VisitResult.NOT_MET
