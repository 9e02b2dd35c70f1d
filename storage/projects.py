"""Projects as those see them who run and claim them: found, locked, written, with who has them and their steps."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select, update

from governance.projects.claiming import Share
from governance.projects.kinds import ResourceKind
from governance.projects.states import HELD, RUNNING, ProjectState
from storage.lock_order import Lock
from storage.models import (
    Attachment,
    Organisation,
    Project,
    ProjectClaim,
    ProjectPicture,
    ProjectStep,
    ProjectThanks,
)
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class ProjectRow:
    """A project. Instants are UTC."""

    id: int
    title: str
    place_id: int | None
    kinds: frozenset[ResourceKind]
    state: ProjectState
    shares: int
    until: date | None
    ticket_number: str | None
    need_id: int | None
    resolution_id: int | None
    opened_by: int | None
    opened_at: datetime
    proved_at: datetime | None
    ended_at: datetime | None
    reminded: str | None


@dataclass(frozen=True)
class Holder(Share):
    """A unit that has a project, by name, since when, and who claimed it."""

    project_id: int
    name: str
    person_id: int | None
    at: datetime
    gone: bool


@dataclass(frozen=True)
class StepRow:
    """What was done to a project. `what`: governance.projects.states.ProjectAct, or thanks."""

    id: int
    project_id: int
    organisation_id: int | None
    person_id: int | None
    what: str
    note: str | None
    at: datetime


_PROJECTS = select(Project.__table__)
_RUNS = Project.state.in_(sorted(state.value for state in RUNNING))
_HELD = Project.state.in_(sorted(state.value for state in HELD))
_MINE = ProjectClaim.left_at.is_(None)


def kinds_kept(kinds: Collection[ResourceKind]) -> str:
    """Kinds as their column keeps them."""
    return " ".join(sorted(kind.value for kind in kinds))


def kinds_read(kept: str) -> frozenset[ResourceKind]:
    """And back; what an earlier release knew and this does not is left out."""
    known = {kind.value for kind in ResourceKind}
    return frozenset(ResourceKind(each) for each in kept.split() if each in known)


def _rows(uow: UnitOfWork, statement: Any) -> list[ProjectRow]:
    return _read(uow.execute(statement))


def _read(rows: Any) -> list[ProjectRow]:
    return [
        ProjectRow(**{**row._mapping, "state": ProjectState(row.state), "kinds": kinds_read(row.kinds)}) for row in rows
    ]


def make_project(uow: UnitOfWork, *, kinds: Collection[ResourceKind], **values: Any) -> int:
    """Writes an open project; its number."""
    row = {**values, "kinds": kinds_kept(kinds), "state": ProjectState.OPEN.value}
    return int(uow.execute(insert(Project).values(**row).returning(Project.id)).scalar_one())


def project(uow: UnitOfWork, number: int) -> ProjectRow | None:
    """The project as it stands, not locked."""
    return next(iter(_rows(uow, _PROJECTS.where(Project.id == number))), None)


def lock_project(uow: UnitOfWork, number: int) -> ProjectRow | None:
    """The project, locked until the transaction ends: of many who claim it one comes after the other."""
    statement = _PROJECTS.where(Project.id == number)
    return next(iter(_read(uow.lock(statement, Lock.PROJECT, [number]))), None)


def change_project(uow: UnitOfWork, number: int, **values: Any) -> None:
    """Writes columns of one project."""
    written = dict(values)
    if "state" in written:
        written["state"] = ProjectState(written["state"]).value
    uow.execute(update(Project).where(Project.id == number).values(**written))


def running_projects(uow: UnitOfWork, most: int = 500) -> list[ProjectRow]:
    """Those that have not ended, the newest first."""
    return _rows(uow, _PROJECTS.where(_RUNS).order_by(Project.id.desc()).limit(most))


def ended_projects(uow: UnitOfWork, since: datetime, most: int = 200) -> list[ProjectRow]:
    """Those that ended since then, the latest first."""
    ended = _PROJECTS.where(Project.ended_at >= since).order_by(Project.ended_at.desc(), Project.id.desc())
    return _rows(uow, ended.limit(most))


def projects_opened(uow: UnitOfWork, first: datetime | None, last: datetime | None) -> list[ProjectRow]:
    """All that were opened from `first` on and before `last`, by their numbers."""
    statement = _PROJECTS
    statement = statement if first is None else statement.where(Project.opened_at >= first)
    statement = statement if last is None else statement.where(Project.opened_at < last)
    return _rows(uow, statement.order_by(Project.id))


def project_of_ticket(uow: UnitOfWork, ticket: str) -> ProjectRow | None:
    """The running project that a ticket has become."""
    statement = _PROJECTS.where(Project.ticket_number == ticket, _RUNS).order_by(Project.id.desc()).limit(1)
    return next(iter(_rows(uow, statement)), None)


def project_of_resolution(uow: UnitOfWork, resolution_id: int) -> ProjectRow | None:
    """The project that a resolution has become, also one that is closed; not one that was withdrawn."""
    stands = Project.state != ProjectState.WITHDRAWN.value
    statement = _PROJECTS.where(Project.resolution_id == resolution_id, stands).limit(1)
    return next(iter(_rows(uow, statement)), None)


def projects_of_resolutions(uow: UnitOfWork, resolution_ids: Collection[int]) -> dict[int, int]:
    """The projects that these resolutions have become."""
    stands = (Project.resolution_id.in_(resolution_ids), Project.state != ProjectState.WITHDRAWN.value)
    return {row.resolution_id: row.id for row in uow.execute(select(Project.id, Project.resolution_id).where(*stands))}


def projects_of(uow: UnitOfWork, organisation_ids: Collection[int], since: datetime) -> list[ProjectRow]:
    """What these units have, and what they had that ended since then; the newest first."""
    mine = select(ProjectClaim.project_id).where(ProjectClaim.organisation_id.in_(organisation_ids), _MINE)
    lately = _RUNS | (Project.ended_at >= since)
    return _rows(uow, _PROJECTS.where(Project.id.in_(mine), lately).order_by(Project.id.desc()))


def held_with_day(uow: UnitOfWork, before: date) -> list[ProjectRow]:
    """What somebody has and is to be done until a day before this one."""
    return _rows(uow, _PROJECTS.where(_HELD, Project.until < before).order_by(Project.id))


def holders_of_projects(uow: UnitOfWork, numbers: Collection[int]) -> dict[int, list[Holder]]:
    """Who has each of these projects, in the order in which they came."""
    claim = ProjectClaim
    columns = (
        claim.slot, claim.organisation_id, claim.project_id, Organisation.name, claim.person_id, claim.at,
        Organisation.left_at.is_not(None).label("gone"),
    )  # fmt: skip
    statement = select(*columns).join(Organisation, Organisation.id == claim.organisation_id)
    found: dict[int, list[Holder]] = {number: [] for number in numbers}
    for row in uow.execute(statement.where(claim.project_id.in_(numbers), _MINE).order_by(claim.id)):
        found[row.project_id].append(Holder(*tuple(row)))
    return found


def take_share(
    uow: UnitOfWork, number: int, slot: int, organisation_id: int, person_id: int | None, now: datetime
) -> bool:
    """Writes a unit's share; False where somebody holds it already."""
    row = {"project_id": number, "slot": slot, "organisation_id": organisation_id, "person_id": person_id, "at": now}
    return insert_once(uow, ProjectClaim, **row)


def leave_share(uow: UnitOfWork, number: int, organisation_id: int, now: datetime) -> int:
    """A unit has the project no more; answers the id of the share that it had. Raises NoResultFound where it had none."""
    theirs = (ProjectClaim.project_id == number, ProjectClaim.organisation_id == organisation_id, _MINE)
    given_up = update(ProjectClaim).where(*theirs).values(left_at=now).returning(ProjectClaim.id)
    return int(uow.execute(given_up).scalar_one())


def shares_of_gone(uow: UnitOfWork) -> list[tuple[int, int]]:
    """Projects that are held by units that have left: project and unit."""
    statement = select(ProjectClaim.project_id, ProjectClaim.organisation_id).join(
        Organisation, Organisation.id == ProjectClaim.organisation_id
    )
    gone = statement.join(Project, Project.id == ProjectClaim.project_id).where(
        Organisation.left_at.is_not(None), _MINE, _HELD
    )
    return [(row.project_id, row.organisation_id) for row in uow.execute(gone.order_by(ProjectClaim.id))]


def note_step(
    uow: UnitOfWork, number: int, what: str, now: datetime, person_id: int | None, note: str | None = None,
    organisation_id: int | None = None,
) -> int:  # fmt: skip
    """Appends what was done; its id."""
    row = {
        "project_id": number, "what": what, "at": now, "person_id": person_id, "note": note,
        "organisation_id": organisation_id,
    }  # fmt: skip
    return int(uow.execute(insert(ProjectStep).values(**row).returning(ProjectStep.id)).scalar_one())


def steps_of(uow: UnitOfWork, numbers: Collection[int]) -> list[StepRow]:
    """What was done to these projects, the oldest first."""
    statement = select(ProjectStep.__table__).where(ProjectStep.project_id.in_(numbers)).order_by(ProjectStep.id)
    return [StepRow(**row._mapping) for row in uow.execute(statement)]


def step_by_id(uow: UnitOfWork, step_id: int) -> StepRow | None:
    """One step."""
    row = uow.execute(select(ProjectStep.__table__).where(ProjectStep.id == step_id)).first()
    return None if row is None else StepRow(**row._mapping)


def thank_once(uow: UnitOfWork, number: int, account_id: int, now: datetime) -> bool:
    """Notes that an account has thanked for a project; False where it did before."""
    return insert_once(uow, ProjectThanks, project_id=number, account_id=account_id, at=now)


def picture_of_step(uow: UnitOfWork, step_id: int, attachment_id: int) -> None:
    """Puts a picture beside a step; it belongs to no report."""
    uow.execute(update(Attachment).where(Attachment.id == attachment_id).values(purpose="project"))
    insert_once(uow, ProjectPicture, attachment_id=attachment_id, step_id=step_id)


def pictures_of_steps(uow: UnitOfWork, step_ids: Sequence[int]) -> dict[int, list[int]]:
    """The pictures beside each of these steps that are here already."""
    statement = (
        select(ProjectPicture.step_id, ProjectPicture.attachment_id)
        .join(Attachment, Attachment.id == ProjectPicture.attachment_id)
        .where(ProjectPicture.step_id.in_(step_ids), Attachment.state == "stored")
        .order_by(ProjectPicture.attachment_id)
    )
    found: dict[int, list[int]] = {}
    for row in uow.execute(statement):
        found.setdefault(row.step_id, []).append(row.attachment_id)
    return found


def project_of_picture(uow: UnitOfWork, attachment_id: int) -> int | None:
    """The project that a picture shows."""
    statement = (
        select(ProjectStep.project_id)
        .join(ProjectPicture, ProjectPicture.step_id == ProjectStep.id)
        .where(ProjectPicture.attachment_id == attachment_id)
    )
    found: int | None = uow.execute(statement).scalar()
    return found
