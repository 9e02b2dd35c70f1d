"""What comes of what reporters say of the work, and of calling them back."""

from dataclasses import dataclass
from datetime import datetime

from governance.tickets.satisfaction import Score
from governance.tickets.states import TicketState
from handlers.outcomes import Tone, outcome
from handlers.tickets.outcomes import Ref
from understanding.hazard import Danger


@dataclass(frozen=True)
class Again:
    """How it goes on with what was opened again. `who`: whose it is, None: nobody's yet; `by`: of a danger when somebody is
    there, else when the reporter is called.
    """

    who: str | None
    by: datetime | None
    danger: Danger | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Rated:
    """Rated well enough, and ended. `remark`: with what is to be better."""

    number: str
    score: Score
    remark: bool = False


@outcome(Tone.DONE)
@dataclass(frozen=True)
class WaitsForOthers:
    """Rated well enough; others who reported it are still asked, so many hours."""

    number: str
    hours: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class OpenedByRating:
    """Dissatisfied: opened again. `why`: the reason was said; else it is asked for."""

    number: str
    again: Again
    why: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class DissatisfiedTwice:
    """The loop ends, and the lead knows."""

    number: str


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class RateHow:
    """A rating is asked for."""

    number: str
    summary: str


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class YouAreWelcome:
    """The answer to thanks."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingToRate:
    """No report of the sender waits for a rating."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class RatedAhead:
    """The work is done and not verified yet: the rating is kept and counts when it is. `remark`: with what is to be better."""

    number: str
    score: Score
    remark: bool = False


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ToldVerifier:
    """The work is done, not verified, and the reporter is not content: whoever verifies it hears so."""

    number: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotYetDone:
    """It is rated when it is done."""

    number: str
    state: TicketState


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class RatedAlready:
    """Once a round."""

    number: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ClosedAlready:
    """It has ended, since `at`; it can be opened again."""

    number: str
    summary: str
    at: datetime


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichReport:
    """Several of the sender's reports could be meant."""

    reports: tuple[tuple[str, str], ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoReportNamed:
    """The sender has reported nothing of this name."""

    name: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class StillWell:
    """It has held."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Reopened:
    """Opened again for its reporter."""

    number: str
    again: Again


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ReopenedByStaff:
    """Opened again by who dispatches there."""

    ticket: Ref
    again: Again


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotToReopen:
    """It has not ended, so it goes on anyhow."""

    number: str
    state: TicketState


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class TooLateToReopen:
    """It ended more than so many days ago."""

    number: str
    summary: str
    days: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ReasonKept:
    """Why somebody is dissatisfied is known to whose it is."""

    number: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoCallBack:
    """Nobody has to be called for it."""

    ticket: Ref


@outcome(Tone.DONE)
@dataclass(frozen=True)
class CalledBack:
    """What the reporter said is kept. `closed`: it has ended with that."""

    ticket: Ref
    score: Score
    closed: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class CalledInVain:
    """Nobody was reached: it has ended, counted apart."""

    ticket: Ref
