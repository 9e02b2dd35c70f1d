"""What comes of asking how a case of the government services stands."""

from dataclasses import dataclass

from handlers.outcomes import Tone, outcome


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class CaseAsked:
    """The platform is asked; the answer follows in a moment."""

    number: str
    label: str


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichCase:
    """Which one? `said`: what was no number of a case."""

    said: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoCasePlatform:
    """None is connected that could be asked."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class AskedTooOften:
    """So often in an hour is enough."""
