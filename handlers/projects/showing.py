"""清单, 看项目, 我的项目: what can be claimed, what is offered and needed, how far one's own is."""

from datetime import timedelta

from governance.projects.states import HELD, ProjectAct, ProjectState
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.projects.commands import ShowMyProjects, ShowProjects
from handlers.projects.finding import lines_of, place_name, units_of_sender, veiled
from handlers.projects.list_outcomes import ItemsListed, ListedItem
from handlers.projects.milestone_outcomes import ProjectShown
from handlers.projects.milestones import milestone_lines
from handlers.projects.outcomes import (
    MyProjects,
    NoSuchProject,
    NoUnit,
    ProjectsListed,
)
from storage.organisations import organisations
from storage.project_lists import open_needs, open_offers
from storage.project_milestones import milestones_of
from storage.projects import project, projects_of, running_projects, steps_of

MOST, MOST_STEPS = 8, 5
RESOURCES, NEEDS = "resources", "needs"
KEPT = timedelta(days=90)


@executes(ShowProjects)
def show(command: ShowProjects, ctx: Context) -> ProjectsListed | ItemsListed | ProjectShown | NoSuchProject:
    """Anybody may look; nobody of the people in it is named."""
    if command.number is not None:
        return _one(ctx, command.number)
    if command.what == RESOURCES:
        offers = open_offers(ctx.uow)
        items = [ListedItem(each.id, veiled(ctx, each.text), each.unit) for each in offers[-MOST:]]
        return ItemsListed(RESOURCES, tuple(items), max(0, len(offers) - MOST))
    if command.what == NEEDS:
        needed = open_needs(ctx.uow)
        items = [ListedItem(each.id, veiled(ctx, each.text), place_name(ctx, each.place_id)) for each in needed[-MOST:]]
        return ItemsListed(NEEDS, tuple(items), max(0, len(needed) - MOST))
    running = running_projects(ctx.uow)
    lines = lines_of(ctx, running)
    free = [line for line in lines if line.state is ProjectState.OPEN or (line.free and line.state in HELD)]
    return ProjectsListed(tuple(free[:MOST]), len(running) - len(free))


@executes(ShowMyProjects)
def show_mine(_command: ShowMyProjects, ctx: Context) -> MyProjects:
    """What the sender's units have, and what ended lately."""
    mine = units_of_sender(ctx)
    if not mine:
        raise Refuse(NoUnit(ctx.person_id is not None))
    found = projects_of(ctx.uow, [unit.id for unit in mine], ctx.now - KEPT)
    return MyProjects(tuple(unit.name for unit in mine), lines_of(ctx, found[:MOST]))


def _one(ctx: Context, number: int) -> ProjectShown | NoSuchProject:
    found = project(ctx.uow, number)
    if found is None:
        return NoSuchProject(number, ProjectAct.CLAIM)
    steps = steps_of(ctx.uow, [number])[-MOST_STEPS:]
    called = {unit.id: unit.name for unit in organisations(ctx.uow, {step.organisation_id or 0 for step in steps})}
    told = tuple(
        (step.at, step.what, called.get(step.organisation_id or 0, ""), veiled(ctx, step.note or "")) for step in steps
    )
    return ProjectShown(lines_of(ctx, [found])[0], told, milestone_lines(ctx, milestones_of(ctx.uow, [number])))
