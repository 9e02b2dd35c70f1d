"""What comes of a lead's commands."""

from dataclasses import dataclass
from datetime import datetime

from handlers.duty.outcomes.swaps import WhyNot
from handlers.outcomes import Tone, outcome
from storage.duty.shifts import ShiftRow
from storage.duty.sign_ups import SignUpRow


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class LeadsNothing:
    """The sender leads no station."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotTheirShift:
    """Somebody else leads this shift; `lead`: who, None: the community."""

    row: ShiftRow
    lead: str | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class WhichStation:
    """`stations`: names of those that the sender leads; `label`: of the command; `timed`: it needs a time behind the station."""

    label: str
    stations: tuple[str, ...]
    timed: bool = False


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotTheirStation:
    """Somebody else leads the station that was named; `lead`: who, None: the community. `own`: names of the sender's stations."""

    station: str
    lead: str | None
    own: tuple[str, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class HowToAdd:
    """Time or number of people is missing."""

    station: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class InThePast:
    """The time that was said is over."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ShiftAdded:
    """There is a new shift."""

    row: ShiftRow


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class HowToStop:
    """The reason is missing."""

    number: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ShiftStopped:
    """So many were told."""

    row: ShiftRow
    count: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class CannotAssign:
    """This person can't be put there, or it is not clear who is meant; `row` None: no shift is concerned."""

    name: str
    why: WhyNot
    row: ShiftRow | None = None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Assigned:
    """They stand there now, and were told."""

    row: ShiftRow
    name: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class HowToQualify:
    """Name or qualification is missing."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Qualified:
    """`new`: it was not known before."""

    name: str
    qualification: str
    new: bool


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class NothingProposed:
    """No proposal waits for the sender."""


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class PlanShown:
    """Each proposal with the name of its person, by the shifts' start."""

    lines: tuple[tuple[SignUpRow, ShiftRow, str], ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class PlanConfirmed:
    """So many stand now; `skipped`: who fits no more, by name and shift."""

    count: int
    skipped: tuple[tuple[str, int], ...]


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class StationCode:
    """What the station shows; `until`: when the next one comes (UTC)."""

    station: str
    code: str
    until: datetime
