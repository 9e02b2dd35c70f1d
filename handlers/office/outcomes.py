"""What comes of signing in, and of an order from the back office before its command is done."""

from dataclasses import dataclass

from handlers.outcomes import Tone, outcome


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class Stale:
    """More has happened to the ticket than the page showed. `news`: kinds of events with who did them, the oldest first."""

    news: tuple[tuple[str, str | None], ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SignedIn:
    """The browser is the sender's."""


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
class LoginLocked:
    """Too many wrong passwords a short while ago."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class WrongLogin:
    """The code of the person, the password or the second factor is wrong; which one is not said."""
