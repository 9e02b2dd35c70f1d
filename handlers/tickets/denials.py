"""What any wish on a ticket may run into: it can't be done, and what can; or something is missing, and is asked for."""

from dataclasses import dataclass
from datetime import datetime

from governance.tickets.lifecycle import Move, Need
from governance.tickets.states import TicketState
from handlers.outcomes import Tone, outcome
from handlers.tickets.outcomes import Ref, Wish


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotYours:
    """There is no ticket of this name that the sender has to do with."""

    name: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingTo:
    """The sender has no ticket with which it could be done."""

    wish: Wish


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichTicket:
    """Several could be meant, none was named."""

    wish: Wish
    tickets: tuple[Ref, ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class SeveralNamed:
    """The digits fit several tickets."""

    name: str
    numbers: tuple[str, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class OwnWork:
    """Nobody verifies what they did themselves."""

    ticket: Ref


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class TakenBy:
    """Somebody else was quicker."""

    ticket: Ref
    who: str
    at: datetime


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class InHandOf:
    """It is somebody else's, and only they do this."""

    ticket: Ref
    who: str
    move: Move


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class CannotMove:
    """The table has no such move in this state. `possible`: what the sender may do instead."""

    ticket: Ref
    state: TicketState
    move: Move
    possible: tuple[Move, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class StepsMissing:
    """A danger isn't handled before these steps have their proof. `judges`: who else may say that it is none; `person`: it is about
    a person in danger.
    """

    ticket: Ref
    steps: tuple[Move, ...]
    judges: str
    person: bool = False


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class OtherWay:
    """`person`: it is about a person in danger, of which the move is not made; else the move is of such only."""

    ticket: Ref
    move: Move
    person: bool


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class StaysDanger:
    """Of a danger the move is not made: it keeps its owner and its two hours."""

    ticket: Ref
    move: Move


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class IsNoDanger:
    """The move is one of dangers, and this is none."""

    ticket: Ref


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class Missing:
    """What the wish cannot be done without. `who`: whom it is told to, where it is; `note`: what was said already."""

    ticket: Ref
    wish: Wish
    need: Need
    who: str = ""
    note: str = ""


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class TooFar:
    """The position that was sent is no proof. `metres`: how far it is from the ticket's place."""

    ticket: Ref
    move: Move
    metres: float
