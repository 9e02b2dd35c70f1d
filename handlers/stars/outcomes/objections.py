"""What comes of an objection, and of settling it."""

from dataclasses import dataclass

from governance.stars.states import AwardKind, AwardState
from handlers.outcomes import Tone, outcome
from handlers.stars.outcomes.consent import OwnLine


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class ObjectToWhich:
    """Against which of those on notice?"""

    listed: tuple[OwnLine, ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class ObjectWhy:
    """A reason is wanted."""

    number: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingToObjectTo:
    """Nothing is on notice."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchPublicAward:
    """No award of this number is on notice or announced."""

    number: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Objected:
    """`late`: after the end of the notice, so that nothing stops; `again`: the sender has objected before."""

    number: int
    late: bool
    again: bool


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class ObjectionList:
    """What waits to be settled: number, name and kind of the award with what is said."""

    lines: tuple[tuple[int, str, AwardKind, str], ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class SettleHow:
    """A number, a verdict and a word on what was found are wanted."""

    number: int | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingToSettle:
    """Nothing is said against this award."""

    number: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class OwnAward:
    """The sender is the one whom it is about."""

    number: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ObjectionsSettled:
    """`state`: of the award now."""

    number: int
    upheld: bool
    state: AwardState
