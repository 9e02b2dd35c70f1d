"""What comes of saying that what was just done was wrong."""

from dataclasses import dataclass
from typing import Any

from governance.tickets.lifecycle import Move
from handlers.outcomes import Tone, outcome
from handlers.tickets.outcomes import Ahead, Ref


@outcome(Tone.DONE)
@dataclass(frozen=True)
class HandlingUndone:
    """It is in progress again."""

    ticket: Ref
    ahead: Ahead


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Reaimed:
    """A step on the wrong ticket, whether it is taken back, and what came of it on the right one."""

    wrong: Ref
    move: Move
    undone: bool
    then: Any


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class NothingToReaim:
    """The sender has just done nothing that could have been wrong."""

    ticket: Ref


@outcome(Tone.DONE)
@dataclass(frozen=True)
class StepMarked:
    """A step is marked as wrong. `then`: what came of it on the ticket it was meant for, or of what should stand there."""

    wrong: Ref
    move: Move
    then: tuple[Any, ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class NoSuchStep:
    """The sender has put down no such step (there)."""

    move: Move
    ticket: str
