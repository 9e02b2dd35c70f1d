"""Putting a round off and skipping it can be taken back, while nothing of the steps that come after has happened."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from governance.stars.round_dates import RoundDates, next_step_at
from governance.stars.states import AwardState, RoundState


@dataclass(frozen=True)
class RoundBefore:
    """What a round was before it was put off or skipped. `skipped`: which of the two; `awards`: number and state of its candidates.

    `earlier`: what it was before the time before, so that several can be taken back, the last one first.
    """

    skipped: bool
    state: RoundState
    dates: RoundDates
    reason: str | None
    held: int
    awards: tuple[tuple[int, AwardState], ...] = ()
    earlier: "RoundBefore | None" = None


class NoUndo(StrEnum):
    """Why it can't be taken back."""

    NOTHING = "nothing"
    """It was not done, or has been taken back already."""
    MOVED_ON = "moved_on"
    """The round has taken its next step since."""
    TOO_LATE = "too_late"
    """By the dates of before, the next step would have been taken already."""


def why_not_undo(
    before: RoundBefore | None, skipped: bool, state: RoundState, held: int, now: datetime
) -> NoUndo | None:
    """Why a round (in this state, with so many days of waiting) can't become what it was; None when it can."""
    if before is None or before.skipped is not skipped:
        return NoUndo.NOTHING
    if state is not (RoundState.SKIPPED if skipped else before.state) or held != before.held:
        return NoUndo.MOVED_ON
    return NoUndo.TOO_LATE if next_step_at(before.state, before.dates) <= now else None


def written_before(before: RoundBefore) -> dict[str, Any]:
    """As values that JSON has."""
    return {
        "skipped": before.skipped, "state": before.state.value, "reason": before.reason, "held": before.held,
        "dates": [at.isoformat() for at in before.dates.instants],
        "awards": [[number, state.value] for number, state in before.awards],
        "earlier": None if before.earlier is None else written_before(before.earlier),
    }  # fmt: skip


def read_before(written: dict[str, Any]) -> RoundBefore:
    """The reverse of `written_before`."""
    return RoundBefore(
        written["skipped"], RoundState(written["state"]),
        RoundDates(*(datetime.fromisoformat(at) for at in written["dates"])), written["reason"], written["held"],
        tuple((number, AwardState(state)) for number, state in written["awards"]),
        None if written["earlier"] is None else read_before(written["earlier"]),
    )  # fmt: skip
