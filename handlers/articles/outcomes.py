"""What comes of articles to residents."""

from dataclasses import dataclass
from datetime import datetime

from governance.articles import ArticleState, Lack
from handlers.outcomes import Tone, outcome


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ArticleKept:
    """It is kept as a draft. `again`: somebody had been asked to look at it, and has to be asked anew."""

    number: int
    again: bool


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ArticleIllustrated:
    """It has the picture, or (`bare`) none any more."""

    number: int
    bare: bool


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchArticle:
    """There is none of this number that the sender may act on."""

    number: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ArticleStands:
    """In this state that can't be done."""

    number: int
    state: ArticleState


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class EditedMeanwhile:
    """Somebody else saved it after the page was made; nothing of theirs is written over."""

    number: int
    by: str
    at: datetime


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ArticleLacks:
    """It can't be kept, or can't go out, as it is; each with how long it is."""

    lacks: tuple[tuple[Lack, int], ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ArticleTooLate:
    """The time at which it was to go is past."""

    goes_at: datetime


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ArticleForNobody:
    """Nobody lives there whom it would reach."""

    number: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ArticleHasNumbers:
    """Nobody has said that these numbers of phones or cards may be read by everybody."""

    number: int
    found: tuple[str, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ArticleWithoutConsent:
    """It has a picture, and nobody has said that those in it agree."""

    number: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class ArticleNeedsCover:
    """It is wanted in the account's drafts, where every article has a picture."""

    number: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class SecondHandNeeded:
    """Who wrote it, or changed it last, is no second pair of eyes."""

    number: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ArticleAsked:
    """These were asked to look at it (nobody: none can be reached, it waits at the office)."""

    number: int
    names: tuple[str, ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ArticleAgreed:
    """It goes to so many, at this time (None: now)."""

    number: int
    people: int
    goes_at: datetime | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ArticleBack:
    """It is a draft again."""

    number: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ArticleDropped:
    """It is gone from the list."""

    number: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class PhotosShown:
    """They are on the wall."""

    ticket: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class PhotosHidden:
    """They are on it no more."""

    ticket: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchPhotos:
    """The matter is not closed, has not both pictures any more, or is not there for the sender."""

    ticket: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class PhotosWithoutConsent:
    """Nobody has said that those in them agree."""

    ticket: str
