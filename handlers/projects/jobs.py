"""What the clock does with projects: calls go on, days come near, units that have left are taken off, stuck tickets proposed."""

from datetime import timedelta

from governance.milestones import LATE, stage_due, stages
from governance.projects.due import Reminder, reminder_due
from governance.projects.states import ProjectAct, may
from handlers.context import Context
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.projects import words
from handlers.projects.calling import go_on
from handlers.projects.claims import leave
from handlers.projects.finding import units
from handlers.projects.news import tell_runners, tell_units
from handlers.projects.reminding import tell_of_milestone
from handlers.texts import jobs as said
from handlers.texts.work import day, short
from handlers.tickets.finding import head_of
from handlers.tickets.moving import note_event
from storage.organisations import organisation
from storage.project_milestones import milestone, milestones_near, note_told
from storage.project_pool import PROPOSED, Stuck, stuck_tickets, waits_since
from storage.projects import (
    change_project,
    held_with_day,
    holders_of_projects,
    lock_project,
    shares_of_gone,
)
from storage.take_ons import calls_due, lock_call, ticket_of_call
from storage.work_tickets import work_ticket


def _calls(ctx: Context) -> list[str]:
    return [str(number) for number in calls_due(ctx.uow, ctx.now)]


def _go_on(ctx: Context, item: str) -> int:
    """The ticket is locked before the call, as by who answers it."""
    number = ticket_of_call(ctx.uow, int(item))
    if number is None:
        return 0
    ticket = work_ticket(ctx.uow, number)
    call = lock_call(ctx.uow, int(item))
    return int(call is not None and go_on(ctx, call, ticket))


def _near(ctx: Context) -> list[str]:
    """What has a day that is near or over and was not said yet."""
    found = []
    for each in held_with_day(ctx.uow, ctx.today + timedelta(days=ctx.config.rules.project_remind_days + 1)):
        due = reminder_due(each.state, each.until, ctx.today, ctx.config.rules)
        if due is not None and each.reminded != due.value:
            found.append(str(each.id))
    return found


def _remind(ctx: Context, item: str) -> int:
    """Those who have it hear once that the day is near, and once that it has passed; then who runs it hears so too."""
    found = lock_project(ctx.uow, int(item))
    if found is None or found.until is None:
        return 0
    due = reminder_due(found.state, found.until, ctx.today, ctx.config.rules)
    if due is None or found.reminded == due.value:
        return 0
    change_project(ctx.uow, found.id, reminded=due.value)
    days = (found.until - ctx.today).days
    holders = "、".join(units(holders_of_projects(ctx.uow, [found.id])[found.id]))
    told = {"number": found.id, "title": found.title, "until": day(found.until), "days": days, "units": holders}
    text = words.LATE_TO_UNIT if due is Reminder.LATE else words.SOON_TO_UNIT if days else words.TODAY_TO_UNIT
    key = f"{due.value}:{found.until}"
    tell_units(ctx, found, key, text.format(**told), again=True)
    if due is Reminder.LATE:
        tell_runners(ctx, found.place_id, f"project:{found.id}:{key}", words.LATE_TO_STAFF.format(**told), again=True)
    return 1


def _milestones(ctx: Context) -> list[str]:
    """Steps with something to say today, from the hour on at which it is said."""
    rules = ctx.config.rules
    if ctx.now.astimezone(ctx.config.zone).hour < rules.milestone_hour:
        return []
    near = milestones_near(ctx.uow, ctx.today + timedelta(days=stages(rules)[0]), LATE)
    return [str(each.id) for each in near if stage_due(each.due_on, ctx.today, each.told, rules) is not None]


def _remind_of_milestone(ctx: Context, item: str) -> int:
    """Both sides hear of one step; the stage is noted before it is told, so of two clocks one finds that it is done."""
    step = milestone(ctx.uow, int(item))
    found = None if step is None else lock_project(ctx.uow, step.project_id)
    stage = None if step is None else stage_due(step.due_on, ctx.today, step.told, ctx.config.rules)
    if step is None or found is None or stage is None or not may(ProjectAct.PLAN, found.state):
        return 0
    if not note_told(ctx.uow, step.id, stage):
        return 0
    tell_of_milestone(ctx, found, step, stage)
    return 1


def _gone(ctx: Context) -> list[str]:
    return [f"{project}:{unit}" for project, unit in shares_of_gone(ctx.uow)]


def _take_off(ctx: Context, item: str) -> int:
    """A unit that has left the subdistrict has no project any more: others may claim it."""
    project, _, unit_id = item.partition(":")
    found, unit = lock_project(ctx.uow, int(project)), organisation(ctx.uow, int(unit_id))
    if found is None or unit is None or (found.id, unit.id) not in shares_of_gone(ctx.uow):
        return 0
    leave(ctx, found, unit, words.UNIT_GONE)
    return 1


def _stuck_now(ctx: Context) -> dict[str, Stuck]:
    return dict(stuck_tickets(ctx.uow, ctx.now - timedelta(days=ctx.config.rules.project_stuck_days)))


def _stuck(ctx: Context) -> list[str]:
    return list(_stuck_now(ctx))


def _propose(ctx: Context, number: str) -> int:
    """Those who run projects hear once that a ticket may be one, and open it by a tap."""
    ticket = work_ticket(ctx.uow, number)
    why = _stuck_now(ctx).get(number)
    since = None if why is None else waits_since(ctx.uow, number, why)
    if why is None or since is None:
        return 0
    note_event(ctx, ticket, PROPOSED)
    said = words.STUCK_WHY[why.value].format(days=(ctx.now - since).days)
    text = words.STUCK.format(head=head_of(ticket), why=said, n=short(number))
    taps = (words.STUCK_TAP.format(n=short(number)),)
    tell_runners(ctx, ticket.place_id, f"stuck:{number}", text, taps=taps, again=True)
    return 1


JOBS: tuple[Job[JobTools], ...] = (
    Job("take_on_calls", *said.TAKE_ON_CALLS, Lane.DANGERS, _calls, in_transaction(_go_on)),
    Job("project_days", *said.PROJECT_DAYS, Lane.BRIEFS, _near, in_transaction(_remind)),
    Job("project_milestones", *said.PROJECT_MILESTONES, Lane.BRIEFS, _milestones, in_transaction(_remind_of_milestone)),
    Job("project_units", *said.PROJECT_UNITS, Lane.BRIEFS, _gone, in_transaction(_take_off)),
    Job("project_stuck", *said.PROJECT_STUCK, Lane.BRIEFS, _stuck, in_transaction(_propose)),
)
