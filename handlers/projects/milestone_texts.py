"""What is said of the steps of a project."""

from governance.milestones import Standing
from governance.projects.milestones import MOST_STEPS, DroppedWhy, Unfit
from handlers.context import Here
from handlers.outcomes import says
from handlers.projects.milestone_outcomes import MilestoneLine, NoSuchStep, NotPlanned, ProjectPlanned, StepProvedBefore
from handlers.texts.work import day

LINE, LINE_UNIT = "第{position}步 {title}（{day}前{unit}{standing}）", "，{unit}"
STANDING = {
    Standing.AHEAD: "", Standing.LATE: "，已逾期", Standing.IN_TIME: "，按期完成", Standing.AFTERWARDS: "，逾期完成",
    Standing.DROPPED: "，已取消",
}  # fmt: skip
DROPPED = {DroppedWhy.LEFT: "，单位已退出", DroppedWhy.WITHDRAWN: "，项目已撤销", DroppedWhy.REPLACED: "，已改排"}
PLANNED = (
    "项目{number}（{title}）分{count}步，每步到期前、当天都会提醒：\n{lines}\n"
    "做完一步回复“项目{number} 第{first}步完成”，再发照片。"
)
THIS, PROJECT = "这个项目", "项目{number}"
WRONG = {
    Unfit.NONE: "{project}的步骤没看明白。请写清每一步和期限，比如“{project} 分两步：12月10号前清场，12月20号前装好”。",
    Unfit.MANY: "{project}最多分{most}步。请合并几步再说一次。",
    Unfit.PAST: "{project}的“{step}”定在{day}，这天已经过了。请换一个日期再说一次。",
    Unfit.AFTER_END: "{project}要求{until}前完成，“{step}”不能排到{day}。请把这一步提前，或请社区书记改期。",
}  # fmt: skip
NO_STEP, NO_STEPS = (
    "项目{number}没有您单位要做的第{position}步。现在的步骤：\n{lines}",
    "项目{number}还没有分步。要分步请说“项目{number} 分两步：12月10号前清场，12月20号前装好”；全部做完请说“项目{number} 完工”。",
)
BEFORE = "项目{number}第{position}步（{title}）{day}已经记过完成，不用再报。有新情况请说“项目{number} 进展”。"


@says
def planned(found: ProjectPlanned, _here: Here) -> str:
    """Each step with its day, and how one is proved."""
    lines = "\n".join(line(each) for each in found.lines)
    number, title = found.project.number, found.project.title
    return PLANNED.format(
        number=number, title=title, count=len(found.lines), lines=lines, first=found.lines[0].position
    )


@says
def not_planned(found: NotPlanned, _here: Here) -> str:
    """Because of which step, and what to say instead."""
    project = THIS if found.project is None else PROJECT.format(number=found.project.number)
    step, due = ("", "") if found.step is None else (found.step.title, day(found.step.due_on))
    until = "" if found.until is None else day(found.until)
    return WRONG[found.why].format(project=project, most=MOST_STEPS, step=step, day=due, until=until)


@says
def no_such_step(found: NoSuchStep, _here: Here) -> str:
    """Which there are."""
    if not found.lines:
        return NO_STEPS.format(number=found.project.number)
    lines = "\n".join(line(each) for each in found.lines)
    return NO_STEP.format(number=found.project.number, position=found.position, lines=lines)


@says
def proved_before(found: StepProvedBefore, _here: Here) -> str:
    """Since when."""
    return BEFORE.format(number=found.project.number, position=found.position, title=found.title, day=day(found.on))


def line(each: MilestoneLine) -> str:
    """第1步 清场（12月10日前，示范银行，已逾期）."""
    return LINE.format(
        position=each.position, title=each.title, day=day(each.due_on),
        unit=LINE_UNIT.format(unit=each.unit) if each.unit else "", standing=standing_said(each),
    )  # fmt: skip


def standing_said(each: MilestoneLine) -> str:
    """，已逾期; empty while its day lies ahead."""
    return DROPPED[each.dropped] if each.dropped is not None else STANDING[each.standing]
