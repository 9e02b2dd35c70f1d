"""What comes of signing in, of what is kept in order at the office, and of an order from there before its command is done."""

from dataclasses import dataclass

from handlers.outcomes import Tone, outcome


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class Stale:
    """More has happened to the ticket than the page showed. `news`: kinds of events with who did them, the oldest first."""

    news: tuple[tuple[str, str | None], ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class SignInAsked:
    """Which browser asks, and whether the sender sits at it. `browser`, `system`, `address`: None where they are not known."""

    browser: str | None
    system: str | None
    address: str | None
    minutes: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SignedIn:
    """The browser is the sender's."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SignInRefused:
    """Nobody was signed in."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class WrongNumber:
    """Another number stands on the screen; the browser has to ask anew."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class SignInOver:
    """The browser's time to ask is over."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class SignInCodeUnknown:
    """No browser shows this code now."""


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class SignInHow:
    """Where to sign in."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SignedOut:
    """So many browsers were signed out."""

    count: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotSignedIn:
    """There was none to sign out."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotFromOffice:
    """A browser that is signed in signs no other in: only a phone does."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class LoginBusy:
    """So many passwords are being looked at that nobody has looked at this one."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class PasswordChanged:
    """The new one counts; so many other browsers were signed out."""

    ended: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class PasswordKept:
    """The password that counts so far, or the second factor, is wrong; which one is not said."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class WrongLogin:
    """The code of the person, the password or the second factor is wrong; which one is not said."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class AnswerKept:
    """It answers from now on."""


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class AnswerHow:
    """What a question and its answer must be: so many letters at most, and not none."""

    question: int
    answer: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class AnswerRetired:
    """It answers nobody any more."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class AnswerRestored:
    """It answers again."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class AnswerChangedMeanwhile:
    """Somebody else has written this since the page was shown."""

    question: str
    answer: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchAnswer:
    """There is none of this number that still answers."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ItemRetried:
    """The next pass tries it."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchFailure:
    """Nothing of this name has failed, or not any more."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ItemSetAside:
    """It waits until somebody has it tried again."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class PushSentAgain:
    """It goes out with the next pass."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class PushCalledOff:
    """It does not go out."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class PushIsOut:
    """There is none of this number that could still be sent or called off."""
