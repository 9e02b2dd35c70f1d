"""What comes of asking for something on a ticket; what refuses or asks for any of it stands in `denials.py`."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from governance.roles import Line, Role
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move
from governance.tickets.states import TicketState
from governance.tickets.urgency import Urgency
from handlers.outcomes import Tone, outcome
from storage.work_tickets import WorkTicket


class Errand(StrEnum):
    """What is asked of a ticket without moving it."""

    SUPERVISE = "supervise"
    REMARK = "remark"
    RELAY = "relay"
    CALL_BACK = "call_back"
    APPROVE = "approve"
    DRAW = "draw"
    LEAD_DRAW = "lead_draw"
    EXTEND = "extend"
    SETTLE = "settle"
    MERGE_INTO = "merge_into"
    SPLIT = "split"


Wish = Move | Errand


@dataclass(frozen=True)
class Ref:
    """A ticket as an answer names it."""

    number: str
    summary: str
    place: str | None


def ref(ticket: WorkTicket) -> Ref:
    """How an answer names the ticket."""
    return Ref(ticket.number, ticket.summary, ticket.place_text)


@dataclass(frozen=True)
class Ahead:
    """What is promised until when, and what comes next."""

    dues: tuple[tuple[datetime, tuple[DeadlineKind, ...]], ...]
    moves: tuple[Move, ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Taken:
    """It is the sender's."""

    ticket: Ref
    ahead: Ahead


@outcome(Tone.DONE)
@dataclass(frozen=True)
class OnSite:
    """Somebody, or the crew, is there. `moves`: what comes next, where it is the sender's."""

    ticket: Ref
    move: Move
    at: datetime
    moves: tuple[Move, ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Planned:
    """It is known what will be done."""

    ticket: Ref
    note: str
    ahead: Ahead


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Handled:
    """The work is done. `verifiers`: who looks at it; empty where nobody can be reached."""

    ticket: Ref
    verifiers: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Answered:
    """An enquiry's answer is on its way to the reporter; `elsewhere`: it was given already, and they are only asked about it."""

    ticket: Ref
    elsewhere: bool = False


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Returned:
    """Given back; `who` dispatches it anew."""

    ticket: Ref
    note: str
    who: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class HandedOn:
    """It is somebody else's."""

    ticket: Ref
    move: Move
    who: str


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class AlreadyTheirs:
    """It was theirs already."""

    ticket: Ref
    who: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ToYourself:
    """Nobody hands on to themselves: they take it."""

    ticket: Ref


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class JustDispatched:
    """`by` has just given it to `who`; whether it is to be `other`'s all the same."""

    ticket: Ref
    by: str
    at: datetime
    who: str
    other: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class DispatchUndone:
    """It is as it was before; `who`: whose it is again, None: nobody's."""

    ticket: Ref
    who: str | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoDispatchToUndo:
    """The last dispatch is taken back already."""

    ticket: Ref


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NobodyThere:
    """Of this role or line nobody can be reached at the place."""

    place: str
    role: Role | None
    line: Line | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NobodyNamed:
    """The roster has nobody of this name."""

    name: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotStaff:
    """They have no post in which tickets are handled."""

    name: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotReachable:
    """They have no account that could be told."""

    name: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Verified:
    """Good work. `closed`: nobody is to be asked, as nobody reported it or (`rated`) they have rated it already."""

    ticket: Ref
    closed: bool
    rated: bool = False


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Rejected:
    """Bad work, back with `who` did it."""

    ticket: Ref
    who: str
    note: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class StoodDown:
    """It is no danger, and is promised as usual, or as urgent. `mine`: whose it is says so."""

    ticket: Ref
    note: str
    urgency: Urgency = Urgency.NORMAL
    mine: bool = False


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Supervised:
    """`who` is told."""

    ticket: Ref
    who: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Remarked:
    """The words are kept."""

    ticket: Ref
    note: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class AtCouncil:
    """The council has it."""

    ticket: Ref


@dataclass(frozen=True)
class Listed:
    """A ticket of a worker's list. `due`: the next promise; `step`: what comes next."""

    ticket: Ref
    state: TicketState
    urgency: str
    due: datetime | None
    step: Move | None


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class MyTickets:
    """What is in the sender's hands, and what else is open where they work; the first of each, with how many there are.
    `inspections`: how many things they are to look at, and how many of these are late.
    """

    mine: tuple[Listed, ...]
    mine_count: int
    others: tuple[Listed, ...]
    others_count: int
    inspections: tuple[int, int] = (0, 0)
