"""What comes of offering a place, and of taking one that is offered."""

from dataclasses import dataclass
from enum import StrEnum

from handlers.outcomes import Tone, outcome
from storage.duty.shifts import ShiftRow


class WhyNot(StrEnum):
    """Why somebody can't be put on a shift; the first four as in governance.duty.admission.Refusal."""

    STARTED = "started"
    UNQUALIFIED = "unqualified"
    OVERLAP = "overlap"
    REST = "rest"
    FULL = "full"
    """It has no place left."""
    ON = "on"
    """They stand there."""
    AWAY = "away"
    """Nothing can be sent to them."""
    SELF = "self"
    NOBODY = "nobody"
    """Nobody in the roster has this name."""


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class SwapWithWhom:
    """To whom is the place to go?"""

    row: ShiftRow


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class OnlySignedIsSwapped:
    """Only a place on a shift that has not begun can be offered."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SwapAsked:
    """Somebody was asked; until they agree nothing changes."""

    row: ShiftRow
    name: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SwapOpened:
    """So many were asked; the first who answers gets it."""

    row: ShiftRow
    count: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NobodyFits:
    """Nobody else could stand there."""

    row: ShiftRow
    lead: str | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class CannotSwap:
    """This person can't take the shift."""

    row: ShiftRow
    name: str
    why: WhyNot


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SwapDone:
    """The shift is the sender's now."""

    row: ShiftRow


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class SwapGone:
    """No offer waits for the sender's answer."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SwapRefused:
    """Whoever offered it knows that the sender can't."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SwapWithdrawn:
    """The sender goes after all."""

    row: ShiftRow


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingOffered:
    """The sender has offered no place."""
