"""项目分步: a unit that has a project, or who runs it, says in which steps it is done and until when each."""

from governance.projects.milestones import DroppedWhy, Planned, Unfit
from governance.projects.states import ProjectAct
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.projects import words
from handlers.projects.commands import PlanProject
from handlers.projects.finding import (
    locked_for,
    project_held,
    project_run,
    ref,
    runs_somewhere,
    unit_meant,
    units_of_sender,
)
from handlers.projects.milestone_outcomes import NotPlanned, ProjectPlanned
from handlers.projects.milestone_texts import line
from handlers.projects.milestones import drop_open, milestone_lines, open_milestones, steps_fit
from handlers.projects.news import tell_runners, tell_units
from handlers.projects.staff_commands import AddMilestone
from storage.project_milestones import plan
from storage.projects import ProjectRow, holders_of_projects, note_step


@executes(PlanProject)
def plan_project(command: PlanProject, ctx: Context) -> ProjectPlanned | NotPlanned:
    """The unit's own open steps are planned anew, others' stay; who runs the project plans for whoever has it."""
    if units_of_sender(ctx) or (command.unit and not runs_somewhere(ctx)):
        found, unit = project_held(ctx, command.number, ProjectAct.PLAN, command.unit)
        whose: int | None = unit.id
    else:
        found, whose = _as_runner(ctx, command.number, command.unit)
    steps = steps_fit(ctx, ref(found), found.until, command.steps)
    drop_open(ctx, found.id, DroppedWhy.REPLACED, [whose])
    return written(ctx, found, whose, steps)


@executes(AddMilestone)
def add_milestone(command: AddMilestone, ctx: Context) -> ProjectPlanned | NotPlanned:
    """One more step, behind those that stand."""
    found, whose = _as_runner(ctx, command.number, command.unit)
    if command.due is None or not command.title:
        raise Refuse(NotPlanned(ref(found), Unfit.NONE, None, found.until))
    asked = (Planned(command.title, command.due),)
    steps = steps_fit(ctx, ref(found), found.until, asked, len(open_milestones(ctx, found.id)))
    return written(ctx, found, whose, steps)


def written(ctx: Context, found: ProjectRow, whose: int | None, steps: tuple[Planned, ...]) -> ProjectPlanned:
    """The steps stand; both sides hear of them."""
    plan(ctx.uow, found.id, whose, steps)
    lines = milestone_lines(ctx, open_milestones(ctx, found.id))
    note = "；".join(line(each) for each in lines)
    step = note_step(ctx.uow, found.id, ProjectAct.PLAN.value, ctx.now, ctx.person_id, note, whose)
    text = words.PLANNED.format(number=found.id, title=found.title, steps=note)
    tell_units(ctx, found, f"plan:{step}", text)
    tell_runners(ctx, found.place_id, f"project:{found.id}:plan:{step}", text)
    return ProjectPlanned(ref(found), lines)


def _as_runner(ctx: Context, number: int | None, called: str) -> tuple[ProjectRow, int | None]:
    """The project, locked, and the unit whose steps they are; None for whoever has it. Raises Refuse."""
    named = project_run(ctx, number, ProjectAct.PLAN)
    found = locked_for(ctx, named.id, ProjectAct.PLAN)
    if not called:
        return found, None
    held = {holder.organisation_id for holder in holders_of_projects(ctx.uow, [found.id])[found.id]}
    unit = unit_meant(ctx, called, held)
    return found, unit.id
