"""What comes of saying whether a report is a danger."""

from dataclasses import dataclass

from governance.tickets.urgency import Urgency
from handlers.outcomes import Tone, outcome
from understanding.hazard import Hazard


@outcome(Tone.DONE)
@dataclass(frozen=True)
class DangerStays:
    """It goes on as a danger."""

    number: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class DangerDenied:
    """It goes on as usual, or as urgent."""

    number: str
    urgency: Urgency = Urgency.NORMAL


@outcome(Tone.DONE)
@dataclass(frozen=True)
class RaisedToDanger:
    """A report is a danger from now on; `again`: it was one already. `hazard`: which."""

    number: str
    summary: str
    hazard: Hazard
    again: bool = False
