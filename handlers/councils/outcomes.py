"""What comes of what is asked of a council."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from governance.councils.kinds import CouncilKind
from governance.councils.topics import TopicState
from handlers.outcomes import Tone, outcome


class Thing(StrEnum):
    """What something is said of."""

    COUNCIL = "council"
    TOPIC = "topic"
    MEETING = "meeting"
    VOTE = "vote"
    RESOLUTION = "resolution"


class Lacks(StrEnum):
    """What is missing."""

    HOME = "home"
    COUNCIL = "council"
    TOPIC = "topic"
    WHICH_TOPIC = "which_topic"
    CODE = "code"
    CHOICE = "choice"
    WHEN = "when"
    AGENDA = "agenda"
    VOTE = "vote"
    RESOLUTION = "resolution"
    OWNER = "owner"
    DUE = "due"
    NEWS = "news"
    WHY = "why"


class Why(StrEnum):
    """Why something can't be done."""

    NOT_BOUND = "not_bound"
    LEFT = "left"
    NOT_MEMBER = "not_member"
    NOT_INVITED = "not_invited"
    NOT_THERE = "not_there"
    WRONG_CODE = "wrong_code"
    TOO_MANY_CODES = "too_many_codes"
    TOO_EARLY = "too_early"
    MEETING_OVER = "meeting_over"
    VOTE_OVER = "vote_over"
    VOTED = "voted"
    VOTE_RUNNING = "vote_running"
    VOTE_FAILED = "vote_failed"
    SUPPORTED = "supported"
    OWN_TOPIC = "own_topic"
    ENOUGH_TOPICS = "enough_topics"
    TOPIC_OVER = "topic_over"
    ON_AGENDA = "on_agenda"
    NOT_ON_AGENDA = "not_on_agenda"
    NOT_ESCALATED = "not_escalated"
    ELSEWHERE = "elsewhere"
    IN_PAST = "in_past"
    OWN_MINUTES = "own_minutes"
    NO_DRAFT = "no_draft"
    NOT_OWNER = "not_owner"
    RESOLUTION_OVER = "resolution_over"
    NO_SEAT = "no_seat"
    POOLED = "pooled"
    STRANGE_CODE = "strange_code"


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuch:
    """There is none of this number (None: none at all) that the sender could mean."""

    thing: Thing
    number: int | None


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichOne:
    """Several may be meant: number and what it is about."""

    thing: Thing
    options: tuple[tuple[int, str], ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class Missing:
    """Something is missing, and how it is said."""

    what: Lacks
    number: int | None = None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class CannotNow:
    """It can't be done, and why. `number`: of what it was asked; `at`: since or from when; `said`: a detail."""

    why: Why
    number: int | None = None
    at: datetime | None = None
    said: str = ""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoQuorum:
    """Too few have come for a vote."""

    meeting: int
    there: int
    members: int
    needed: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NobodyCalled:
    """Nobody at work is called so, or several are."""

    called: str
    count: int


@dataclass(frozen=True)
class CouncilRef:
    """A council as it is spoken of."""

    kind: CouncilKind
    place: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Proposed:
    """A topic was written. `masked`: names or numbers were taken out of it; `needed`: supporters."""

    topic: int
    title: str
    council: CouncilRef
    needed: int
    masked: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Supported:
    """Counted."""

    topic: int
    title: str
    supporters: int
    needed: int


@dataclass(frozen=True)
class TopicLine:
    """A topic in a list. `mine`: the sender has proposed it."""

    topic: int
    title: str
    state: TopicState
    supporters: int
    mine: bool


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class TopicsShown:
    """Those of the sender's councils, and their own."""

    topics: tuple[TopicLine, ...]
    needed: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class TopicShown:
    """One topic. `resolutions`: number and what was resolved."""

    line: TopicLine
    council: CouncilRef
    needed: int
    why: str | None
    meeting: int | None
    meeting_at: datetime | None
    resolutions: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class MeetingLine:
    """A meeting in a list. `comes`: what the sender said; `invited`: whether they are; `told`: how many are, for who runs it."""

    meeting: int
    council: CouncilRef
    at: datetime
    room: str
    agenda: tuple[tuple[int, str], ...]
    invited: bool
    comes: bool | None
    told: int | None = None


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class MeetingsShown:
    """Those to come."""

    meetings: tuple[MeetingLine, ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class MeetingCalled:
    """All members are invited. `code`: what is shown in the room."""

    meeting: int
    council: CouncilRef
    at: datetime
    room: str
    members: int
    code: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class MeetingCancelled:
    """Who was invited hears it."""

    meeting: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class OnAgenda:
    """A topic stands on a meeting's agenda."""

    topic: int
    title: str
    meeting: int
    at: datetime


@outcome(Tone.DONE)
@dataclass(frozen=True)
class TopicDropped:
    """It does not come before the council."""

    topic: int
    title: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SeatChanged:
    """Somebody sits in a council now, or no more."""

    name: str
    council: CouncilRef
    sits: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class InvitationAnswered:
    """Noted."""

    meeting: int
    at: datetime
    room: str
    comes: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Attended:
    """Somebody has come. `name`: another than the sender; `before`: they had already."""

    meeting: int
    there: int
    members: int
    needed: int
    before: bool
    name: str = ""
