"""Projects at the back office: the board by state, one with its steps and pictures, the two other lists, running calls."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from governance.milestones import Standing
from governance.permissions import Act
from governance.projects.states import ProjectAct, ProjectState, may
from governance.projects.take_on import CallState
from handlers.context import Context
from handlers.office.staff import Staff, may_here
from handlers.projects.finding import lines_of, place_name, veiled
from handlers.projects.list_outcomes import ListedItem
from handlers.projects.matching import needs_for, resources_for
from handlers.projects.milestone_texts import line
from handlers.projects.milestones import milestone_lines
from handlers.projects.outcomes import ProjectLine
from storage.console.ticket_page import FileRow, file_by_id
from storage.organisations import organisations, present_organisations
from storage.people import names_of
from storage.project_lists import open_needs, open_offers
from storage.project_milestones import milestones_of
from storage.projects import (
    Holder,
    ProjectRow,
    ended_projects,
    holders_of_projects,
    pictures_of_steps,
    project,
    project_of_picture,
    running_projects,
    steps_of,
)
from storage.take_ons import recent_calls
from storage.work_tickets import work_tickets

LISTED, CALLS_LISTED = timedelta(days=60), timedelta(days=7)
BOARD = (
    ProjectState.OPEN, ProjectState.CLAIMED, ProjectState.WORKING, ProjectState.PROVED, ProjectState.CLOSED,
    ProjectState.WITHDRAWN,
)  # fmt: skip
_S = ProjectAct
STAFF_ACTS = (_S.CLAIM, _S.STEP, _S.PLAN, _S.LEAVE, _S.ACCEPT, _S.SEND_BACK, _S.WITHDRAW)


@dataclass(frozen=True)
class ShownNeed:
    """A need with what is offered that fits."""

    item: ListedItem
    fits: tuple[str, ...]


@dataclass(frozen=True)
class ShownCall:
    """A call for help, by its ticket."""

    number: str
    summary: str
    state: CallState
    called_at: datetime
    who: str


@dataclass(frozen=True)
class ProjectsPage:
    """All that somebody sees who runs projects."""

    columns: list[tuple[ProjectState, list[ProjectLine]]]
    resources: list[ListedItem]
    needs: list[ShownNeed]
    calls: list[ShownCall]


@dataclass(frozen=True)
class ShownStep:
    """What was done: by whom, for which unit; `pictures`: ids."""

    at: datetime
    what: str
    unit: str
    who: str
    note: str
    pictures: tuple[int, ...]


@dataclass(frozen=True)
class ShownMilestone:
    """A step with how it stands; `pictures`: ids of those that prove it."""

    said: str
    late: bool
    pictures: tuple[int, ...]


@dataclass(frozen=True)
class ProjectPage:
    """One project. `fitting`: what is offered that fits; `units`: all that may be named in a claim."""

    row: ProjectRow
    line: ProjectLine
    holders: list[Holder]
    steps: list[ShownStep]
    milestones: list[ShownMilestone]
    acts: frozenset[ProjectAct]
    fitting: tuple[str, ...]
    needs: tuple[str, ...]
    units: tuple[str, ...]


def projects_for(ctx: Context, staff: Staff) -> ProjectsPage:
    """What they run, and what units offer everywhere."""
    rows = running_projects(ctx.uow) + ended_projects(ctx.uow, ctx.now - LISTED)
    lines = lines_of(ctx, [row for row in rows if _runs(ctx, staff, row.place_id)])
    columns = [(state, [line for line in lines if line.state is state]) for state in BOARD]
    offers = [ListedItem(each.id, veiled(ctx, each.text), each.unit) for each in open_offers(ctx.uow)]
    return ProjectsPage(columns, offers, _needs(ctx, staff), _calls(ctx, staff))


def project_page(ctx: Context, staff: Staff, number: int) -> ProjectPage | None:
    """A project; None where there is none that they run."""
    row = project(ctx.uow, number)
    if row is None or not _runs(ctx, staff, row.place_id):
        return None
    fitting = [f"{each.unit}：{veiled(ctx, each.text)}" for each in resources_for(ctx, row.kinds, row.place_id)]
    needed = [f"{each.id} {veiled(ctx, each.text)}" for each in needs_for(ctx, row.kinds, row.place_id)]
    return ProjectPage(
        row, lines_of(ctx, [row])[0], holders_of_projects(ctx.uow, [number])[number], _steps(ctx, number),
        _milestones(ctx, number),
        frozenset(act for act in STAFF_ACTS if may(act, row.state)), tuple(fitting), tuple(needed),
        tuple(unit.name for unit in present_organisations(ctx.uow)),
    )  # fmt: skip


def project_picture(ctx: Context, staff: Staff, file_id: int) -> FileRow | None:
    """A picture beside a step, to who runs the project."""
    number = project_of_picture(ctx.uow, file_id)
    row = None if number is None else project(ctx.uow, number)
    if row is None or not _runs(ctx, staff, row.place_id):
        return None
    file = file_by_id(ctx.uow, file_id)
    return file if file is not None and file.state == "stored" else None


def _runs(ctx: Context, staff: Staff, place_id: int | None) -> bool:
    return may_here(ctx, staff, Act.RUN_PROJECTS, place_id)


def _needs(ctx: Context, staff: Staff) -> list[ShownNeed]:
    found = [each for each in open_needs(ctx.uow) if _runs(ctx, staff, each.place_id)]
    return [
        ShownNeed(
            ListedItem(each.id, veiled(ctx, each.text), place_name(ctx, each.place_id)),
            tuple(fit.unit for fit in resources_for(ctx, each.kinds, each.place_id)),
        )
        for each in found
    ]


def _calls(ctx: Context, staff: Staff) -> list[ShownCall]:
    calls = recent_calls(ctx.uow, ctx.now - CALLS_LISTED)
    tickets = {each.number: each for each in work_tickets(ctx.uow, [call.ticket_number for call in calls])}
    units = {unit.id: unit.name for unit in organisations(ctx.uow, {call.organisation_id or 0 for call in calls})}
    names = names_of(ctx.uow, [call.taken_by for call in calls if call.taken_by is not None])
    return [
        ShownCall(
            call.ticket_number, veiled(ctx, tickets[call.ticket_number].summary), call.state, call.called_at,
            units.get(call.organisation_id or 0) or names.get(call.taken_by or 0, ""),
        )
        for call in calls
        if may_here(ctx, staff, Act.RUN_PROJECTS, tickets[call.ticket_number].place_id)
    ]  # fmt: skip


def _steps(ctx: Context, number: int) -> list[ShownStep]:
    steps = steps_of(ctx.uow, [number])
    pictures = pictures_of_steps(ctx.uow, [step.id for step in steps])
    units = {unit.id: unit.name for unit in organisations(ctx.uow, {step.organisation_id or 0 for step in steps})}
    names = _names(ctx, [step.person_id for step in steps])
    return [
        ShownStep(
            step.at, step.what, units.get(step.organisation_id or 0, ""), names.get(step.person_id or 0, ""),
            veiled(ctx, step.note or ""), tuple(pictures.get(step.id, ())),
        )
        for step in steps
    ]  # fmt: skip


def _milestones(ctx: Context, number: int) -> list[ShownMilestone]:
    rows = milestones_of(ctx.uow, [number])
    pictures = pictures_of_steps(ctx.uow, [each.step_id for each in rows if each.step_id is not None])
    of = {each.position: pictures.get(each.step_id or 0, []) for each in rows if each.step_id is not None}
    return [
        ShownMilestone(line(each), each.standing is Standing.LATE, tuple(of.get(each.position, ())))
        for each in milestone_lines(ctx, rows)
    ]


def _names(ctx: Context, people: Sequence[int | None]) -> dict[int, str]:
    return names_of(ctx.uow, [person for person in people if person is not None])
