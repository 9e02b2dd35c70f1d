"""What comes of what a person does with other platforms."""

from dataclasses import dataclass

from governance.connectors.standing import Owner
from handlers.outcomes import Tone, outcome


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Settled:
    """It stands as this side says."""

    number: str
    side: Owner


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class CannotSettle:
    """The ticket can't be brought there by itself: somebody must work on it first."""

    number: str


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhoseWord:
    """Which side counts was not said."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Replayed:
    """It is taken up again."""

    what: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingToReplay:
    """There is no such thing set aside or in conflict any more: somebody else was quicker."""

    what: int
