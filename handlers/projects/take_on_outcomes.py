"""What comes of calling for help, and of answering the call."""

from dataclasses import dataclass
from datetime import datetime

from governance.projects.take_on import CallState
from handlers.outcomes import Tone, outcome
from handlers.tickets.outcomes import Ref


@outcome(Tone.DONE)
@dataclass(frozen=True)
class HelpCalled:
    """So many are called now; all units at `wider_at`, until `due_at`. `units`: those that offer what fits."""

    ticket: Ref
    people: int
    units: tuple[str, ...]
    wider_at: datetime
    due_at: datetime


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class CalledAlready:
    """A call runs for it since then."""

    ticket: Ref
    since: datetime


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class CalledByNobody:
    """It is about a person in danger: units and crews do not hear of it."""

    ticket: Ref


@outcome(Tone.DONE)
@dataclass(frozen=True)
class HelpTaken:
    """The sender comes. `who`: under which name they are known there; `ask`: whom to ask."""

    ticket: Ref
    where: str
    who: str
    note: str | None
    ask: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoCallNow:
    """Why the sender can't take it: somebody else has it (`who`, `at`), it ended, or none runs (state None)."""

    ticket: Ref | None
    state: CallState | None
    who: str
    at: datetime | None


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichCall:
    """Several run."""

    calls: tuple[Ref, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoHelper:
    """Neither a unit's contact nor of a crew."""

    known: bool
