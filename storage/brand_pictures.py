"""A picture that shows what was done: of a ticket's work, or of a project's steps."""

import re
from dataclasses import dataclass

from sqlalchemy import select

from storage.cases import picture_of_work
from storage.models import Attachment, Project, ProjectPicture, ProjectStep
from storage.projects import project
from storage.tickets import tickets_numbered
from storage.unit_of_work import UnitOfWork

_PROJECT = re.compile(r"(?:项目\s*)?(?P<number>[0-9]{1,6})\s*号?")


@dataclass(frozen=True)
class Shown:
    """A stored picture. `place_id`: where its ticket or project lies."""

    picture_id: int
    place_id: int | None


def picture_of_source(uow: UnitOfWork, source: str) -> Shown | None:
    """The newest stored picture of a project (项目3) or of the work on a ticket; None where there is none."""
    named = _PROJECT.fullmatch(source)
    if named is None:
        picture, places = picture_of_work(uow, source), [each.place_id for each in tickets_numbered(uow, [source])]
    else:
        number = int(named["number"])
        found = project(uow, number)
        picture, places = picture_of_project(uow, number), [] if found is None else [found.place_id]
    return None if picture is None or not places else Shown(picture, places[0])


def picture_of_ticket(uow: UnitOfWork, ticket: str) -> int | None:
    """The newest picture of the work on a ticket; of one that units have done, of their project."""
    newest = select(Project.id).where(Project.ticket_number == ticket).order_by(Project.id.desc()).limit(1)
    found = uow.execute(newest).scalar()
    done = picture_of_work(uow, ticket)
    return picture_of_project(uow, found) if done is None and found is not None else done


def picture_of_project(uow: UnitOfWork, number: int) -> int | None:
    """The newest stored picture that shows a step of a project."""
    statement = (
        select(Attachment.id)
        .join(ProjectPicture, ProjectPicture.attachment_id == Attachment.id)
        .join(ProjectStep, ProjectStep.id == ProjectPicture.step_id)
        .where(ProjectStep.project_id == number, Attachment.state == "stored", Attachment.kind == "image")
        .order_by(Attachment.id.desc())
        .limit(1)
    )
    found: int | None = uow.execute(statement).scalar()
    return found
