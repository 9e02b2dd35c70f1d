"""进展, 完工, 照片, 感谢: how a project gets on, told by those who have it, heard by those who wanted it."""

from datetime import timedelta

from governance.days import start_of
from governance.projects.states import ProjectAct, ProjectState, after
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Question, ask, ask_slot
from handlers.outcomes import Refuse
from handlers.projects import words
from handlers.projects.commands import AddProjectPicture, ReportProjectStep, ThankProject
from handlers.projects.finding import project_held, ref, units, veiled
from handlers.projects.milestones import to_prove
from handlers.projects.news import concerned, tell_concerned, tell_runners, tell_units
from handlers.projects.outcomes import (
    NoStepForPicture,
    NothingToThankFor,
    ProjectPictureKept,
    SayMore,
    StepNoted,
    ThanksPassedOn,
)
from storage.project_milestones import prove
from storage.projects import (
    change_project,
    holders_of_projects,
    lock_project,
    note_step,
    picture_of_step,
    project,
    step_by_id,
    steps_of,
    thank_once,
)
from storage.stars.nominations import last_picture
from understanding.command_names import CommandName

JUST_SENT, THANKS = timedelta(seconds=1), "thanks"


TOLD_A_DAY = 5
"""So many steps a day of a unit are told of; all are kept."""


@executes(ReportProjectStep)
def report_step(command: ReportProjectStep, ctx: Context) -> StepNoted | SayMore:
    """Noted with the project; of what is done as a whole staff are asked to look. Pictures may follow."""
    act = ProjectAct.PROVE if command.done else ProjectAct.STEP
    found, unit = project_held(ctx, command.number, act, command.unit)
    if not command.note:
        ask_slot(ctx, CommandName.REPORT_PROJECT_STEP, before=f"项目{found.id} ")
        raise Refuse(SayMore(act, ref(found)))
    parts = to_prove(ctx, found, command.milestone, command.done, unit.id)
    proved = {"proved_at": ctx.now} if command.done else {}
    change_project(ctx.uow, found.id, state=after(act, found.state, 1), **proved)
    step = note_step(ctx.uow, found.id, act.value, ctx.now, ctx.person_id, command.note, unit.id)
    prove(ctx.uow, parts, step, ctx.now)
    said = {"number": found.id, "title": found.title, "unit": unit.name, "note": command.note}
    text = words.PROVED_TO_STAFF if command.done else words.STEP_TO_STAFF
    taps = tuple(tap.format(number=found.id) for tap in words.ACCEPT_TAPS) if command.done else ()
    heard = command.done or bool(parts) or _steps_today(ctx, found.id, unit.id) <= TOLD_A_DAY
    if heard:
        tell_runners(ctx, found.place_id, f"project:{found.id}:step:{step}", text.format(**said), taps=taps)
    line = words.PROVED if command.done else words.STEP
    note = veiled(ctx, command.note)
    told = tell_concerned(ctx, found, f"step:{step}", line.format(unit=unit.name, note=note)) if heard else False
    ask(ctx, Question.PROJECT_PHOTO, step=step)
    return StepNoted(ref(found), command.done, told, command.milestone if parts else None)


def _steps_today(ctx: Context, number: int, unit: int) -> int:
    """How often a unit has told of a project today; the project itself is locked."""
    begun = start_of(ctx.today, ctx.config.zone)
    theirs = [each for each in steps_of(ctx.uow, [number]) if each.organisation_id == unit and each.at >= begun]
    return sum(each.what == ProjectAct.STEP.value for each in theirs)


@executes(AddProjectPicture)
def add_picture(command: AddProjectPicture, ctx: Context) -> ProjectPictureKept | NoStepForPicture:
    """Only beside one's own step; more may follow."""
    step = step_by_id(ctx.uow, command.step)
    picture = last_picture(ctx.uow, ctx.sender.id, ctx.now - JUST_SENT)
    found = None if step is None else project(ctx.uow, step.project_id)
    if step is None or found is None or step.person_id != ctx.person_id or picture is None:
        return NoStepForPicture()
    picture_of_step(ctx.uow, step.id, picture)
    return ProjectPictureKept(ref(found))


@executes(ThankProject)
def thank(command: ThankProject, ctx: Context) -> ThanksPassedOn | NothingToThankFor:
    """The units hear it, once from each of those whom it concerns."""
    found = None if command.number is None else lock_project(ctx.uow, command.number)
    if found is None or found.state is not ProjectState.CLOSED or ctx.sender.id not in concerned(ctx, found):
        return NothingToThankFor(None if found is None or found.state is not ProjectState.CLOSED else ref(found))
    holders = holders_of_projects(ctx.uow, [found.id])[found.id]
    if not thank_once(ctx.uow, found.id, ctx.sender.id, ctx.now):
        return NothingToThankFor(ref(found), again=True)
    note = veiled(ctx, command.note)
    note_step(ctx.uow, found.id, THANKS, ctx.now, None, note or None)
    said = words.THANKS_SAID.format(note=note) if note else words.THANKS_ONLY
    text = words.THANKS_TO_UNIT.format(number=found.id, title=found.title, note=said)
    tell_units(ctx, found, f"thanks:{ctx.sender.id}", text)
    return ThanksPassedOn(ref(found), units(holders))
