"""What comes of enrolment, campaigns, call-ups and records."""

from dataclasses import dataclass

from handlers.outcomes import Tone, outcome
from storage.duty.records import RecordRow
from storage.duty.shifts import Filled, ShiftRow


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class EnrolWhere:
    """In which community?"""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchCommunity:
    """`said`: what was named; `known`: the ids of ours."""

    said: str
    known: tuple[int, ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Enrolled:
    """What stands now; `asks`: skills and wishes may still be told."""

    community: int
    unit: str | None
    skills: tuple[str, ...]
    wishes: tuple[str, ...]
    asks: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class EnrolmentEnded:
    """The sender serves nowhere any more."""


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class NotEnrolled:
    """There was nothing to end."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class HowToCallUp:
    """The number of people is missing."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class HowToOpenCampaign:
    """Title, time or number of people is missing."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class CampaignOpened:
    """So many were told of the campaign or call-up."""

    row: ShiftRow
    told: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchCampaign:
    """No campaign has this number."""

    number: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class CampaignsListed:
    """What runs; empty: nothing. `called`: what was looked for and is not there."""

    rows: tuple[tuple[ShiftRow, Filled], ...]
    called: str = ""


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class CampaignShown:
    """How it gets on; `units`: people by unit (None: not told), the most first."""

    row: ShiftRow
    full: Filled
    units: tuple[tuple[str | None, int], ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotYoursToRecord:
    """Records are written by who stood at a station of this kind."""

    kind: str


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class RecordLacks:
    """`missing`: parties, matter, outcome; `whole`: nothing was said yet."""

    kind: str
    missing: tuple[str, ...]
    whole: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Recorded:
    """It is written down."""

    kind: str
    matter: str
    outcome: str


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class RecordsListed:
    """What the sender has written, the newest first."""

    rows: tuple[RecordRow, ...]
