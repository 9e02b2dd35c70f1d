"""What comes of dealing with activities."""

from dataclasses import dataclass
from datetime import datetime

from governance.activities.bookings import Refused
from governance.activities.contests import NoResult
from governance.activities.feedback import NotNow
from governance.activities.kinds import ActivityKind, Score
from handlers.outcomes import Tone, outcome
from storage.contests import ResultRow
from storage.duty.shifts import ShiftRow


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchActivity:
    """No activity that takes place has this number; None: none was said."""

    number: int | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class HowManyPlaces:
    """The number of people is missing, or makes no sense. `arrived`: how many came was meant."""

    row: ShiftRow
    arrived: bool = False


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class SpeaksForNoUnit:
    """The sender speaks for no unit, or not for the one that is named (`named`)."""

    named: str
    row: ShiftRow


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class WhichUnit:
    """The sender speaks for several."""

    verb: str
    row: ShiftRow
    names: tuple[str, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotByUnits:
    """Units book no places of a call-up, nor of a shift at a station."""

    row: ShiftRow


@outcome(Tone.DONE)
@dataclass(frozen=True)
class PlacesBooked:
    """The unit holds so many now; `before`: so many it held; `left`: free for others."""

    row: ShiftRow
    unit: str
    people: int
    before: int
    left: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class PlacesRefused:
    """It stays as it was; `held`: what the unit holds."""

    row: ShiftRow
    unit: str
    why: Refused
    held: int
    waiting: int
    lead: str | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingBooked:
    """The unit holds no places there."""

    row: ShiftRow
    unit: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class PlacesGivenBack:
    """The unit holds none there any more."""

    row: ShiftRow
    unit: str
    people: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ArrivalsRecorded:
    """So many came, of so many that were booked."""

    row: ShiftRow
    unit: str
    came: int
    booked: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotTheTimeToRecord:
    """Before it begins, or long after it ended."""

    row: ShiftRow
    early: bool


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class HowToRate:
    """The score is missing."""

    row: ShiftRow


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class CannotRate:
    """Not over, not there, or said before."""

    row: ShiftRow
    why: NotNow


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ActivityRated:
    """It is noted."""

    row: ShiftRow
    score: Score


@dataclass(frozen=True)
class OwnPart:
    """A person's time of an activity. `state`: of their sign-up; `score`: what they thought."""

    row: ShiftRow
    state: str
    score: Score | None


@dataclass(frozen=True)
class UnitPart:
    """A unit's places on one."""

    row: ShiftRow
    unit: str
    people: int
    came: int | None


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class MyActivities:
    """What comes, and the year's record: own and of the units that the sender speaks for."""

    year: int
    coming: tuple[OwnPart, ...]
    been: tuple[OwnPart, ...]
    missed: int
    units: tuple[UnitPart, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class HowToOpenActivity:
    """A title, a time in the future, or the places are missing. `kind`: what it is to be, None: a drive."""

    kind: ActivityKind | None
    past: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ActivityOpened:
    """So many were told."""

    row: ShiftRow
    told: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ActivityTimeAdded:
    """The activity has another time."""

    row: ShiftRow


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class EnrolmentOver:
    """It is too late to enrol."""

    row: ShiftRow
    until: datetime


@outcome(Tone.DONE)
@dataclass(frozen=True)
class EnrolmentEndSet:
    """Nobody enrols after it."""

    row: ShiftRow
    until: datetime


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhenEnrolmentEnds:
    """An instant is needed that is to come, before it begins."""

    row: ShiftRow


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ContestResultWritten:
    """It may be put right until it is told; `written`: so many places are."""

    row: ShiftRow
    name: str
    place: int
    award: str
    written: int


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhoseResult:
    """A place (1 to 99) and whose it is are needed. `said`: who took no part, or may be several."""

    row: ShiftRow
    said: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ContestResultsTold:
    """So many accounts are told."""

    row: ShiftRow
    places: int
    told: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class ContestResults:
    """The places of a contest, told already; `own`: those of the sender and of units that they speak for."""

    row: ShiftRow
    results: tuple[ResultRow, ...]
    own: tuple[ResultRow, ...]


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class NoResultsYet:
    """They are not told yet; `row` None: there has been no contest."""

    row: ShiftRow | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoContestResult:
    """Why no place is written or told."""

    row: ShiftRow
    why: NoResult
