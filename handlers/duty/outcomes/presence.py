"""What comes of check-ins, check-outs, scans, positions and patrols."""

from dataclasses import dataclass
from datetime import date, datetime

from governance.duty.check_ins import Method, Streak
from handlers.outcomes import Tone, outcome
from handlers.reporting.outcomes import Reported
from storage.duty.shifts import ShiftRow


@outcome(Tone.DONE)
@dataclass(frozen=True)
class CameToShift:
    """Present; `late`: minutes, 0 within the grace."""

    row: ShiftRow
    late: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class AlreadyThere:
    """Present since before."""

    row: ShiftRow


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class ShowYouAreThere:
    """A shift needs a proof: a scan, a position, or the code where it is a station's."""

    row: ShiftRow


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class ScanIsNotEnough:
    """At this station a printed code counts with a position or the station's own code only."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class WrongCode:
    """It is not what the station shows."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class TooFarFromShift:
    """The position is not at the shift's place; another may be sent."""

    place: int
    metres: float


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class TooEarly:
    """The sender's next shift; one may check in from `opens` (UTC)."""

    row: ShiftRow
    opens: datetime


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoShiftThere:
    """The sender has no shift now where they say they are. `place`: None, a station that is not known; `next`: their next shift,
    and from when they may check in to it; `free`: a shift there today that they could sign up for.
    """

    place: int | None
    next: tuple[ShiftRow, datetime] | None
    free: ShiftRow | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class CheckedOut:
    """`early`: minutes before the end; `minutes` count; `total`: of this month."""

    row: ShiftRow
    early: int
    minutes: int
    total: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotCheckedIn:
    """The sender is at no shift."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class CheckedIn:
    """`metres`: how far the position was; `asks`: a position may still be sent as a proof."""

    place: int
    streak: Streak
    method: Method
    yesterday: bool = False
    metres: float | None = None
    asks: bool = False


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class AlreadyCheckedIn:
    """The day has it already."""

    place: int
    streak: Streak
    yesterday: bool = False


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class TooFarAway:
    """The position that was sent first is not at the place: nothing was noted."""

    place: int
    metres: float


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class CheckInWhere:
    """No place is known; `example`: one to name."""

    example: int | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class OnlyForLeaders:
    """Only building leaders fill in yesterday, or (`beside`) check others in."""

    beside: bool


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class TooLateForYesterday:
    """Yesterday is closed."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class WhoIsBeside:
    """Nobody has this name."""

    name: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class CheckedInBeside:
    """Somebody else was checked in; `new` False: the day had it already."""

    name: str
    place: int
    new: bool


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class CheckInCalendar:
    """The days of the month."""

    today: date
    days: frozenset[date]
    streak: Streak


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ShownOnMap:
    """Whether the office's map shows where somebody checked in last."""

    shown: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Proved:
    """The position is at the place where the sender checked in by words."""

    place: int
    metres: float


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ProvesNothing:
    """The position is not at the place."""

    place: int
    metres: float


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Patrolled:
    """`new` False: the day has it already; `minutes` that count; `report`: what came of reporting a finding."""

    place: int
    new: bool
    minutes: int
    report: Reported | None = None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Visited:
    """Kept with the day's patrol of the building; `report`: what came of a trouble that was told with it."""

    place: int
    note: str
    minutes: int
    report: Reported | None = None


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class PatrolHow:
    """What did the sender find? What to look at depends on the season."""


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class PatrolWhere:
    """Which building?"""


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class Unpatrolled:
    """The building leaders who have not patrolled this week, by name."""

    names: tuple[str, ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class RemindedOfPatrol:
    """By name: who is reminded now, who was today already, and who has no WeChat bound."""

    now: tuple[str, ...]
    before: tuple[str, ...]
    unreached: tuple[str, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ListIsNotYours:
    """Only who answers for a grid sees who did not patrol."""


ByPosition = CameToShift | AlreadyThere | TooFarFromShift | ScanIsNotEnough | ShowYouAreThere
"""What may come of showing by a position that one is at a shift."""
