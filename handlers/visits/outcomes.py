"""What comes of dealing with visits."""

from dataclasses import dataclass
from datetime import date, datetime

from governance.visits.choosing import Sign
from governance.visits.results import VisitResult
from handlers.outcomes import Tone, outcome
from handlers.reporting.outcomes import Reported


@dataclass(frozen=True)
class Home:
    """Where a visit goes: a building or courtyard, with the room where a household is meant (empty: not known which)."""

    place: int
    room: str | None


@dataclass(frozen=True)
class Left:
    """How a month's plan stands for somebody: of so many visits so many are made."""

    all: int
    made: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class VisitRecorded:
    """Kept. `new` False: added to what was told today; `left`: how the visitor's plan of the month stands, where they have one;
    `report`: what came of the trouble that was brought.
    """

    home: Home
    result: VisitResult
    note: str
    new: bool
    left: Left | None
    report: Reported | None = None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class WantsNoVisits:
    """The household has asked for none, since then: nothing is kept of the visit. `report`: a trouble is not lost by that."""

    home: Home
    since: datetime
    report: Reported | None = None


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class VisitWhere:
    """Which building? `places`: what it may be."""

    places: tuple[int, ...] = ()


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class VisitHow:
    """Whom did they meet there, and what was said?"""

    home: Home


@dataclass(frozen=True)
class PlannedLine:
    """A visit of the plan. `number`: of the report that led to it; `people`: who goes, by name."""

    home: Home
    due_on: date
    signs: tuple[Sign, ...]
    tries: int
    number: str | None
    people: tuple[str, ...]


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class VisitsShown:
    """What the sender is to visit in the month, what is left first."""

    month: date
    left: Left
    lines: tuple[PlannedLine, ...]


@dataclass(frozen=True)
class CadreLine:
    """How somebody's visits of the month stand."""

    name: str
    left: Left


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class VisitsOverseen:
    """How the month's visits stand where the sender plans them, by who goes."""

    month: date
    left: Left
    people: tuple[CadreLine, ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class VisitsPlanned:
    """So many were added to the month's plan; their teams are told."""

    month: date
    new: int
    all: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class VisitsDeclined:
    """The household is left alone from now on."""

    home: Home


@outcome(Tone.DONE)
@dataclass(frozen=True)
class VisitsWelcome:
    """The household may be visited again."""

    home: Home


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichRoom:
    """It is not known which household the sender's is: where do they live?"""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class HouseholdKept:
    """It is in the plans from now on."""

    home: Home


@outcome(Tone.DONE)
@dataclass(frozen=True)
class HouseholdReleased:
    """It is no longer kept in view."""

    home: Home


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotKept:
    """The household is not kept in view."""

    home: Home


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class NeedsReason:
    """A household is kept in view for a reason only."""

    home: Home


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichHousehold:
    """A building and a room are needed."""


@dataclass(frozen=True)
class ProblemRef:
    """A courtyard's problem as it is spoken of."""

    number: int
    place: int
    title: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ProblemSet:
    """Taken on; its owner is told."""

    problem: ProblemRef
    owner: str
    due_on: date


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class YardHasOne:
    """A courtyard takes on one a quarter."""

    place: int


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class ProblemLacks:
    """What is missing, or not known: the courtyard, the words, the owner, the day."""

    what: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ProblemEnded:
    """Its owner says that it is solved; so many residents are asked."""

    problem: ProblemRef
    asked: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class WordKept:
    """A resident's word is counted."""

    problem: ProblemRef
    solved: bool


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchProblem:
    """None of this number."""

    number: int | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ProblemRuns:
    """Nobody has a word to say of it now: it is not called solved yet, or (`over`) it is its owner who speaks."""

    problem: ProblemRef
    due_on: date
    over: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class YearSaid:
    """The word is kept; `reopened`: with it the matter is opened again."""

    number: int
    title: str
    holds: bool
    reopened: bool


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class YearSaidBefore:
    """They have said it before: a word in the look-back counts once."""

    number: int
    title: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchLook:
    """There is none of this number, or (`known`) others were asked."""

    number: int | None
    known: bool
