"""What is said of dealing with projects and lists."""

from datetime import date

from governance.projects.states import ProjectAct, ProjectState
from handlers.context import Here
from handlers.outcomes import says
from handlers.projects.milestone_outcomes import ProjectShown
from handlers.projects.milestone_texts import line as step_line
from handlers.projects.outcomes import (
    AlreadyProject,
    ClaimGivenUp,
    MyProjects,
    NoStepForPicture,
    NothingToThankFor,
    ProjectClaimed,
    ProjectLine,
    ProjectPictureKept,
    ProjectsListed,
    SayMore,
    StepNoted,
    ThanksPassedOn,
)
from handlers.texts.work import day, moment

STATE = {
    ProjectState.OPEN: "待认领", ProjectState.CLAIMED: "已认领", ProjectState.WORKING: "在做", ProjectState.PROVED: "待验收",
    ProjectState.CLOSED: "已完成", ProjectState.WITHDRAWN: "已撤销",
}  # fmt: skip
STEP = {
    "open": "开放认领", "claim": "认领", "plan": "分步", "step": "进展", "prove": "报告完工", "leave": "退出", "accept": "验收通过",
    "send_back": "返工", "withdraw": "撤销", "thanks": "居民感谢",
}  # fmt: skip
ACT = {
    ProjectAct.CLAIM: "认领", ProjectAct.STEP: "报进展", ProjectAct.PLAN: "分步", ProjectAct.PROVE: "报完工",
    ProjectAct.LEAVE: "放弃",
    ProjectAct.ACCEPT: "验收", ProjectAct.SEND_BACK: "返工", ProjectAct.WITHDRAW: "撤销", ProjectAct.OPEN: "开放",
}  # fmt: skip
HOW = {
    ProjectAct.CLAIM: "认领项目{number}", ProjectAct.STEP: "项目{number} 进展", ProjectAct.PROVE: "项目{number} 完工",
    ProjectAct.PLAN: "项目{number} 分两步：…", ProjectAct.LEAVE: "放弃项目{number} 原因", ProjectAct.ACCEPT: "验收项目{number}",
    ProjectAct.SEND_BACK: "项目{number} 不通过 原因", ProjectAct.WITHDRAW: "撤销项目{number} 原因",
}  # fmt: skip
NONE_OPEN, LISTED, OTHERS = (
    "现在没有待认领的项目。回复“资源清单”“需求清单”可看另外两份清单。",
    "可以认领的项目有{count}个，回复“认领项目{number}”就能认：\n{lines}",
    "另有{count}个项目正在做。",
)
LINE, LINE_PLACE, LINE_UNTIL, LINE_UNITS, LINE_FREE = (
    "项目{number} {title}（{state}{place}{until}{units}{free}）",
    "，{place}",
    "，{day}前完成",
    "，{units}",
    "，还可{count}家",
)
SHOWN_STEP = "· {at} {who}{what}{note}"
MINE, MINE_NONE, MINE_HOW = (
    "{units}认领的项目：\n{lines}\n{how}",
    "{units}现在没有认领项目。回复“项目清单”看看可以认领哪些。",
    "做到哪一步了，回复“项目{number} 进展”；全部做完回复“项目{number} 完工”。",
)
CLAIMED = (
    "已认领项目{number}（{title}），{unit}负责{until}。{others}{free}\n做到哪一步就说一声：“项目{number} "
    "进展”；全部做完：“项目{number} 完工”；做不了：“放弃项目{number} "
    "原因”。"
)
TOGETHER, MORE_FREE = "和{units}一起做，请先商量分工。", "还可以再有{count}家一起认领。"
GIVEN_UP, REOPENED, STILL = (
    "{unit}已退出项目{number}（{title}），已告诉社区。{rest}谢谢您及时说明。",
    "项目重新开放认领。",
    "还有{units}在做。",
)
SAY_MORE = {
    ProjectAct.STEP: "项目{number}做到哪一步了？直接说就行，比如“长椅装好8张了”；全部做完请说“完工”。",
    ProjectAct.PROVE: "项目{number}完工了？请用一句话说说做了什么。",
    ProjectAct.SEND_BACK: "项目{number}哪里没做好？请用一句话告诉认领单位。",
    ProjectAct.WITHDRAW: "项目{number}为什么撤销？请用一句话说明，会告诉认领单位和提出的人。",
    ProjectAct.OPEN: "要开什么项目？请说做什么、在哪里，比如“开项目 梧桐里1号院车棚改造，两家一起认领，12月20日前完成”。",
}  # fmt: skip
NOTED, STEP_DONE, DONE, TOLD, PHOTO = (
    "已记下项目{number}（{title}）的进展，谢谢。{told}{photo}",
    "已记下项目{number}（{title}）第{position}步完成，谢谢。{told}{photo}",
    "已记下项目{number}（{title}）完工，已请社区验收。{told}{photo}",
    "已告诉提出这件事的居民。",
    "\n有照片请直接发过来，会放在这条进展旁边。",
)
PICTURE_KEPT = "照片收到，已放在项目{number}（{title}）的进展旁边。还有照片可以接着发。"
NO_STEP = "照片收到，但没有找到对应的项目进展。请先说“项目编号 进展”，再发照片。"
ALREADY, ALREADY_NEED = (
    "已经开过项目了：项目{number}（{title}）。回复“看项目{number}”看进展。",
    "这条需求已经不在需求清单上了。回复“需求清单”看现有的。",
)
THANKED = "已把您的谢意转告{units}（项目{number} {title}），谢谢您！"
NOT_DONE_YET, THANKED_BEFORE, NOT_YOUR_MATTER = (
    "没有找到做好的这个项目。等验收通过再感谢也不迟，回复“项目清单”看看。",
    "您已经感谢过项目{number}（{title}），心意已经带到了。",
    "项目{number}（{title}）请由提出这件事的居民来感谢，谢谢您的关心。",
)


@says
def projects_listed(found: ProjectsListed, _here: Here) -> str:
    """What can be claimed; what is under way is counted."""
    others = OTHERS.format(count=found.others) if found.others else ""
    if not found.open:
        return NONE_OPEN + (f"\n{others}" if others else "")
    lines = "\n".join(line(each) for each in found.open)
    said = LISTED.format(count=len(found.open), number=found.open[0].project.number, lines=lines)
    return said + (f"\n{others}" if others else "")


@says
def project_shown(found: ProjectShown, here: Here) -> str:
    """Its line and its latest steps."""
    steps = [
        SHOWN_STEP.format(
            at=moment(at, here.config.zone, here.now),
            who=who,
            what=STEP.get(what, what),
            note=f"：{note}" if note else "",
        )
        for at, what, who, note in found.steps
    ]
    how = (
        f"\n回复“{HOW[ProjectAct.CLAIM].format(number=found.line.project.number)}”认领。"
        if _claimable(found.line)
        else ""
    )
    parts = [step_line(each) for each in found.milestones]
    return "\n".join([line(found.line), *parts, *steps]) + how


@says
def my_projects(found: MyProjects, _here: Here) -> str:
    """With what comes next."""
    named = "、".join(found.units)
    if not found.lines:
        return MINE_NONE.format(units=named)
    lines = "\n".join(line(each) for each in found.lines)
    return MINE.format(units=named, lines=lines, how=MINE_HOW.format(number=found.lines[0].project.number))


@says
def claimed(found: ProjectClaimed, _here: Here) -> str:
    """Whose it is now, with whom, and what comes next."""
    others = TOGETHER.format(units="、".join(found.others)) if found.others else ""
    free = MORE_FREE.format(count=found.free) if found.free else ""
    until = _until(found.until)
    return CLAIMED.format(
        number=found.project.number, title=found.project.title, unit=found.unit, until=until, others=others, free=free
    )


@says
def given_up(found: ClaimGivenUp, _here: Here) -> str:
    """Who still has it."""
    rest = STILL.format(units="、".join(found.left)) if found.left else REOPENED
    return GIVEN_UP.format(unit=found.unit, number=found.project.number, title=found.project.title, rest=rest)


@says
def say_more(found: SayMore, _here: Here) -> str:
    """What is missing."""
    return SAY_MORE[found.act].format(number="" if found.project is None else found.project.number)


@says
def step_noted(found: StepNoted, _here: Here) -> str:
    """Who hears of it, and that pictures may follow."""
    text = DONE if found.done else STEP_DONE if found.position is not None else NOTED
    return text.format(
        number=found.project.number, title=found.project.title, told=TOLD if found.told else "", photo=PHOTO,
        position=found.position,
    )  # fmt: skip


@says
def picture_kept(found: ProjectPictureKept, _here: Here) -> str:
    """More may follow."""
    return PICTURE_KEPT.format(number=found.project.number, title=found.project.title)


@says
def no_step(_found: NoStepForPicture, _here: Here) -> str:
    """How it is done."""
    return NO_STEP


@says
def already(found: AlreadyProject, _here: Here) -> str:
    """Which it is."""
    if found.project is None:
        return ALREADY_NEED
    return ALREADY.format(number=found.project.number, title=found.project.title)


@says
def thanked(found: ThanksPassedOn, _here: Here) -> str:
    """Who hears it."""
    return THANKED.format(units="、".join(found.units), number=found.project.number, title=found.project.title)


@says
def nothing_to_thank_for(found: NothingToThankFor, _here: Here) -> str:
    """Why it was not passed on."""
    if found.project is None:
        return NOT_DONE_YET
    text = THANKED_BEFORE if found.again else NOT_YOUR_MATTER
    return text.format(number=found.project.number, title=found.project.title)


def line(found: ProjectLine) -> str:
    """项目3 院里加装车棚（待认领，梧桐里1号院，12月20日前完成）."""
    return LINE.format(
        number=found.project.number, title=found.project.title, state=STATE[found.state],
        place=LINE_PLACE.format(place=found.place) if found.place else "",
        until=LINE_UNTIL.format(day=day(found.until)) if found.until is not None else "",
        units=LINE_UNITS.format(units="、".join(found.units)) if found.units else "",
        free=LINE_FREE.format(count=found.free) if found.units and _claimable(found) else "",
    )  # fmt: skip


def _claimable(found: ProjectLine) -> bool:
    return bool(found.free) and found.state in (ProjectState.OPEN, ProjectState.CLAIMED, ProjectState.WORKING)


def _until(until: date | None) -> str:
    return "" if until is None else LINE_UNTIL.format(day=day(until))
