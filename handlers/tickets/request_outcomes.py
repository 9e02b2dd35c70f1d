"""What comes of joining tickets, and of asking for time or money and deciding on it. Amounts are fen."""

from dataclasses import dataclass
from datetime import date

from governance.tickets.states import TicketState
from handlers.outcomes import Tone, outcome
from handlers.tickets.outcomes import Ref


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Merged:
    """It goes with another."""

    ticket: Ref
    into: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class TakenApart:
    """One ticket is several now: number and summary of each, the old one first."""

    parts: tuple[tuple[str, str], ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class ApartHow:
    """Its words do not say what its matters are."""

    ticket: Ref


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Unmerged:
    """It goes its own way again."""

    ticket: Ref


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class MergeWithWhich:
    """With which other ticket does it go?"""

    ticket: Ref


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotIntoItself:
    """Both names mean one ticket."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class IntoEnded:
    """The other is done or has ended."""

    into: str
    state: TicketState


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class MovedMeanwhile:
    """Somebody else has just merged one of them; nothing was done."""

    ticket: Ref


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Joined:
    """A reporter follows the neighbour's ticket."""

    number: str
    into: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class KeptApart:
    """A report stays its own ticket."""

    number: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ExtensionAsked:
    """`who` decides; empty: nobody who may can be reached, and who dispatches was told."""

    ticket: Ref
    until: date
    who: str


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhyExtend:
    """The day is known, the reason is asked for."""

    ticket: Ref
    until: date


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ExtensionPast:
    """The day is over, or today."""

    ticket: Ref


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ExtensionTooLong:
    """So many days are the most at once, until `last`."""

    ticket: Ref
    most: int
    last: date


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ExtensionDecided:
    """Until then it rests; or the old time counts."""

    ticket: Ref
    until: date
    granted: bool


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingToDecide:
    """Nothing of it waits for a decision."""

    ticket: Ref


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class OwnRequest:
    """Nobody decides on what they asked for."""

    ticket: Ref


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichRequest:
    """Time and money wait both."""

    ticket: Ref


@outcome(Tone.DONE)
@dataclass(frozen=True)
class FundSpent:
    """A crew is on its way; `crew`: who leads it, empty: nobody can be reached."""

    ticket: Ref
    what: str
    crew: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class OverCase:
    """More than may be spent on one case."""

    ticket: Ref
    already: int
    estimate: int
    limit: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class OverPool:
    """More than is left of the year's pool."""

    left: int
    estimate: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class FundDecided:
    """It is paid from the pool, or the amount is back in it."""

    ticket: Ref
    amount: int
    granted: bool


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingSpent:
    """The pool was not used for it, or all is settled."""

    ticket: Ref


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Settled:
    """The bill is known. `approved`: nothing is open any more."""

    ticket: Ref
    estimate: int
    actual: int
    approved: bool


@dataclass(frozen=True)
class Spending:
    """One of the month's."""

    number: str
    what: str
    amount: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class EmergencyPool:
    """The year's balance; of the month the newest spendings, how many they are, and what they come to."""

    year: int
    budget: int
    left: int
    month: tuple[Spending, ...]
    count: int
    amount: int
