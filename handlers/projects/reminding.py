"""Both sides of a project hear of a step that is near, due or late: the unit whose it is, and who runs the project."""

from governance.milestones import LATE, TODAY
from handlers.context import Context
from handlers.projects import words
from handlers.projects.news import tell_contacts, tell_runners
from handlers.texts.work import day
from storage.project_milestones import MilestoneRow
from storage.projects import ProjectRow, holders_of_projects


def tell_of_milestone(ctx: Context, found: ProjectRow, step: MilestoneRow, stage: int) -> None:
    """Once a step, day and stage; a step of nobody's is everybody's who has the project."""
    held = {each.organisation_id: each.name for each in holders_of_projects(ctx.uow, [found.id])[found.id]}
    theirs = [each for each in held if step.organisation_id in (None, each)]
    named = words.MILESTONE_UNITS.format(units="、".join(held[each] for each in theirs)) if theirs else ""
    due = day(step.due_on)
    left = (step.due_on - ctx.today).days
    when = words.MILESTONE_TODAY if stage == TODAY else words.MILESTONE_IN.format(due=due, days=left)
    said = {"number": found.id, "title": found.title, "position": step.position, "step": step.title, "due": due}
    text = words.MILESTONE[stage == LATE].format(**said, when=when, units=named or words.MILESTONE_NOBODY)
    key = f"project:{found.id}:milestone:{step.id}:{step.due_on}:{stage}"
    tap = words.MILESTONE_TAP.format(**said)
    tell_contacts(ctx, theirs, key, text + words.MILESTONE_HOW.format(**said), taps=(tap,), again=True)
    tell_runners(ctx, found.place_id, f"{key}:staff", text, again=True)
