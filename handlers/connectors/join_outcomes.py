"""What comes of joining what several platforms know."""

from dataclasses import dataclass

from handlers.outcomes import Tone, outcome


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SubjectJoined:
    """They are one from now on. `into`: our code of it, empty where it is none of ours; `count`: of so many platforms."""

    into: str
    count: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class CannotJoin:
    """The platform has something else that was joined with it."""

    into: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchSubject:
    """It does not wait any more, or there is nothing of this number: somebody else was quicker."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class AllAlikeJoined:
    """So many were joined."""

    count: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SubjectKeptApart:
    """It is not proposed again."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SubjectDismissed:
    """What they said of it is gone."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class SubjectSplit:
    """It waits again, and is not proposed with this one."""
