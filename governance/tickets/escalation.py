"""What happens as a deadline comes near and passes: each stage exactly once, in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from governance.tickets.deadlines import Deadline, DeadlineKind
from governance.working_time import WorkingTime


class EscalationAction(StrEnum):
    """What a stage does."""

    REMIND = "remind"
    """Remind the one whose it is; while it is nobody's, those who dispatch."""
    WARN_HEADS = "warn_heads"
    """Tell grid head and community secretary that it is late."""
    WARN_LEAD = "warn_lead"
    """Tell the subdistrict's lead."""
    FIND_UNREACHED = "find_unreached"
    """If the question for a rating could not be delivered, somebody calls."""
    CLOSE_SILENT = "close_silent"
    RESUME = "resume"
    LOOK_BACK = "look_back"


@dataclass(frozen=True)
class Stage:
    """At so many percent of the deadline's time."""

    percent: int
    action: EscalationAction


_LADDER = (
    Stage(50, EscalationAction.REMIND),
    Stage(80, EscalationAction.REMIND),
    Stage(100, EscalationAction.WARN_HEADS),
    Stage(150, EscalationAction.WARN_LEAD),
)
"""Source: design, section 5."""

STAGES: dict[DeadlineKind, tuple[Stage, ...]] = {
    DeadlineKind.ACCEPT: _LADDER,
    DeadlineKind.TAKE: _LADDER,
    DeadlineKind.SURVEY: _LADDER,
    DeadlineKind.PLAN: _LADDER,
    DeadlineKind.CREW: _LADDER,
    DeadlineKind.CONTACT: _LADDER,
    DeadlineKind.HANDLE: _LADDER,
    DeadlineKind.VERIFY: (Stage(80, EscalationAction.REMIND), *_LADDER[2:]),
    DeadlineKind.APPROVE: (Stage(80, EscalationAction.REMIND), Stage(100, EscalationAction.WARN_LEAD)),
    DeadlineKind.CALL_BACK: _LADDER,
    DeadlineKind.RATE: (Stage(34, EscalationAction.FIND_UNREACHED), Stage(100, EscalationAction.CLOSE_SILENT)),
    DeadlineKind.RESUME: (Stage(100, EscalationAction.RESUME),),
    DeadlineKind.LOOK_BACK: (Stage(100, EscalationAction.LOOK_BACK),),
}


def stages_due(deadline: Deadline, done: int, now: datetime, times: WorkingTime) -> tuple[Stage, ...]:
    """The stages after the first `done` whose instant has come, in order; a clock that goes back brings none again."""
    due = []
    for stage in STAGES[deadline.kind][done:]:
        if instant_of(stage, deadline, times) > now:
            break
        due.append(stage)
    return tuple(due)


def next_instant(deadline: Deadline, done: int, times: WorkingTime) -> datetime | None:
    """When the next stage after the first `done` comes; None after the last."""
    left = STAGES[deadline.kind][done:]
    return instant_of(left[0], deadline, times) if left else None


def instant_of(stage: Stage, deadline: Deadline, times: WorkingTime) -> datetime:
    """When a stage comes: a share of the deadline's time, in working time where the deadline runs in it."""
    if stage.percent == 100:
        return deadline.due_at
    if not deadline.working:
        return deadline.since + (deadline.due_at - deadline.since) * stage.percent / 100
    length: timedelta = times.between(deadline.since, deadline.due_at)
    return times.add(deadline.since, length * stage.percent / 100)


def loudest(stages: Sequence[Stage]) -> tuple[Stage, ...]:
    """Of stages that come due at once, as after a stop: the last of each action. Nobody is reminded twice of one thing."""
    last = {stage.action: stage for stage in stages}
    return tuple(stage for stage in stages if last[stage.action] is stage)
