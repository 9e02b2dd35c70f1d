"""What comes of changing a rota that stands."""

from dataclasses import dataclass
from datetime import date

from governance.duty.planner import Keeps
from handlers.duty.outcomes.swaps import WhyNot
from handlers.outcomes import Tone, outcome
from storage.duty.shifts import ShiftRow


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotStanding:
    """Nobody called so stands on this shift (any more)."""

    row: ShiftRow
    name: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class SeveralStand:
    """Several who are called so stand there: their codes tell them apart."""

    row: ShiftRow
    name: str
    codes: tuple[str, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class CannotMove:
    """A rule keeps them from that shift, and nothing has changed."""

    row: ShiftRow
    name: str
    why: WhyNot


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class AlreadyBegun:
    """The shift has begun or is over: who stood on it stays written there."""

    row: ShiftRow


@outcome(Tone.DONE)
@dataclass(frozen=True)
class TakenOff:
    """They stand there no more; `told`: it was more than a proposal, and they hear of it."""

    row: ShiftRow
    name: str
    told: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Moved:
    """They stand on `there` and no more on `here`."""

    here: ShiftRow
    there: ShiftRow
    name: str
    told: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Exchanged:
    """`name` stands on `there` now, and `other` on `here`."""

    here: ShiftRow
    there: ShiftRow
    name: str
    other: str


@dataclass(frozen=True)
class StaysOpen:
    """So many shifts at a place lack people, all for the same reasons: what keeps each of those who serve there, by name."""

    place_id: int
    need: str | None
    shifts: int
    places: int
    kept: tuple[tuple[Keeps, str], ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class PlanProposed:
    """So many places have a proposal now; for `missing` nobody is left, and why."""

    month: date
    count: int
    missing: int
    open: tuple[StaysOpen, ...] = ()


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class WhichMonth:
    """No month is named."""
