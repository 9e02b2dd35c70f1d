"""What comes of notices: frozen values for the chat and the office."""

from dataclasses import dataclass
from datetime import datetime

from governance.area_notices import AreaKind, NoticeState, Way
from governance.roles import Role
from handlers.outcomes import Tone, outcome


@dataclass(frozen=True)
class Told:
    """A notice as people read it. `area`: the names of its places."""

    number: str
    kind: AreaKind
    text: str
    area: tuple[str, ...]
    starts_at: datetime
    ends_at: datetime | None
    state: NoticeState


@dataclass(frozen=True)
class Audience:
    """Who would get it: how many by each way, and at how many homes. `without`: those whom none would reach, by the home."""

    ways: tuple[tuple[Way, int], ...]
    homes: int
    without: tuple[tuple[str, int], ...] = ()

    def of(self, *ways: Way) -> int:
        """How many by these ways."""
        return sum(count for way, count in self.ways if way in ways)


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class TellWhat:
    """Residents are to be told something; what, was not said."""


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class TellWhere:
    """The place that was named may be any of these; none: it is not in the tree."""

    places: tuple[int, ...]
    said: str = ""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotForStaff:
    """It was meant for people of the roster; a notice goes to those who live there."""

    whom: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class TimeIsPast:
    """The time that was said is over already."""

    ended_at: datetime


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class EndsBeforeItBegins:
    """The end that was said is before the begin."""

    starts_at: datetime
    ends_at: datetime


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Drafted:
    """Written, not sent. `second`: so many need a second person. `replaced`: the writer's older drafts of the same, which do not
    go out. `street`: a name in it that is not in the tree, so that it goes to all. `why`: it was asked why just these get it.
    """

    notice: Told
    audience: Audience
    second: bool
    replaced: tuple[str, ...] = ()
    street: str = ""
    why: bool = False


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SecondAsked:
    """Who wrote it agrees; these were asked to look at it as well (nobody: none can be reached)."""

    notice: Told
    people: int
    asked: tuple[tuple[Role, str], ...]


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Sending:
    """Agreed to: it goes out now. `held`: not before the morning, it begins later."""

    notice: Told
    people: int
    held: datetime | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Withheld:
    """It does not go out."""

    notice: Told


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Changed:
    """Its time is another one; so many are told."""

    notice: Told
    people: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Ended:
    """It is over; so many are told. `cancelled`: it had not begun. `beside`: another one of the same matter, which stands; `void`:
    only this one was wrong, and they are told that the other holds.
    """

    notice: Told
    people: int
    cancelled: bool
    beside: str = ""
    void: bool = False


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoticeStands:
    """That is not possible now: it stands so, by this person."""

    number: str
    state: NoticeState
    by: str
    at: datetime | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchNotice:
    """No notice of this number is the sender's business."""

    said: str


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichNotice:
    """Several may be meant, or none is there."""

    notices: tuple[Told, ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhatTime:
    """Its time is to be another one; which, was not said."""

    number: str


@dataclass(frozen=True)
class Line:
    """A notice in the list. `pushes`: to how many people it was sent, waits, is kept; `mine`: the reader may act on it."""

    notice: Told
    people: int
    pushes: tuple[tuple[str, int], ...]
    mine: bool


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class Notices:
    """What is announced. `staff`: to who may send some."""

    lines: tuple[Line, ...]
    staff: bool


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class IsAnnounced:
    """What was reported is in a notice that runs there now: no ticket, unless it is something else."""

    notice: Told


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class AnnouncedThere:
    """What was asked stands in these notices."""

    notices: tuple[Told, ...]
