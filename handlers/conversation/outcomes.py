"""What comes of what is sent without being about one matter."""

from dataclasses import dataclass
from typing import Any

from handlers.conversation.commands import Option
from handlers.councils.meeting_outcomes import GuestNoted
from handlers.councils.outcomes import Attended, CannotNow
from handlers.office.outcomes import NotFromOffice, SignInAsked, SignInCodeUnknown
from handlers.outcomes import Tone, outcome
from handlers.things.outcomes import NoSuchThing, ThingShown


@dataclass(frozen=True)
class HelpTopic:
    """One topic, and ways to say what may be done there; `more`: there are others."""

    name: str
    examples: tuple[str, ...]
    more: bool


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class Help:
    """What the sender may do, in short. `works`: tickets are handled by them; `others`: topics that are only named."""

    works: bool
    topics: tuple[HelpTopic, ...]
    others: tuple[str, ...] = ()


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class HelpOn:
    """All that the sender may do about one topic: labels with examples."""

    topic: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class Greeted:
    """Hello. `community`: of which the asker is, where it is known; `who`: they asked with whom they speak."""

    who: bool = False
    community: int | None = None


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class Farewell:
    """Goodbye."""


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class TellWhat:
    """Where, and what is wrong?"""


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class Calmed:
    """The anger is understood."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class LeftOpen:
    """The question is left; these tickets stay as they are."""

    numbers: tuple[str, ...] = ()


@outcome(Tone.DONE)
@dataclass(frozen=True)
class NotDone:
    """The command that lacked something is not done."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class MediaJoined:
    """What was sent belongs to this report. `kind`: as it came in (image, video, voice, location)."""

    kind: str
    number: str
    summary: str


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WordsWanted:
    """It is kept, and waits for words. `works`: the sender has work in hand that it may belong to."""

    kind: str
    works: bool


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhoseIsIt:
    """Which of the tickets in the sender's hands (number, what it is about) it belongs to."""

    kind: str
    tickets: tuple[tuple[str, str], ...]


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class LinkNotOpened:
    """It is to be said in words."""


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class NotUnderstood:
    """What can be sent instead."""


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class PlaceShown:
    """The code's place; who lives there is at home there from now on."""

    place: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class UnknownCode:
    """The code belongs to no place."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Welcomed:
    """A new follower; by the code of this place, or by another: what came of that."""

    place: int | None
    scanned: (
        Attended
        | GuestNoted
        | CannotNow
        | ThingShown
        | NoSuchThing
        | SignInAsked
        | SignInCodeUnknown
        | NotFromOffice
        | None
    ) = None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class GoneAway:
    """Nothing may be pushed any more, and nothing is said."""


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class Listened:
    """It was heard, and nothing was done."""


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class Offered:
    """What a text may have meant: one of these, or none of them. `kept`: what was sent meanwhile, and waits for the answer."""

    options: tuple[Option, ...]
    kept: str = ""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SeveralDone:
    """What came of each of several commands, in their order."""

    outcomes: tuple[Any, ...]
