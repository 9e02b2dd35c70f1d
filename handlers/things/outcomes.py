"""What comes of dealing with things."""

from dataclasses import dataclass
from datetime import date

from governance.things.inspections import Result
from handlers.outcomes import Tone, outcome
from handlers.reporting.outcomes import Reported
from handlers.things.seen import ThingSeen


@dataclass(frozen=True)
class DueLine:
    """Something that is to be looked at. `late`: the last day for it is over."""

    thing: ThingSeen
    due: date
    late: bool


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class InspectionsShown:
    """What the sender is to look at, the most urgent first; how many there are, and how many of them are late."""

    lines: tuple[DueLine, ...]
    total: int
    late: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class InspectionRecorded:
    """It was looked at. `new`: for the first time in its period; `left`: so many the sender still has to look at; `report`: the
    ticket of what was found.
    """

    thing: ThingSeen
    result: Result
    new: bool
    left: int
    report: Reported | None = None


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class InspectWhat:
    """Which thing, and how is it? `several`: those that were meant."""

    several: tuple[ThingSeen, ...] = ()


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class InspectHow:
    """The thing is known; how is it?"""

    thing: ThingSeen


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchThing:
    """There is none of this number, or none that the words name."""

    said: str


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class ThingShown:
    """The code's thing, of which something may be said now. `inspects`: the sender looks after it, and may say how it is; `due`:
    until when somebody should have looked at it.
    """

    thing: ThingSeen
    inspects: bool
    due: date | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class InspectionPictureKept:
    """The picture lies beside the inspection."""

    code: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoInspectionForPicture:
    """There is none of the sender's that it could belong to."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class TicketThingSet:
    """The ticket is about this thing now; None: about none."""

    number: str
    thing: ThingSeen | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ThingsJoined:
    """One was the other's double."""

    code: str
    into: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ThingsKeptApart:
    """They are two."""

    code: str
    other: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotAlike:
    """Two of different kinds, or the same twice, are not joined."""

    code: str
    other: str
