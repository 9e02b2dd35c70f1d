"""What comes of asking about the danger of a matter that is open."""

from dataclasses import dataclass

from handlers.outcomes import Tone, outcome
from understanding.hazard import Danger


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SafetyAsked:
    """Whoever has it in hand was told. `danger`: what may harm somebody there; None: the matter is no danger."""

    number: str
    summary: str
    danger: Danger | None


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class AdvisedAgain:
    """What to do in a danger until help comes."""

    number: str
    summary: str
    danger: Danger
