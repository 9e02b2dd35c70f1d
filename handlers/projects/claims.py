"""A unit leaves a project, by its own word or because it has left the subdistrict."""

from governance.projects.milestones import DroppedWhy
from governance.projects.states import ProjectAct, after
from handlers.context import Context
from handlers.projects import words
from handlers.projects.finding import units
from handlers.projects.milestones import drop_open
from handlers.projects.news import tell_concerned, tell_runners
from storage.organisations import OrganisationRow
from storage.projects import ProjectRow, change_project, holders_of_projects, leave_share, note_step


def leave(ctx: Context, found: ProjectRow, unit: OrganisationRow, note: str) -> tuple[str, ...]:
    """Takes a unit off a project that is locked; answers who still has it."""
    share = leave_share(ctx.uow, found.id, unit.id, ctx.now)
    rest = units(holders_of_projects(ctx.uow, [found.id])[found.id])
    change_project(ctx.uow, found.id, state=after(ProjectAct.LEAVE, found.state, len(rest)), reminded=None)
    drop_open(ctx, found.id, DroppedWhy.LEFT, [unit.id])
    note_step(ctx.uow, found.id, ProjectAct.LEAVE.value, ctx.now, ctx.person_id, note or None, unit.id)
    state = words.LEFT_BY_ONE.format(units="、".join(rest)) if rest else words.LEFT_BY_ALL
    said = {
        "unit": unit.name,
        "number": found.id,
        "title": found.title,
        "note": note or words.NO_REASON,
        "state": state,
    }
    tell_runners(ctx, found.place_id, f"project:{found.id}:left:{share}", words.LEFT_TO_STAFF.format(**said))
    if not rest:
        tell_concerned(ctx, found, f"left:{share}", words.UNIT_LEFT.format(unit=unit.name))
    return rest
