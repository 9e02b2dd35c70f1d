"""What comes of asking about one's own data."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from handlers.outcomes import Tone, outcome
from handlers.privacy.commands import DataField


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class MyData:
    """What is kept. `name` and `phone` masked, None for a resident who is not in the roster; `home`: their building.

    `counts`: rows by table; `erased_by`: when they are to be erased, where that was asked; `agreed`: the version of the
    information notice that they agreed to.
    """

    name: str | None
    phone: str | None
    home: int | None
    counts: dict[str, int]
    erased_by: datetime | None
    agreed: str | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class CopyReady:
    """The address, and until when it is good."""

    url: str
    until: datetime


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class CorrectHow:
    """`field`: what is to be corrected, where that was said, but not into what."""

    field: DataField | None


class WhyNotCorrected(StrEnum):
    """What keeps a correction from being taken."""

    NOT_BOUND = "not_bound"
    """Nothing of the roster is known of them; home and reports they correct by themselves."""
    NO_PHONE = "no_phone"
    NO_NAME = "no_name"
    TOO_LONG = "too_long"
    NOBODY = "nobody"


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotCorrected:
    """Why nothing was taken."""

    why: WhyNotCorrected


@outcome(Tone.DONE)
@dataclass(frozen=True)
class CorrectionAsked:
    """The office does it, or says why not, by then."""

    field: DataField
    due: datetime


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class ReallyDelete:
    """What it means. `open_reports`: numbers of reports that nobody has ended yet; `serves`: whether they hold a post here."""

    open_reports: tuple[str, ...]
    serves: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class DeletionAsked:
    """`at`: when the clock does it; None: they hold a post, and the office does it by `due`."""

    at: datetime | None
    due: datetime


@outcome(Tone.DONE)
@dataclass(frozen=True)
class DeletionTakenBack:
    """Nothing is erased."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoDeletionAsked:
    """There was nothing to take back."""


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class PrivacyText:
    """The text in force."""

    version: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class PrivacyAgreed:
    """To this version; `new`: not before."""

    version: str
    new: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class RequestDecided:
    """What the office decided."""

    agreed: bool
    kind: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchRequest:
    """It was decided already, or taken back."""


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class ReasonWanted:
    """A refusal says why."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class PersonCorrected:
    """A person of the roster, by code and masked name."""

    code: str
    name: str
    field: DataField


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ErasureOrdered:
    """The clock erases them within the next minutes."""

    who: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchSubject:
    """Nobody has this code, and no ticket this number."""

    who: str


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class SureWanted:
    """It can't be taken back: the tick is wanted."""
