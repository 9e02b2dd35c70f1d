"""What comes of something that somebody at work sent without words."""

from dataclasses import dataclass
from datetime import datetime

from governance.tickets.lifecycle import Move
from handlers.outcomes import Tone, outcome
from handlers.tickets.outcomes import Ahead, Ref


@outcome(Tone.DONE)
@dataclass(frozen=True)
class WorkShown:
    """What was sent lies with the ticket. `arrived`: since when the sender is there, if that is new; `moves`: what comes next."""

    ticket: Ref
    kind: str
    arrived: datetime | None = None
    moves: tuple[Move, ...] = ()


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Reached:
    """Who was reached for a person in danger, and what comes next."""

    ticket: Ref
    note: str
    ahead: Ahead
