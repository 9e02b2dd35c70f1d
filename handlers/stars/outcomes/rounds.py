"""What comes of putting a round off, skipping it, and taking that back."""

from dataclasses import dataclass
from datetime import date

from governance.stars.round_dates import RoundDates
from governance.stars.states import RoundState
from governance.stars.undo import NoUndo
from handlers.outcomes import Tone, outcome


@outcome(Tone.DONE)
@dataclass(frozen=True)
class RoundDelayed:
    """`dates`: as they are now."""

    community: int
    month: date
    days: int
    reason: str
    dates: RoundDates


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class DelayHow:
    """Days, `most` so many, and a reason are wanted."""

    most: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class RoundSkipped:
    """It ended; who has nominated hears of it."""

    community: int
    month: date
    reason: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class SkipHow:
    """A reason is wanted."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class DelayUndone:
    """`dates`: as they were before, and are now."""

    community: int
    month: date
    dates: RoundDates


@outcome(Tone.DONE)
@dataclass(frozen=True)
class RoundRestored:
    """`candidates`: so many are in it again."""

    community: int
    month: date
    state: RoundState
    candidates: int
    dates: RoundDates


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingUndone:
    """`skipped`: whether it was to be taken back that a round was skipped, or that it was put off."""

    community: int
    skipped: bool
    why: NoUndo


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoRoundToChange:
    """No round of this community runs whose steps are still to come."""

    community: int | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class WhichCommunity:
    """The sender reviews several; `example`: one of them."""

    example: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class CommunityUnknown:
    """No community is called so. `own`: one that the sender reviews."""

    name: str
    own: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class CommunityNotYours:
    """Others review there. `own`: one that the sender reviews."""

    community: int
    own: int
