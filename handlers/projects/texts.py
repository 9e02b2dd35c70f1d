"""What is said of dealing with projects and lists."""

from datetime import date

from governance.projects.claiming import No
from governance.projects.states import ProjectAct, ProjectState
from handlers.context import Here
from handlers.outcomes import says
from handlers.projects.outcomes import (
    AlreadyProject,
    ClaimGivenUp,
    ItemsListed,
    MyProjects,
    NeedEnded,
    NeedStated,
    NoStepForPicture,
    NoSuchItem,
    NoSuchProject,
    NoSuchUnit,
    NotClaimed,
    NothingToThankFor,
    NotNow,
    NotYourProject,
    NoUnit,
    OfferEnded,
    ProjectClaimed,
    ProjectLine,
    ProjectPictureKept,
    ProjectShown,
    ProjectsListed,
    ResourceOffered,
    SayMore,
    StepNoted,
    ThanksPassedOn,
    WhatIsNeeded,
    WhatToOffer,
    WhichProject,
    WhichUnit,
)
from handlers.texts.work import day, moment

STATE = {
    ProjectState.OPEN: "待认领", ProjectState.CLAIMED: "已认领", ProjectState.WORKING: "在做", ProjectState.PROVED: "待验收",
    ProjectState.CLOSED: "已完成", ProjectState.WITHDRAWN: "已撤销",
}  # fmt: skip
STEP = {
    "open": "开放认领", "claim": "认领", "step": "进展", "prove": "报告完工", "leave": "退出", "accept": "验收通过",
    "send_back": "返工", "withdraw": "撤销", "thanks": "居民感谢",
}  # fmt: skip
ACT = {
    ProjectAct.CLAIM: "认领", ProjectAct.STEP: "报进展", ProjectAct.PROVE: "报完工", ProjectAct.LEAVE: "放弃",
    ProjectAct.ACCEPT: "验收", ProjectAct.SEND_BACK: "返工", ProjectAct.WITHDRAW: "撤销", ProjectAct.OPEN: "开放",
}  # fmt: skip
HOW = {
    ProjectAct.CLAIM: "认领项目{number}", ProjectAct.STEP: "项目{number} 进展", ProjectAct.PROVE: "项目{number} 完工",
    ProjectAct.LEAVE: "放弃项目{number} 原因", ProjectAct.ACCEPT: "验收项目{number}",
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
ITEMS = {"resources": "资源清单", "needs": "需求清单"}
ITEM_NAME = {"resources": "资源", "needs": "需求"}
NO_ITEMS = {
    "resources": "资源清单还是空的。单位联系人回复“提供资源 能提供什么”就能登记。",
    "needs": "需求清单还是空的。回复“提需求 需要什么”就能登记。",
}
ITEMS_SHOWN, ITEM, ITEM_WHOSE, ITEMS_MORE = (
    "{title}（最近{count}条）：\n{lines}{more}",
    "{name}{number} {whose}{text}",
    "{whose}：",
    "\n还有{count}条较早的没有列出。",
)
SHOWN_STEP = "· {at} {who}{what}{note}"
MINE, MINE_NONE, MINE_HOW = (
    "{units}认领的项目：\n{lines}\n{how}",
    "{units}现在没有认领项目。回复“项目清单”看看可以认领哪些。",
    "做到哪一步了，回复“项目{number} 进展”；全部做完回复“项目{number} 完工”。",
)
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
CLAIMED = (
    "已认领项目{number}（{title}），{unit}负责{until}。{others}{free}\n做到哪一步就说一声：“项目{number} "
    "进展”；全部做完：“项目{number} 完工”；做不了：“放弃项目{number} "
    "原因”。"
)
TOGETHER, MORE_FREE = "和{units}一起做，请先商量分工。", "还可以再有{count}家一起认领。"
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
NOTED, DONE, TOLD, PHOTO = (
    "已记下项目{number}（{title}）的进展，谢谢。{told}{photo}",
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
OFFERED = "已登记资源{number}（{unit}）：{text}\n{fits}不再提供时回复“撤下资源 {number}”。"
OFFER_PROJECTS, OFFER_NEEDS, OFFER_NONE = (
    "可能用得上的项目：{listed}。回复“认领项目{number}”就能认领。\n",
    "可能用得上的需求：{listed}。已告诉社区。\n",
    "有用得上的项目会告诉您。\n",
)
OFFER_WHAT = "您单位能提供什么？直接说就行，比如“会议室周末可以借，能坐30人”。"
OFFER_ENDED = "已撤下资源{number}，谢谢您单位的支持。"
NO_ITEM = {
    "resources": "没有找到您单位的资源{number}，或者已经撤下。回复“资源清单”看看。",
    "needs": "没有找到需求{number}，或者已经撤下。回复“需求清单”看看。",
}
NEED_NOTED, NEED_PLACE, NEED_FITS, NEED_NONE = (
    "已登记需求{number}{place}：{text}\n{fits}",
    "（{place}）",
    "可能对得上：{listed}。已告诉社区去联系，有进展会告诉您。",
    "已告诉社区。对上单位会告诉您，急事请直接上报。",
)
NEED_WHAT = "需要什么、在哪个院子？直接说就行，比如“梧桐里1号院缺个遮雨的车棚”。"
NEED_ENDED = "已撤下需求{number}。"
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
def items_listed(found: ItemsListed, _here: Here) -> str:
    """The newest of a list."""
    if not found.items:
        return NO_ITEMS[found.what]
    name = ITEM_NAME[found.what]
    lines = [
        ITEM.format(name=name, number=each.number, text=each.text, whose=_whose(each.whose)) for each in found.items
    ]
    more = ITEMS_MORE.format(count=found.more) if found.more else ""
    return ITEMS_SHOWN.format(title=ITEMS[found.what], count=len(lines), lines="\n".join(lines), more=more)


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
    return "\n".join([line(found.line), *steps]) + how


@says
def my_projects(found: MyProjects, _here: Here) -> str:
    """With what comes next."""
    named = "、".join(found.units)
    if not found.lines:
        return MINE_NONE.format(units=named)
    lines = "\n".join(line(each) for each in found.lines)
    return MINE.format(units=named, lines=lines, how=MINE_HOW.format(number=found.lines[0].project.number))


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
def claimed(found: ProjectClaimed, _here: Here) -> str:
    """Whose it is now, with whom, and what comes next."""
    others = TOGETHER.format(units="、".join(found.others)) if found.others else ""
    free = MORE_FREE.format(count=found.free) if found.free else ""
    until = _until(found.until)
    return CLAIMED.format(
        number=found.project.number, title=found.project.title, unit=found.unit, until=until, others=others, free=free
    )


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
    text = DONE if found.done else NOTED
    told = TOLD if found.told else ""
    return text.format(number=found.project.number, title=found.project.title, told=told, photo=PHOTO)


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
def offered(found: ResourceOffered, _here: Here) -> str:
    """What it may serve."""
    fits = ""
    if found.projects:
        listed = "；".join(f"项目{each.number} {each.title}" for each in found.projects)
        fits += OFFER_PROJECTS.format(listed=listed, number=found.projects[0].number)
    if found.needs:
        fits += OFFER_NEEDS.format(listed="；".join(found.needs))
    return OFFERED.format(number=found.number, unit=found.unit, text=found.text, fits=fits or OFFER_NONE)


@says
def what_to_offer(_found: WhatToOffer, _here: Here) -> str:
    """With an example."""
    return OFFER_WHAT


@says
def offer_ended(found: OfferEnded, _here: Here) -> str:
    """Off the list."""
    return OFFER_ENDED.format(number=found.number)


@says
def no_item(found: NoSuchItem, _here: Here) -> str:
    """Where to look."""
    return NO_ITEM[found.what].format(number=found.number)


@says
def need_stated(found: NeedStated, _here: Here) -> str:
    """What may fit."""
    place = NEED_PLACE.format(place=found.place) if found.place else ""
    fits = NEED_FITS.format(listed="；".join(found.fits)) if found.fits else NEED_NONE
    return NEED_NOTED.format(number=found.number, place=place, text=found.text, fits=fits)


@says
def what_is_needed(_found: WhatIsNeeded, _here: Here) -> str:
    """With an example."""
    return NEED_WHAT


@says
def need_ended(found: NeedEnded, _here: Here) -> str:
    """Off the list."""
    return NEED_ENDED.format(number=found.number)


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


def _whose(whose: str) -> str:
    return ITEM_WHOSE.format(whose=whose) if whose else ""
