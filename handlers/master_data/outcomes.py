"""What comes of a change made by hand."""

from dataclasses import dataclass

from governance.roster.changes import Action
from governance.roster.one_change import Difference
from handlers.outcomes import Tone, outcome

CAUGHT_DAYS = 30
"""So many days back it is counted what a category's new words would have caught."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class EntryHow:
    """What is wrong with it. `problems`: the field, as it is called (empty: something else), and what."""

    problems: tuple[tuple[str, str], ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class EntryWouldChange:
    """What it would change; nothing has been written. `tickets`: open ones whose number is worth knowing before; `hanging`: what
    else is, in words; `caught`: so many of the last days' reports say a word that is new, None where none is.
    """

    title: str
    action: Action
    differences: tuple[Difference, ...]
    tickets: tuple[str, ...] = ()
    hanging: tuple[str, ...] = ()
    caught: int | None = None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class EntryChanged:
    """It is written."""

    title: str
    action: Action
    differences: tuple[Difference, ...]


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class EntryAsItWas:
    """Nothing differs from what is there."""

    title: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class EntryChangedMeanwhile:
    """Somebody else has changed it since the page was shown. `differences`: what they changed; none: they took it out."""

    title: str
    differences: tuple[Difference, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class EntryStillNeeded:
    """It can't be taken out: what still hangs on it. `hanging`: other entries, as they are called; `tickets`: open ones."""

    title: str
    hanging: tuple[str, ...]
    tickets: tuple[str, ...] = ()


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchEntry:
    """There is none of this code."""
