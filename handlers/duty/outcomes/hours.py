"""What comes of asking for hours, adding to them, and papers about them."""

from dataclasses import dataclass
from datetime import date

from handlers.outcomes import Tone, outcome
from storage.duty.hours import Entry


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class HoursShown:
    """Minutes of this month and year, and the year's entries, the oldest first; none: no hours yet."""

    month: int
    year: int
    entries: tuple[Entry, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class HowToCorrect:
    """Shift, name, minutes or reason is missing; `number`: of the shift, where it was named."""

    number: int | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotOneself:
    """Nobody changes their own hours."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class WasNotThere:
    """They had no place on the shift."""

    name: str
    shift: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class HoursAsTheyWere:
    """The ledger says so already."""

    name: str
    shift: int
    minutes: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class HoursCorrected:
    """From so many minutes to so many."""

    name: str
    shift: int
    before: int
    after: int
    reason: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class HowToCredit:
    """Name, minutes or reason is missing."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class TooMuchToCredit:
    """More than a day at once, or less than nothing."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class HoursCredited:
    """So many minutes were added."""

    name: str
    minutes: int
    reason: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class HoursConfirmed:
    """Names with the minutes that count."""

    shift: int
    people: tuple[tuple[str, int], ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingToConfirm:
    """Nobody's hours wait, or the shift is not over."""

    shift: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class CertificateWritten:
    """`url`: where it lies."""

    first: date
    last: date
    minutes: int
    url: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingToCertify:
    """There are no hours in this time."""

    first: date
    last: date


@outcome(Tone.DONE)
@dataclass(frozen=True)
class FeedOpened:
    """`url`: the calendar's new address."""

    url: str
