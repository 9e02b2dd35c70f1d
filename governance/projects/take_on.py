"""A call for help at once: whom it reaches when, and until when it runs."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from governance.rules import Rules


class CallState(StrEnum):
    """How a call for help stands."""

    CALLING = "calling"
    TAKEN = "taken"
    UNANSWERED = "unanswered"
    """Its time has passed and nobody took it: the leads decide."""
    OVER = "over"
    """The matter itself has ended."""


class Stage(StrEnum):
    """What the clock of a call brings, each once."""

    FIRST = "first"
    """Crews that serve there, and units that offer what fits."""
    WIDER = "wider"
    """All units."""
    LATE = "late"
    """The leads hear that nobody took it."""


STAGES = tuple(Stage)


@dataclass(frozen=True)
class CallClock:
    """When a call reaches whom. Instants are UTC."""

    called_at: datetime
    wider_at: datetime
    due_at: datetime

    def at(self, stage: Stage) -> datetime:
        """When this stage comes."""
        return {Stage.FIRST: self.called_at, Stage.WIDER: self.wider_at, Stage.LATE: self.due_at}[stage]


def clock_of(called_at: datetime, rules: Rules) -> CallClock:
    """The clock that a call starts: two hours, at the half of which it goes to all."""
    length = timedelta(minutes=rules.take_on_minutes)
    return CallClock(called_at, called_at + length / 2, called_at + length)


def stages_due(clock: CallClock, done: int, now: datetime) -> tuple[Stage, ...]:
    """The stages that have come and are not among the first `done`; nothing before its time, nothing twice."""
    return tuple(stage for stage in STAGES[done:] if clock.at(stage) <= now)


def next_instant(clock: CallClock, done: int) -> datetime | None:
    """When the next stage comes; None after the last."""
    return clock.at(STAGES[done]) if done < len(STAGES) else None
