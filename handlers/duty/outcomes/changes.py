"""What comes of taking one shift in place of another, and of asking how a change with a colleague stands."""

from dataclasses import dataclass

from handlers.duty.outcomes.shifts import NotAdmitted, TooLateToCancel
from handlers.outcomes import Tone, outcome
from storage.duty.shifts import ShiftRow


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ShiftChanged:
    """The one was given back and the other taken."""

    before: ShiftRow
    row: ShiftRow


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ChangeHindered:
    """A rule stands in the way, so that the sender stands where they stood."""

    before: ShiftRow
    why: NotAdmitted | TooLateToCancel


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ChangeFull:
    """The other has no place left, so that the sender stands where they stood."""

    before: ShiftRow
    row: ShiftRow


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoneToChangeTo:
    """There is none then; `there`: what there is around."""

    before: ShiftRow
    said: str
    there: tuple[ShiftRow, ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class ChangeToWhich:
    """Several fit: which one?"""

    before: ShiftRow
    rows: tuple[ShiftRow, ...]


@dataclass(frozen=True)
class SwapState:
    """A place that was offered. `name`: to whom, or who took it; None: to all who fit. `state`: open, done, refused, withdrawn."""

    row: ShiftRow
    name: str | None
    state: str


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class SwapsShown:
    """The latest first; none where nothing was asked for."""

    swaps: tuple[SwapState, ...]
