"""What comes of dealing with the yearly evaluation."""

from dataclasses import dataclass
from datetime import datetime

from governance.evaluation.changes import FactChange
from governance.evaluation.kinds import Evaluated, FactKind, RoundTerm
from handlers.outcomes import Tone, outcome


@dataclass(frozen=True)
class SumLine:
    """A line of a sum, with where it comes from."""

    kind: FactKind
    amount: int
    counted: int
    points: int
    sources: tuple[str, ...]


@dataclass(frozen=True)
class EntryLine:
    """Something that is evaluated. `place`, `commended`: once it is published."""

    number: int
    kind: Evaluated
    name: str
    total: int
    place: int | None
    commended: bool
    lines: tuple[SumLine, ...] = ()


@dataclass(frozen=True)
class RoundCalled:
    """A round as it is spoken of."""

    term: RoundTerm
    year: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class EvaluationShown:
    """The sender's own. `objections_until`: while they may object."""

    round: RoundCalled
    entries: tuple[EntryLine, ...]
    objections_until: datetime | None
    published: bool


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingEvaluated:
    """There is nothing of the sender's. `bound`: we know who they are; `any_round`: there is a round at all."""

    bound: bool
    any_round: bool


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotYourEntry:
    """The sender answers for nothing of this number, or there is none."""

    number: int


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class ObjectToWhichEntry:
    """Which of theirs is meant?"""

    entries: tuple[EntryLine, ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class ObjectForWhat:
    """What is wrong with it?"""

    number: int
    name: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class EvaluationObjected:
    """It is looked into."""

    number: int
    name: str
    until: datetime


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class EvaluationObjectedAlready:
    """What they said before waits to be settled."""

    number: int
    name: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ObjectionsAreOver:
    """Too late. `closed_at`: since when."""

    number: int
    name: str
    closed_at: datetime


@outcome(Tone.DONE)
@dataclass(frozen=True)
class EvaluationSettled:
    """Decided; `told`: so many had objected."""

    number: int
    name: str
    upheld: bool
    points: int
    total: int
    told: int


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class SettleEntryHow:
    """A number, a decision, a reason, and the points where it is upheld are needed. `most`: so many points at most."""

    number: int | None
    most: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingAgainst:
    """Nothing waits there."""

    number: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class OwnObjection:
    """Who objected does not decide on it."""

    number: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class EvaluationDrafted:
    """It is open for objections."""

    round: RoundCalled
    units: int
    pairings: int
    projects: int
    until: datetime


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class DraftedAlready:
    """There is one of this term and year."""

    round: RoundCalled


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingToEvaluate:
    """It has not begun, or there is no unit, pairing or project."""

    round: RoundCalled
    begun: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class EvaluationPublished:
    """Everybody may read it."""

    round: RoundCalled
    commended: tuple[EntryLine, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class StillObjectedTo:
    """Not yet. `until`: objections are taken; `waiting`: so many are not settled."""

    round: RoundCalled
    until: datetime | None
    waiting: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class EvaluationIsPublished:
    """It was published before."""

    round: RoundCalled


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchEvaluation:
    """There is no such round."""


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class EvaluationRecounted:
    """Whether the frozen facts give the sums. `changed`: whose facts have been corrected in the books since."""

    round: RoundCalled
    same: bool
    count: int
    changed: tuple[str, ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class BrandKept:
    """It is on the public page. `picture`: one was found; `new`: else it replaces what was written before."""

    community: str
    year: int
    title: str
    new: bool
    picture: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class EntryRecounted:
    """The facts of the books have entered; `told`: so many had objected."""

    number: int
    name: str
    changes: tuple[FactChange, ...]
    points: int
    total: int
    told: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class BooksSayTheSame:
    """There is nothing to correct: the objection waits for another decision."""

    number: int
    name: str


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class RecountWhy:
    """A reason is needed."""

    number: int


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class BrandNeeds:
    """A community, a title and what was done are needed. `unclear`: what was written for the community."""

    unclear: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoBrandPicture:
    """Nothing there has a picture of the work that may be shown."""

    source: str
