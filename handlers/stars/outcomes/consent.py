"""What comes of agreeing, or not, to be named in public."""

from dataclasses import dataclass
from datetime import date

from governance.stars.states import AwardKind, AwardState
from handlers.outcomes import Tone, outcome


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ConsentGiven:
    """`name`: as they will be named."""

    name: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ConsentDeclined:
    """Before anything was public."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ConsentTakenBack:
    """What was public was taken down."""

    kind: AwardKind


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ConsentUnbound:
    """Nobody knows who the sender is."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoConsentWanted:
    """Nothing waits for the sender's answer."""


@dataclass(frozen=True)
class OwnLine:
    """One of several awards to choose from; `name`: of whom, where it is not one's own."""

    number: int
    month: date
    kind: AwardKind
    area: int
    name: str = ""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class WhichAward:
    """The sender has several."""

    listed: tuple[OwnLine, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NameTooLong:
    """`most`: so many letters a name may have."""

    most: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ConsentRecorded:
    """`shown`: as they will be named."""

    name: str
    shown: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoConsentNeeded:
    """The candidate is past it."""

    number: int
    state: AwardState
