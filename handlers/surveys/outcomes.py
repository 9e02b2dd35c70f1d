"""What comes of surveys."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from governance.councils.votes import Share
from governance.surveys.doings import Doing
from governance.surveys.kinds import Asked, Form, SurveyState
from governance.surveys.votes import EachIs
from handlers.outcomes import Tone, outcome


@dataclass(frozen=True)
class QuestionLine:
    """A question as people read it."""

    position: int
    form: Form
    text: str
    choices: tuple[str, ...]


@dataclass(frozen=True)
class VoteRule:
    """How a residents' vote is counted."""

    share: Share
    each_is: EachIs
    percent: int


@dataclass(frozen=True)
class SurveyRef:
    """A survey as it is spoken of. `questions`: how many; `rule`: of a residents' vote."""

    number: int
    title: str
    anonymous: bool
    questions: int
    ends: datetime
    rule: VoteRule | None = None


class Why(StrEnum):
    """Why something can't be done with a survey."""

    TITLE = "title"
    QUESTION = "question"
    END = "end"
    SPAN = "span"
    PAST = "past"
    CHOICES = "choices"
    TOO_MANY = "too_many"
    NOT_THERE = "not_there"
    ON_ITS_WAY = "on_its_way"
    NOBODY = "nobody"
    NOT_DRAFT = "not_draft"
    NOT_RUNNING = "not_running"
    NOT_ENDED = "not_ended"
    WORDS = "words"
    TOLD = "told"
    NO_VOTER = "no_voter"
    DOINGS = "doings"
    NO_DOING = "no_doing"
    IS_VOTE = "is_vote"
    ELSEWHERE = "elsewhere"
    VOTE_WORDS = "vote_words"
    VOTE_END = "vote_end"


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SurveyPreview:
    """A draft as it would go out, with the counted audience. `without`: how many have no account with us."""

    survey: SurveyRef
    asked: Asked
    places: tuple[str, ...]
    starts: datetime | None
    questions: tuple[QuestionLine, ...]
    reached: int
    muted: int
    without: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SurveySent:
    """It goes out. `begins`: where that is later."""

    survey: SurveyRef
    people: int
    begins: datetime | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SurveyDropped:
    """The draft does not go out."""

    survey: SurveyRef


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SurveyEnded:
    """It is over."""

    survey: SurveyRef
    answered: int
    people: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SurveyDoneTold:
    """What was done is said; so many who answered are told."""

    survey: SurveyRef
    answered: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SurveyLinked:
    """It is said what came of it."""

    survey: SurveyRef
    doings: tuple[Doing, ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ResidentVoteOpened:
    """So many people may vote, each is told once."""

    survey: SurveyRef
    people: int


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class ResidentVotePreview:
    """A residents' vote as it would go out: where, to how many. Nobody has been told."""

    survey: SurveyRef
    place: str
    people: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class AnswerKept:
    """An answer is in. `said`: what, empty where it is anonymous: nobody looks that up. `in_words`: not by a
    choice; `next`: what is asked now, if anything.
    """

    survey: SurveyRef
    position: int
    said: str
    changed: bool
    in_words: bool
    next: QuestionLine | None


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class QuestionAsked:
    """A question of a survey, and how to answer it."""

    survey: SurveyRef
    question: QuestionLine


@dataclass(frozen=True)
class SurveyLine:
    """A survey in a list. `mine`: whether the reader answered; None where they were not asked."""

    survey: SurveyRef
    state: SurveyState
    mine: bool | None
    done: str


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class SurveysShown:
    """What the reader is asked, and what came of earlier ones."""

    lines: tuple[SurveyLine, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchSurvey:
    """There is none of this number that is the sender's business."""

    number: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotAskedOf:
    """The survey asks others. `unbound`: whom it asks has to be known, and the sender is not."""

    number: int
    asked: Asked
    unbound: bool


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class MovedAway:
    """Who lives there no more has no vote any more."""

    number: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class SurveyIsOver:
    """It takes no answers any more."""

    survey: SurveyRef


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class NoSuchChoice:
    """What was said is none of the choices."""

    survey: SurveyRef
    question: QuestionLine


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichQuestion:
    """Which of several questions is answered anew."""

    survey: SurveyRef


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class CannotSurvey:
    """It can't be done. `at`, `said`: an instant, a word that says why."""

    why: Why
    number: int = 0
    at: datetime | None = None
    said: str = ""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class WhereToAsk:
    """The place is not known, or may be several."""

    said: str
    maybe: tuple[str, ...]
