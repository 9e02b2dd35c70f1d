"""What comes of nominating somebody."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.stars.states import AwardKind, AwardState
from handlers.outcomes import Tone, outcome


class ConsentStep(StrEnum):
    """What is to happen now so that the person may be named."""

    NOTHING = "nothing"
    """They have agreed."""
    ASKED = "asked"
    BY_HAND = "by_hand"
    """Nobody can reach them but by foot."""
    REFUSED = "refused"


class NotNominated(StrEnum):
    """Why somebody can't be nominated."""

    ONESELF = "oneself"
    KIN = "kin"
    AGAIN = "again"
    LEFT = "left"


class Lacks(StrEnum):
    """What a nomination lacks."""

    ALL = "all"
    WHO = "who"
    WHY = "why"
    WHERE = "where"
    KNOWN_PLACE = "known_place"
    """It says where, and no such building is known."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Nominated:
    """`removed`: kinds of private matter taken out of the reason; `most`: to so many letters it was cut, None where it fits;
    `late`: the month it counts in, where that is the next; `picture`: one may still be sent.
    """

    kind: AwardKind
    name: str
    area: int
    removed: tuple[str, ...]
    most: int | None
    late: date | None
    consent: ConsentStep
    picture: bool


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NominationRefused:
    """Nothing was noted."""

    why: NotNominated
    name: str = ""


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class NominationLacks:
    """What has been said is kept until the answer comes."""

    what: Lacks
    name: str = ""


@dataclass(frozen=True)
class Namesake:
    """One of several people of one name: the roster's code, the places where they serve or live, their units."""

    code: str
    places: tuple[int, ...]
    units: str


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichNominee:
    """Several people bear the name."""

    name: str
    count: int
    listed: tuple[Namesake, ...]


@dataclass(frozen=True)
class NominationLine:
    """Somebody's candidate, as it stands."""

    month: date
    kind: AwardKind
    name: str
    area: int
    state: AwardState


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class MyNominations:
    """The newest first."""

    lines: tuple[NominationLine, ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class NominationPictureKept:
    """`name`: of the candidate."""

    name: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoNominationForPicture:
    """There is no such nomination of the sender's, or no picture."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class NomineeCorrected:
    """How the nominee is called now."""

    before: str
    name: str


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class NomineeCalledHow:
    """Which name is right."""

    before: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NomineeStays:
    """There is no nomination of the sender's whose name can still be corrected. `name`: whom they nominated, if anybody; `others`:
    somebody else nominated them too, or the roster knows who it is.
    """

    name: str = ""
    others: bool = False
