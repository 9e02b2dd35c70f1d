"""What comes of dividing a project into steps."""

from dataclasses import dataclass
from datetime import date, datetime

from governance.milestones import Standing
from governance.projects.milestones import DroppedWhy, Planned, Unfit
from handlers.outcomes import Tone, outcome
from handlers.projects.outcomes import ProjectLine, ProjectRef


@dataclass(frozen=True)
class MilestoneLine:
    """A step as it is spoken of. `unit`: whose it is, empty where it is whoever's that has the project."""

    position: int
    title: str
    due_on: date
    standing: Standing
    unit: str
    dropped: DroppedWhy | None = None


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class ProjectShown:
    """One project with its milestones, and its latest steps: when, what, and in which unit's words."""

    line: ProjectLine
    steps: tuple[tuple[datetime, str, str, str], ...]
    milestones: tuple[MilestoneLine, ...] = ()


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ProjectPlanned:
    """The steps stand; `lines`: all of the project that are not done."""

    project: ProjectRef
    lines: tuple[MilestoneLine, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotPlanned:
    """Why not, and because of which step; `project` None: it is not opened yet; `until`: its own day."""

    project: ProjectRef | None
    why: Unfit
    step: Planned | None
    until: date | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchStep:
    """The project has no step of this number that is the unit's; `lines`: those that it has."""

    project: ProjectRef
    position: int
    lines: tuple[MilestoneLine, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class StepProvedBefore:
    """It was proved on that day already."""

    project: ProjectRef
    position: int
    title: str
    on: date
