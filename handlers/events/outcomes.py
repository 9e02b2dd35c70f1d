"""What comes of dealing with an event."""

from dataclasses import dataclass
from datetime import datetime

from governance.events.states import EventAct, EventState
from handlers.outcomes import Tone, outcome


@dataclass(frozen=True)
class EventRef:
    """An event as it is spoken of."""

    number: str
    title: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchEvent:
    """None is called so, or (no name) none waits for this."""

    name: str | None
    act: EventAct | None = None


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichEvent:
    """Several may be meant."""

    events: tuple[EventRef, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotInThisState:
    """It can't be done to the event as it stands; `by`, `at`: who brought it there, and when."""

    event: EventRef
    act: EventAct
    state: EventState
    by: str | None
    at: datetime | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Confirmed:
    """It is one matter, and the sender leads it. `waiting`: whom the next message reaches; `dangers` have their own clock;
    `beside`: another event of the same kind in the same place.
    """

    event: EventRef
    people: int
    dangers: tuple[str, ...]
    beside: EventRef | None = None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class NotOne:
    """The reports are by themselves again."""

    event: EventRef
    reports: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Widened:
    """What it covers now. `joined`: reports that were of no event yet; `everywhere`: it is the whole subdistrict;
    `beside`: another event of the same kind in the same place.
    """

    event: EventRef
    joined: int
    everywhere: bool
    beside: EventRef | None = None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Narrowed:
    """What it covers now. `left`: reports from elsewhere."""

    event: EventRef
    left: tuple[str, ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhereTo:
    """The place is missing, or not known by this name."""

    event: EventRef
    where: str
    act: EventAct


@outcome(Tone.DONE)
@dataclass(frozen=True)
class TakenOut:
    """The report is by itself again."""

    event: EventRef
    number: str
    summary: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class InNoEvent:
    """The ticket is of no event, or not there for the sender; empty: none was named."""

    number: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class LedBy:
    """Who leads it now."""

    event: EventRef
    who: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NobodyToLead:
    """Nobody is called so, or they can't lead it."""

    event: EventRef
    called: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ToldAll:
    """So many people hear it now. `also`: what it did besides: it confirmed the event."""

    event: EventRef
    kind: str
    text: str
    people: int
    confirmed: bool


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class SayWhat:
    """What all shall be told is missing."""

    event: EventRef
    act: EventAct


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class InThePast:
    """The time that was named is over."""

    event: EventRef
    until: datetime


@outcome(Tone.DONE)
@dataclass(frozen=True)
class GoesOn:
    """It was opened again."""

    event: EventRef


@dataclass(frozen=True)
class EventLine:
    """An event in a list."""

    event: EventRef
    state: EventState
    people: int
    still: int
    estimate_at: datetime | None
    dangers: tuple[str, ...] = ()


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class EventsShown:
    """Those of the sender's area."""

    events: tuple[EventLine, ...]


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class EventShown:
    """One event: `reports` by number and what they say, dangers first."""

    line: EventLine
    reports: tuple[tuple[str, str], ...]
    lead: str | None
    word: str | None
    word_at: datetime | None
    taps: bool = False


@outcome(Tone.DONE)
@dataclass(frozen=True)
class StillNoted:
    """Counted; with the newest word. `number`: the sender's report in it; `ended`: all were told that it is over;
    `again`: it goes on.
    """

    event: EventRef
    number: str
    kind: str
    word: str | None
    word_at: datetime | None
    estimate_at: datetime | None
    ended: bool = False
    again: bool = False


@outcome(Tone.DONE)
@dataclass(frozen=True)
class BackNoted:
    """Noted that it is over there; `rate`: the report that can be rated now; `kept`: those that go on, being dangers or ended."""

    event: EventRef
    kind: str
    rate: tuple[str, str] | None
    running: bool = False


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class GoodToHear:
    """It is over where nobody knew of an event; `number`: a report of the sender's that is still open."""

    number: str | None
