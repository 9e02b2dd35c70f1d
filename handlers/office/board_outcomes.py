"""What comes of keeping views of the board and of setting it up."""

from dataclasses import dataclass

from handlers.outcomes import Tone, outcome


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ViewKept:
    """Under this name."""

    name: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ViewHow:
    """The name is missing or too long, or the role is none."""

    most: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class TooManyViews:
    """One has to go first."""

    most: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ViewDropped:
    """It is gone."""

    name: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchView:
    """There is none that is theirs."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class OpensWith:
    """The board opens so; None: with all that is open."""

    name: str | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class WishesSet:
    """It is so from now on, in any browser."""
