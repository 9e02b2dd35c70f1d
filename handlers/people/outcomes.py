"""What comes of asking who somebody is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.roles import Line, Role
from handlers.callings import Callings
from handlers.outcomes import Tone, outcome


@dataclass(frozen=True)
class HeldPost:
    """One of somebody's roles with its place or grid."""

    role: Role
    where: str
    line: Line | None


@dataclass(frozen=True)
class Servant:
    """One who looks after a place; `for_name`: whom they stand in for."""

    role: Role
    name: str
    for_name: str | None


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class IdentityCard:
    """`name` None: an anonymous resident; `home` None: no building was chosen."""

    name: str | None
    left: bool
    posts: tuple[HeldPost, ...]
    home: int | None
    serving: tuple[Servant, ...]
    callings: Callings = Callings()  # noqa: RUF009 - frozen


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class BindHow:
    """Nothing by which to bind was said."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Bound:
    """The account is this person's."""

    name: str
    posts: tuple[HeldPost, ...]
    callings: Callings = Callings()  # noqa: RUF009 - frozen


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotMatched:
    """Nobody has this name with these digits, or the code is none; so many tries are left today."""

    left: int
    by_code: bool


class WhyNotBound(StrEnum):
    """What keeps an account from being bound."""

    TRIED_TOO_OFTEN = "tried_too_often"
    SEVERAL = "several"
    LEFT = "left"
    SAME = "same"
    BOUND_ELSE = "bound_else"
    BOUND_BY_ANOTHER = "bound_by_another"
    ONLY_BY_CODE = "only_by_code"
    """An administrator, whom a name and four digits would hand everything."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotBound:
    """`name`: who it is about; `count`: how many fit."""

    why: WhyNotBound
    name: str = ""
    count: int = 0


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Unbound:
    """The account is nobody's of the roster any more."""

    name: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class WasNotBound:
    """There was nothing to unbind."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class HomeChosen:
    """The building, by its id."""

    place: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class HomeUnknown:
    """No building of the roster has this name."""

    said: str


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichHome:
    """Several buildings may be meant. `yard`: what they lie in, where only that was said; then `count` counts them all."""

    places: tuple[int, ...]
    yard: int | None = None
    count: int = 0


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class InviteWhom:
    """Nobody was named."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class InviteSignInAnew:
    """Asked for at the office, where whoever sits there has not shown lately who they are."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Invited:
    """The code binds whoever says it first, for so many days."""

    name: str
    code: str
    days: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NobodyNamed:
    """No active person of the roster has this name or code."""

    name: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class AbsenceOfAnother:
    """Somebody else goes on leave: they say so themselves. `me`: the sender, who would stand in."""

    of: str
    me: str


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class AbsenceHow:
    """The days or the stand-in are missing."""


class WhyNoAbsence(StrEnum):
    """What keeps somebody from going on leave so."""

    PAST = "past"
    TOO_LONG = "too_long"
    OVERLAPS = "overlaps"
    STAND_IN_SELF = "stand_in_self"
    STAND_IN_NO_STAFF = "stand_in_no_staff"
    STAND_IN_AWAY = "stand_in_away"


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoAbsence:
    """`name`: the stand-in; `days`: of the other absence; `most`: days at once."""

    why: WhyNoAbsence
    name: str = ""
    days: tuple[date, date] | None = None
    most: int = 0


@outcome(Tone.DONE)
@dataclass(frozen=True)
class AbsenceBegun:
    """Somebody stands in on these days; `hours`: of the one day only from this to that minute of it."""

    days: tuple[date, date]
    stand_in: str
    hours: tuple[int, int] | None = None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class AbsenceEnded:
    """The sender acts for themselves again."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class WasNotAway:
    """There was no leave to end."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class AbsenceRecorded:
    """The office has noted somebody's leave."""

    of: str
    days: tuple[date, date]
    stand_in: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class AbsenceOfEnded:
    """The office has ended somebody's leave."""

    of: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class AbsenceNotRecorded:
    """It was not noted: why, of whom, and with whom it clashes."""

    of: str
    why: WhyNoAbsence | None = None
    name: str = ""
    days: tuple[date, date] | None = None
    most: int = 0
