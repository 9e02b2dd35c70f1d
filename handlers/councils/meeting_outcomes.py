"""What comes of votes, notes, minutes and resolutions."""

from dataclasses import dataclass
from datetime import datetime

from governance.councils.votes import Choice, Share
from governance.councils.watching import ResolutionState
from handlers.councils.outcomes import CouncilRef
from handlers.outcomes import Tone, outcome


@outcome(Tone.DONE)
@dataclass(frozen=True)
class VoteOpened:
    """Who is there may vote now."""

    vote: int
    text: str
    secret: bool
    share: Share
    there: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class BallotTaken:
    """A ballot was put in; `choice` None: it was secret, and is told nobody."""

    vote: int
    text: str
    choice: Choice | None


@dataclass(frozen=True)
class Counted:
    """What a vote came to."""

    vote: int
    text: str
    yes: int
    no: int
    abstain: int
    there: int
    passed: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class VoteClosed:
    """It was counted."""

    counted: Counted


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Noted:
    """It stands in the meeting's notes."""

    meeting: int
    text: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class MeetingClosed:
    """It is over; the minutes are due."""

    meeting: int
    minutes_due: datetime
    counted: tuple[Counted, ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class MinutesWritten:
    """A version waits for somebody's approval."""

    meeting: int
    version: int
    due: datetime


@outcome(Tone.DONE)
@dataclass(frozen=True)
class MinutesApproved:
    """They go out to so many people."""

    meeting: int
    version: int
    people: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Resolved:
    """A resolution was written."""

    resolution: int
    text: str
    owner: str
    due: datetime


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ResolutionTold:
    """How far it is, or (`state`) how it ended."""

    resolution: int
    text: str
    state: ResolutionState


@dataclass(frozen=True)
class ResolutionLine:
    """A resolution in a list."""

    resolution: int
    text: str
    state: ResolutionState
    due: datetime
    late: bool
    news: str | None


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class ResolutionsShown:
    """Those of the sender's councils."""

    resolutions: tuple[ResolutionLine, ...]


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class ResolutionShown:
    """One, with all that was said of it: when, which kind, what."""

    line: ResolutionLine
    council: CouncilRef
    words: tuple[tuple[datetime, str, str], ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class GuestNoted:
    """One more is there who sits not in the council. `before`: they were counted already."""

    meeting: int
    guests: int
    before: bool
