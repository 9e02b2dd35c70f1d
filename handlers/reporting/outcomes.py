"""What comes of reporting something, and of what is asked and answered afterwards."""

from dataclasses import dataclass
from datetime import datetime

from governance.tickets.states import TicketState
from handlers.events.noticing import KnownEvent
from handlers.outcomes import Tone, outcome
from handlers.things.seen import ThingSeen
from understanding.hazard import Hazard


@dataclass(frozen=True)
class Line:
    """A report in a list. `into`: the ticket that it was merged into, and where that stands; `place`: where it is said."""

    number: str
    state: TicketState
    summary: str
    opened_at: datetime
    into: tuple[str, TicketState] | None = None
    place: str | None = None


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhereIsIt:
    """The place is missing; the likeliest ones, by their ids."""

    places: tuple[int, ...] = ()


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class OneOrSeveral:
    """The message speaks of these matters."""

    summaries: tuple[str, ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class IsItDangerous:
    """It may be a danger, and is treated as one until it is denied."""


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class SameAsNeighbours:
    """A neighbour has reported the like, then; it stands so."""

    at: datetime
    what: str
    state: TicketState


Asked = WhereIsIt | OneOrSeveral | IsItDangerous | SameAsNeighbours


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Reported:
    """A ticket was opened. `asks`: the one question that it leaves open; `answer_by`: until when a question is answered; `event`:
    the open event that it belongs to; `thing`: what it is about, where one thing of the register fits.
    """

    number: str
    summary: str
    place: str | None
    hazard: Hazard | None
    asks: Asked | None
    answer_by: datetime | None = None
    event: KnownEvent | None = None
    thing: ThingSeen | None = None


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class WithPerson:
    """What was asked is with somebody already: its number, what it was, until when it is answered."""

    number: str
    summary: str
    answer_by: datetime


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class AboutWhat:
    """Somebody of us shall answer; what it is about is still to be said. `answer_by`: when, if it is said now."""

    answer_by: datetime


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhatIsWrong:
    """Only a place was said."""

    place: str


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class NoSparks:
    """Nothing may be switched or lit: the gas of that report is not known to be gone."""

    number: str


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class KnownAnswer:
    """The answer to what was asked."""

    answer: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Placed:
    """The reports have their place. `event`: what is known to go on there, where they are of it."""

    numbers: tuple[str, ...]
    place: str
    event: KnownEvent | None = None


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class StillWhere:
    """What was said is kept; where it is is still to be said."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class KeptTogether:
    """It stays one ticket."""

    number: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Split:
    """Number and summary of each ticket that it is now. `asks`: where those are that have no place."""

    parts: tuple[tuple[str, str], ...]
    asks: WhereIsIt | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class PassedOn:
    """What was said was told to whoever works on it."""

    number: str


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class OwnReports:
    """The sender's reports: the newest of them, and how many there are."""

    lines: tuple[Line, ...]
    total: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class ReportsSeen:
    """Reports that the sender did not make, but may see."""

    lines: tuple[Line, ...]
    total: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class OpenInArea:
    """The sender's posts in words, what is open there, and how much that is."""

    posts: tuple[str, ...]
    lines: tuple[Line, ...]
    total: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchReport:
    """The sender named a ticket that is not theirs or does not exist."""

    name: str


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class SeveralReports:
    """The digits fit several reports of the sender."""

    name: str
    numbers: tuple[str, ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Withdrawn:
    """It is taken back."""

    number: str
    summary: str


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class LookedAfterStill:
    """It is about a person in danger: noted and told, and somebody looks in all the same."""

    number: str


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WithdrawWhich:
    """Number and summary of those that could be meant."""

    reports: tuple[tuple[str, str], ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingToWithdraw:
    """The sender has no report that could be taken back."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class TooLateToWithdraw:
    """It is too far to be taken back."""

    number: str
    state: TicketState


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class OthersFollow:
    """Neighbours have joined it."""

    number: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Urged:
    """Whose they are is reminded; the first of these reports, and how many they are."""

    lines: tuple[Line, ...]
    total: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingToUrge:
    """The sender has no report that is worked on."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class IsQuestion:
    """Until when it is answered; None: it goes on as a danger, since one was told."""

    number: str
    answer_by: datetime | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Corrected:
    """The report says it right now. `place`: the new place, empty where something else was wrong; `right`: the words."""

    number: str
    place: str
    right: str
