"""What comes of looking at shifts, signing up, giving a place back."""

from dataclasses import dataclass

from governance.duty.admission import Refused
from handlers.outcomes import Tone, outcome
from storage.duty.shifts import Filled, ShiftRow


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotBound:
    """Only who is known in the roster serves, and the sender is not."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NeedsNumber:
    """No shift is named."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchShift:
    """No shift has this number."""

    number: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class CalledOff:
    """The shift does not take place."""

    row: ShiftRow


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class WhichShift:
    """Several could be meant. `label`: of the command."""

    label: str
    rows: tuple[ShiftRow, ...]


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class NoShifts:
    """There are none then; `said`: the time as it was said."""

    said: str


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class ShiftsListed:
    """`free`: one to sign up for, as an example."""

    said: str
    rows: tuple[tuple[ShiftRow, Filled], ...]
    free: ShiftRow


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class NoOwnShifts:
    """The sender stands nowhere."""


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class OwnShifts:
    """Each with the sender's state there, and the place on the stand-by list."""

    rows: tuple[tuple[ShiftRow, str, int | None], ...]


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class ShiftShown:
    """Who stands there (name and state), and the names of those who wait."""

    row: ShiftRow
    on: tuple[tuple[str, str], ...]
    waiting: tuple[str, ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SignedUp:
    """The sender has a place. `people`: how many come in all, where they said so; `lead`: who was told of it."""

    row: ShiftRow
    people: int | None = None
    lead: str | None = None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class StoodBy:
    """The shift is full; this is the sender's place on the stand-by list."""

    row: ShiftRow
    place: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class AlreadyOn:
    """The sender stands there; `waits`: their place on the stand-by list, None where they have one on the shift."""

    row: ShiftRow
    waits: int | None = None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotAdmitted:
    """A rule keeps the sender from the shift; `lead`: whom to ask, None: the community."""

    row: ShiftRow
    why: Refused
    lead: str | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class PlaceGivenBack:
    """The sender stands there no more."""

    row: ShiftRow


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingToCancel:
    """The sender has no place that could be given back."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class TooLateToCancel:
    """It begins soon, or (`started`) has begun; `lead`: whom to ask."""

    row: ShiftRow
    started: bool
    lead: str | None
