"""What those read who can't do what they asked of projects, or have not said which or for whom."""

from governance.projects.claiming import No
from governance.projects.states import ProjectAct, ProjectState
from handlers.context import Here
from handlers.outcomes import says
from handlers.projects.outcomes import (
    NoSuchProject,
    NoSuchUnit,
    NotClaimed,
    NotNow,
    NotYourProject,
    NoUnit,
    WhichProject,
    WhichUnit,
)
from handlers.projects.texts import ACT, HOW, STATE
from handlers.texts.work import day, moment

NO_UNIT = "您还没有登记为单位联系人，不能办理单位的事项。请找社区书记登记；看项目回复“项目清单”。"
NO_UNIT_UNKNOWN = "要先知道您代表哪家单位：请先回复“绑定 姓名 手机后四位”，还没登记的请找社区书记登记。"
WHICH_UNIT = "您代表好几家单位：{units}。请写上单位再说一次，比如“认领项目3 {first}”。"
NO_SUCH_UNIT = "没有找到您能代表的单位“{called}”。请写登记的单位全名或编号。"
NO_SUCH = "没有找到项目{number}。回复“项目清单”看看有哪些项目。"
NONE_FITS = {
    ProjectAct.CLAIM: "现在没有待认领的项目。回复“项目清单”看看正在做的。",
    ProjectAct.ACCEPT: "现在没有等您验收的项目。",
    ProjectAct.SEND_BACK: "现在没有等您验收的项目。",
}  # fmt: skip
NONE_FITS_ELSE = "您这里现在没有可以{act}的项目。回复“我的项目”或“项目清单”看看。"
WHICH = "您说的是哪个项目？请带上编号，比如“{how}”：\n{lines}"
NOT_CLAIMED = {
    No.FULL: "项目{number}（{title}）已由{units}认领{at}，没有空位了。回复“项目清单”看看别的项目。",
    No.OWN: "项目{number}（{title}）您单位已经认领了，不用再认。做到哪一步回复“项目{number} 进展”。",
    No.LATE: "项目{number}（{title}）要求{until}前完成，已经过期，不能再认领。想做请联系社区书记改期。",
    No.DONE: "项目{number}（{title}）{units}已经做完，正在验收，不用再认领。回复“项目清单”看看别的项目。",
    No.ENDED: "项目{number}（{title}）{state}，不能再认领。回复“项目清单”看看别的项目。",
}  # fmt: skip
AT = "（{at}）"
NOT_YOURS, NOT_YOURS_OPEN = (
    "项目{number}（{title}）是{units}认领的，不是您单位的。回复“我的项目”看您单位认领的。",
    "项目{number}（{title}）{state}，您单位没有认领。可以认领的项目请看“项目清单”。",
)
NOT_NOW = "项目{number}（{title}）{state}，现在不能{act}。{hint}"
HINT = {
    ProjectState.OPEN: "还没有单位认领。", ProjectState.PROVED: "正在等社区验收。",
    ProjectState.CLAIMED: "单位还没有报完工。", ProjectState.WORKING: "单位还没有报完工。",
}  # fmt: skip


@says
def no_unit(found: NoUnit, _here: Here) -> str:
    """Whom to ask."""
    return NO_UNIT if found.known else NO_UNIT_UNKNOWN


@says
def which_unit(found: WhichUnit, _here: Here) -> str:
    """By name."""
    return WHICH_UNIT.format(units="、".join(found.units), first=found.units[0])


@says
def no_such_unit(found: NoSuchUnit, _here: Here) -> str:
    """As it was called."""
    return NO_SUCH_UNIT.format(called=found.called)


@says
def no_such_project(found: NoSuchProject, _here: Here) -> str:
    """Where to look."""
    if found.number is not None:
        return NO_SUCH.format(number=found.number)
    return NONE_FITS.get(found.act, NONE_FITS_ELSE.format(act=ACT[found.act]))


@says
def which_project(found: WhichProject, _here: Here) -> str:
    """Each with its number."""
    lines = "\n".join(f"项目{each.number} {each.title}" for each in found.projects[:8])
    return WHICH.format(how=HOW[found.act].format(number=found.projects[0].number), lines=lines)


@says
def not_claimed(found: NotClaimed, here: Here) -> str:
    """Who has it, or why it can't be."""
    at = AT.format(at=moment(found.at, here.config.zone, here.now)) if found.at is not None else ""
    until = day(found.until) if found.until is not None else ""
    return NOT_CLAIMED[found.why].format(
        number=found.project.number, title=found.project.title, units="、".join(found.units), at=at, until=until,
        state=STATE[found.state],
    )  # fmt: skip


@says
def not_yours(found: NotYourProject, _here: Here) -> str:
    """Whose it is."""
    said = {"number": found.project.number, "title": found.project.title, "state": STATE[found.state]}
    return NOT_YOURS.format(units="、".join(found.units), **said) if found.units else NOT_YOURS_OPEN.format(**said)


@says
def not_now(found: NotNow, _here: Here) -> str:
    """How it stands."""
    return NOT_NOW.format(
        number=found.project.number, title=found.project.title, state=STATE[found.state], act=ACT[found.act],
        hint=HINT.get(found.state, ""),
    )  # fmt: skip
