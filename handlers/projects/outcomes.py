"""What comes of dealing with projects."""

from dataclasses import dataclass
from datetime import date, datetime

from governance.projects.claiming import No
from governance.projects.states import ProjectAct, ProjectState
from handlers.outcomes import Tone, outcome


@dataclass(frozen=True)
class ProjectRef:
    """A project as it is spoken of."""

    number: int
    title: str


@dataclass(frozen=True)
class ProjectLine:
    """A project in a list. `units`: who has it; `free`: so many more may claim it."""

    project: ProjectRef
    state: ProjectState
    place: str
    until: date | None
    units: tuple[str, ...]
    free: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class ProjectsListed:
    """What can be claimed, and what is under way."""

    open: tuple[ProjectLine, ...]
    others: int


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class MyProjects:
    """What the sender's units have."""

    units: tuple[str, ...]
    lines: tuple[ProjectLine, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoUnit:
    """The sender speaks for no unit; `known`: it is known who they are."""

    known: bool


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichUnit:
    """The sender speaks for several."""

    units: tuple[str, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchUnit:
    """No present unit is called so, or the sender does not speak for it."""

    called: str


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoSuchProject:
    """None has this number, or (no number) none waits for this."""

    number: int | None
    act: ProjectAct


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhichProject:
    """Several may be meant."""

    projects: tuple[ProjectRef, ...]
    act: ProjectAct


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ProjectClaimed:
    """It is the unit's now; `others`: who has it with them; `free`: so many more may join."""

    project: ProjectRef
    unit: str
    until: date | None
    others: tuple[str, ...]
    free: int


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotClaimed:
    """Why the unit can't have it; `units`: who has it, `at`: since when the first."""

    project: ProjectRef
    why: No
    state: ProjectState
    units: tuple[str, ...]
    at: datetime | None
    until: date | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotYourProject:
    """The sender's unit does not have it."""

    project: ProjectRef
    units: tuple[str, ...]
    state: ProjectState


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotNow:
    """It can't be done to the project as it stands."""

    project: ProjectRef
    act: ProjectAct
    state: ProjectState


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ClaimGivenUp:
    """The unit has it no more; `left`: who still has it."""

    project: ProjectRef
    unit: str
    left: tuple[str, ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class SayMore:
    """Words are missing: how far it is, what is lacking, why."""

    act: ProjectAct
    project: ProjectRef | None = None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class StepNoted:
    """Noted; `done`: staff look at it now; `told`: whether somebody who wanted it hears of it; `position`: the step that is
    done.
    """

    project: ProjectRef
    done: bool
    told: bool
    position: int | None = None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ProjectPictureKept:
    """The picture stands beside the step."""

    project: ProjectRef


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NoStepForPicture:
    """There is no step of the sender's that the picture belongs to."""


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ProjectOpened:
    """It stands on the list; `fitting`: units that offer what fits, and were told; `from_ticket`: the ticket that waits for it."""

    project: ProjectRef
    until: date | None
    shares: int
    fitting: tuple[str, ...]
    from_ticket: str | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class AlreadyProject:
    """The ticket or need has become a project before; None: the need is off the list."""

    project: ProjectRef | None


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class UntilPassed:
    """The day that was named is over."""

    until: date


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class TooManyShares:
    """So many units can't share one."""

    shares: int
    most: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ProjectAccepted:
    """It is good; `units` are thanked, `people`: so many who wanted it hear of it."""

    project: ProjectRef
    units: tuple[str, ...]
    people: int


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ProjectSentBack:
    """It goes on."""

    project: ProjectRef
    units: tuple[str, ...]
    note: str


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ProjectWithdrawn:
    """It is off the list; `ticket`: what it came from is to be given to somebody."""

    project: ProjectRef
    ticket: str | None


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ThanksPassedOn:
    """The units hear it."""

    project: ProjectRef
    units: tuple[str, ...]


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NothingToThankFor:
    """The project is not done, or the sender thanked before."""

    project: ProjectRef | None
    again: bool = False
