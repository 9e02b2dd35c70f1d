"""What comes of looking at candidates, and of deciding."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.stars.scoring import Row
from governance.stars.states import AwardKind, AwardState, Consent, RoundState
from handlers.outcomes import Tone, outcome


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchAward:
    """No candidate has this number where the sender reviews."""

    number: int | None


@dataclass(frozen=True)
class CandidateLine:
    """`recent`: the month of an award too short ago; `best`: the scores propose them."""

    number: int
    kind: AwardKind
    area: int
    name: str
    score: int
    state: AwardState
    consent: Consent
    recent: date | None
    best: bool


@dataclass(frozen=True)
class RoundList:
    """A community's candidates, the best of each kind and area first; `more`: so many besides."""

    community: int
    month: date
    state: RoundState
    lines: tuple[CandidateLine, ...]
    more: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class ReviewList:
    """The rounds that have candidates; `example`: the number of one."""

    rounds: tuple[RoundList, ...]
    example: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class NothingToReview:
    """No candidates where the sender reviews."""


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class ReviewDetail:
    """What a candidate rests on. `rows`: of the score; `reasons`: what was said, each with the kinds of delicate matter in it."""

    number: int
    name: str
    kind: AwardKind
    area: int
    state: AwardState
    consent: Consent
    score: int
    rows: tuple[Row, ...]
    reasons: tuple[tuple[str, tuple[str, ...]], ...]
    deeds: str


class Unfit(StrEnum):
    """Why a candidate can't be accepted."""

    ROUND = "round"
    STATE = "state"
    OWN = "own"
    LEFT = "left"
    REFUSED = "refused"
    RECENT = "recent"
    AREA = "area"
    """The area has somebody else."""
    PERSON = "person"
    """The person was accepted for something else."""
    UNKNOWN = "unknown"
    """There is no such candidate where the sender reviews."""


@dataclass(frozen=True)
class CannotAccept:
    """A candidate who was not accepted, and why, with what the reason speaks of."""

    number: int
    why: Unfit
    state: AwardState = AwardState.CANDIDATE
    round_state: RoundState = RoundState.REVIEWING
    month: date = date.min
    apart: int = 0
    area: int = 0
    other: int = 0


@outcome(Tone.DONE)
@dataclass(frozen=True)
class AwardsAccepted:
    """`asked`: names of those who have not agreed yet; `problems`: who could not be accepted."""

    accepted: tuple[tuple[int, str], ...]
    asked: tuple[str, ...]
    problems: tuple[CannotAccept, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoneAccepted:
    """`problems` empty: there is nobody to accept."""

    problems: tuple[CannotAccept, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ReturnHow:
    """A number and a reason are wanted."""

    number: int | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class AwardReturned:
    """Sent back."""

    number: int
    name: str
    reason: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class CannotReturn:
    """It is past review."""

    number: int
    state: AwardState


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class MergeHow:
    """Two numbers are wanted."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class AwardsMerged:
    """`households`: so many speak for the one that is left."""

    number: int
    other: int
    name: str
    households: int
    score: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class CannotMerge:
    """They are not of one round and kind, or past review."""
