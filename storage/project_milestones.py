"""The steps of projects: planned, told of, proved, dropped."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, insert, or_, select, update
from sqlalchemy import text as sql

from governance.projects.milestones import DroppedWhy, Planned
from governance.projects.states import HELD, ProjectState
from storage.models import Project, ProjectMilestone
from storage.models.projects import MILESTONE_OPEN
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class MilestoneRow:
    """A step of a project. `position`: as it is spoken of; `organisation_id` None: whoever has the project."""

    id: int
    project_id: int
    position: int
    organisation_id: int | None
    title: str
    due_on: date
    told: int | None
    step_id: int | None
    proved_at: datetime | None
    dropped_at: datetime | None
    dropped_why: DroppedWhy | None


_ALL = select(ProjectMilestone.__table__)
_OPEN = sql(MILESTONE_OPEN)
_WATCHED = sorted(state.value for state in HELD | {ProjectState.OPEN})


def _rows(uow: UnitOfWork, *where: Any) -> list[MilestoneRow]:
    found = uow.execute(_ALL.where(*where).order_by(ProjectMilestone.project_id, ProjectMilestone.id))
    return [
        MilestoneRow(
            **{**row._mapping, "dropped_why": None if row.dropped_why is None else DroppedWhy(row.dropped_why)}
        )
        for row in found
    ]


def plan(uow: UnitOfWork, project_id: int, organisation_id: int | None, steps: Sequence[Planned]) -> None:
    """Writes steps behind those that stand; the project is locked."""
    stands = (ProjectMilestone.project_id == project_id, ProjectMilestone.dropped_at.is_(None))
    last = uow.execute(select(func.coalesce(func.max(ProjectMilestone.position), 0)).where(*stands)).scalar_one()
    rows = [
        {
            "project_id": project_id, "organisation_id": organisation_id, "position": int(last) + place,
            "title": each.title, "due_on": each.due_on,
        }
        for place, each in enumerate(steps, 1)
    ]  # fmt: skip
    for row in rows:
        uow.execute(insert(ProjectMilestone).values(**row))


def milestones_of(uow: UnitOfWork, project_ids: Collection[int]) -> list[MilestoneRow]:
    """All of these projects, also those that were dropped, in the order in which they were planned."""
    return _rows(uow, ProjectMilestone.project_id.in_(project_ids))


def milestone(uow: UnitOfWork, milestone_id: int) -> MilestoneRow | None:
    """One."""
    return next(iter(_rows(uow, ProjectMilestone.id == milestone_id)), None)


def milestones_near(uow: UnitOfWork, until: date, told_all: int) -> list[MilestoneRow]:
    """Open ones of projects that are not done, due by this day, of which not all has been told."""
    more = or_(ProjectMilestone.told.is_(None), ProjectMilestone.told > told_all)
    watched = select(Project.id).where(Project.state.in_(_WATCHED))
    return _rows(uow, _OPEN, ProjectMilestone.due_on <= until, more, ProjectMilestone.project_id.in_(watched))


def note_told(uow: UnitOfWork, milestone_id: int, stage: int) -> bool:
    """Notes that a stage is told; False when another has done it, or nobody waits for it any more."""
    later = or_(ProjectMilestone.told.is_(None), ProjectMilestone.told > stage)
    where = (ProjectMilestone.id == milestone_id, _OPEN, later)
    return uow.execute(update(ProjectMilestone).where(*where).values(told=stage)).rowcount == 1


def prove(uow: UnitOfWork, milestone_ids: Collection[int], step_id: int, now: datetime) -> None:
    """These are done; what was done stands in the step."""
    where = (ProjectMilestone.id.in_(milestone_ids), _OPEN)
    uow.execute(update(ProjectMilestone).where(*where).values(step_id=step_id, proved_at=now))


def drop(uow: UnitOfWork, milestone_ids: Collection[int], why: DroppedWhy, now: datetime) -> None:
    """Nobody waits for these any more; what is proved stays proved."""
    where = (ProjectMilestone.id.in_(milestone_ids), _OPEN)
    uow.execute(update(ProjectMilestone).where(*where).values(dropped_at=now, dropped_why=why.value))
