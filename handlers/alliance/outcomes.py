"""What comes of dealing with alliances."""

from dataclasses import dataclass
from datetime import date, datetime

from governance.alliance.deeds import Deeds
from governance.alliance.kinds import AgreementKind
from governance.milestones import Standing
from handlers.outcomes import Tone, outcome


@dataclass(frozen=True)
class MilestoneLine:
    """A milestone as it is spoken of."""

    number: int
    title: str
    due_on: date
    standing: Standing
    owner: str


@dataclass(frozen=True)
class PairingLine:
    """A pairing as the reader sees it. `lectures`: of this year; `open`: milestones that are not proved, the next one first."""

    number: int
    ours: str
    theirs: str
    lectures: int
    agreements: int
    open: tuple[MilestoneLine, ...]


@dataclass(frozen=True)
class AgreementLine:
    """An agreement with its milestones; `with_whom`: the other branch."""

    kind: AgreementKind
    title: str
    with_whom: str
    ends_on: date
    milestones: tuple[MilestoneLine, ...]


@dataclass(frozen=True)
class BranchDone:
    """A grid's branch and what its people did. `members`: how many they are, the secretary among them."""

    grid: str
    branch: str
    secretary: str
    members: int
    deeds: Deeds


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class GridBranchesShown:
    """From one day to another; `more`: so many are not listed."""

    first: date
    last: date
    branches: tuple[BranchDone, ...]
    more: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoGridBranch:
    """The sender has to do with no branch on a grid. `known`: they have bound who they are."""

    known: bool


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSide:
    """The sender answers for no branch. `known`: they have bound who they are."""

    known: bool


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class PairingsShown:
    """The pairings, none or some; `more`: that are not listed."""

    lines: tuple[PairingLine, ...]
    more: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class AgreementsShown:
    """The agreements that run; `more`: that are not listed."""

    lines: tuple[AgreementLine, ...]
    more: int


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichPairing:
    """Several may be meant: number and other branch."""

    pairings: tuple[tuple[int, str], ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class LectureLacks:
    """What of a lecture was not said: topic or people."""

    lacks: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class LectureNotYet:
    """Its day is still to come."""

    day: date


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class LectureKnown:
    """It was recorded before."""

    day: date
    topic: str
    with_whom: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchPairing:
    """None that runs has this number, or the sender is no side of it; without a number: they have none."""

    number: int | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class LectureRecorded:
    """It stands in the pairing's year; `count`: how many do."""

    day: date
    topic: str
    teacher: str
    people: int
    with_whom: str
    count: int


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichMilestone:
    """Several may be meant."""

    milestones: tuple[MilestoneLine, ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class ProofWanted:
    """What was done is to be said."""

    number: int
    title: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchMilestone:
    """None has this number, or it is not the sender's; without a number: nothing of theirs is open."""

    number: int | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NobodyWaits:
    """It was proved before, by whom and when; or (`by` None) its agreement has ended."""

    number: int
    title: str
    by: str | None
    at: datetime | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class MilestoneProved:
    """It is done. `late`: after its day; `pictures`: that were sent before; `following`: what is to be done next."""

    number: int
    title: str
    late: bool
    pictures: int
    following: MilestoneLine | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class MilestonePictureKept:
    """The picture lies beside it; `count`: how many do."""

    number: int
    title: str
    count: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoMilestoneForPicture:
    """It shows nothing that the sender has proved."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class UnitGone:
    """The unit has left, with so many branches and pairings."""

    name: str
    branches: int
    pairings: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchUnit:
    """No present unit is called so, or several are."""

    called: str
