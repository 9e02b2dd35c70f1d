"""What comes of dealing with the year's cases."""

from dataclasses import dataclass
from datetime import datetime

from handlers.outcomes import Tone, outcome


@dataclass(frozen=True)
class CaseLine:
    """A case in a list; `votes`, `place`: once the vote is counted."""

    number: int
    title: str
    community: str
    votes: int | None = None
    place: int | None = None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Voted:
    """Counted at the end. `left`: so many more may be approved of."""

    cases: tuple[CaseLine, ...]
    left: int
    closes_at: datetime


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class VotedAlready:
    """Each counts once."""

    numbers: tuple[int, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class VoteNeedsBinding:
    """Nobody knows who the sender is: one person has one vote. `left`: they are known, and live or serve here no more."""

    left: bool = False


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoVoteNow:
    """None runs. `year`: of one that is over."""

    year: int | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchCase:
    """There is none of this number."""

    numbers: tuple[int, ...]
    most: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class TooManyVotes:
    """One person may approve of so many."""

    most: int
    cast: int


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class VoteForWhat:
    """Which?"""


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class CasesShown:
    """The cases of a year. `closes_at`: while votes are taken; `counted`: whether they are ranked; `voters`: how many voted."""

    year: int
    cases: tuple[CaseLine, ...]
    closes_at: datetime | None
    counted: bool
    voters: int | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class CaseScored:
    """A juror's points."""

    number: int
    title: str
    points: int


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class ScoreHow:
    """Which case, and how many points?"""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class CaseProposed:
    """It is a case now."""

    year: int
    number: int
    title: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotToPropose:
    """The matter can't be a case. `known`: it is one already; else it is not closed, or not there for the sender."""

    ticket: str
    known: bool


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class ProposeWhat:
    """A ticket, a title and a story are needed."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class BallotIsOpen:
    """The vote of the year was opened: no case is added, nor is it opened twice."""

    year: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class BallotOpened:
    """Votes are taken from now on."""

    year: int
    count: int
    closes_at: datetime


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class TooFewCases:
    """There is nothing to choose."""

    year: int
    count: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class VoteTooShort:
    """A vote runs at least, and at most, so many days."""

    least: int
    most: int


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class CommunitiesLeftOut:
    """These communities have no case, and can propose none once the vote is open: is it to be opened?"""

    year: int
    communities: tuple[str, ...]


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class Recounted:
    """Whether the journal gives the numbers that were published."""

    year: int
    same: bool
    votes: int
    voters: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotCountedYet:
    """Nobody counts before the end."""

    year: int
