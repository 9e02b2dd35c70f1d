"""What comes of asking how one ticket stands."""

from dataclasses import dataclass
from datetime import datetime

from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move
from governance.tickets.states import TicketState
from handlers.events.noticing import KnownEvent
from handlers.outcomes import Tone, outcome
from handlers.reporting.outcomes import OwnReports


@dataclass(frozen=True)
class StepTaken:
    """Something that was done; `who` None: by the clock. `note`: what was said with it, where the asker may read it."""

    move: Move
    at: datetime
    who: str | None
    note: str = ""


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class TicketStands:
    """Who has it, what was done when, and what is promised next. `came`: somebody was asked to have come, and whether they did;
    `event`: the open event that it is of; `link`: what ends the address of its page, for who reported it.
    """

    number: str
    state: TicketState
    urgency: str
    summary: str
    place: str | None
    opened_at: datetime
    who: str
    steps: tuple[StepTaken, ...]
    dues: tuple[tuple[datetime, tuple[DeadlineKind, ...]], ...]
    came: bool | None = None
    event: KnownEvent | None = None
    link: str | None = None


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichStands:
    """Several tickets may be meant: number and what it is about."""

    tickets: tuple[tuple[str, str], ...]


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class NothingSuch:
    """No ticket of the asker's area is about this."""


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class NoneOfYours:
    """No report of the sender is about this thing; theirs are shown."""

    thing: str
    own: OwnReports
