"""What those read who run projects, and those who call for help or answer a call."""

from governance.projects.take_on import CallState
from handlers.context import Here
from handlers.outcomes import says
from handlers.projects.outcomes import (
    ProjectAccepted,
    ProjectOpened,
    ProjectSentBack,
    ProjectWithdrawn,
    TooManyShares,
    UntilPassed,
)
from handlers.projects.take_on_outcomes import (
    CalledAlready,
    CalledByNobody,
    HelpCalled,
    HelpTaken,
    NoCallNow,
    NoHelper,
    WhichCall,
)
from handlers.texts.work import day, head, moment, short
from handlers.tickets.outcomes import Ref

OPENED = "已开放认领项目{number}：{title}{until}{shares}。{ticket}\n{fits}"
UNTIL, SHARES = "，{day}前完成", "，{count}家可以一起认领"
FROM_TICKET = "工单 {number} 等这个项目，上报人会听到每一步。"
FITS, FITS_NONE = (
    "已请对得上的单位认领：{units}。",
    "资源清单里没有对得上的单位，项目已在“项目清单”里，公开页也能看到。",
)
UNTIL_PASSED = "{day}已经过了。请换一个完成期限，比如“12月20日前完成”。"
TOO_MANY = "一个项目最多{most}家一起认领（您说的是{shares}家）。更大的事请拆成几个项目。"
ACCEPTED, ACCEPTED_PEOPLE = (
    "项目{number}（{title}）验收通过，已感谢{units}。{people}",
    "已告诉{count}位提出这件事的居民。",
)
SENT_BACK = "已请{units}返工项目{number}（{title}）：{note}"
WITHDRAWN, WITHDRAWN_TICKET = (
    "项目{number}（{title}）已撤销，认领单位和提出的人都会知道。{ticket}",
    "工单 {number} 请重新派单：派单 {n} 给谁",
)

CALLED = "已喊人领办 {head}：通知了{people}人{units}，{due}前要有人接。{wider}没人接再喊全部单位，到点没人接会报领导。"
CALLED_UNITS = "（含对得上的单位：{units}）"
CALLED_NOBODY = (
    "已喊人领办 {head}：当地暂时没有能联系上的维修队和对得上的单位，{wider}会喊全部单位，{due}前没人接会报领导。"
)
CALLED_BY_NOBODY = "{head} 事关一个人的安危，不向单位和队伍征集。请打110或120，联系家属和派出所。"
CALLED_ALREADY = "{head}从{since}起已经在喊人领办，不用再喊。有人接了马上告诉您。"
TAKEN = "由您领办了，请马上去：{head}。{note}{ask}\n到现场后请和值守人员对接；还没有您这边的工单时，办完请对方办结。"
TAKEN_NOTE, TAKEN_ASK = "需要：{note}。", "现场找{who}。"
NO_CALL = {
    CallState.TAKEN: "{head}已由{who}领办{at}，不用去了，谢谢您！",
    CallState.UNANSWERED: "{head}的领办已过时限，已由领导协调，谢谢您。需要时会再联系。",
    CallState.OVER: "{head}已经办好，不用去了，谢谢您！",
}  # fmt: skip
AT = "（{at}）"
NONE_RUNS, NONE_OF_IT = (
    "现在没有等人领办的急事，谢谢您！有需要会马上通知。",
    "{name} 现在没有在喊人领办。回复“领办”看看有没有别的急事。",
)
WHICH_CALL = "有好几件在等人领办，请带上编号，比如“领办 {n}”：\n{lines}"
NO_HELPER = "应急领办由单位联系人和维修队来接。您想帮忙的话，请找社区书记登记；发现险情请直接上报。"
NO_HELPER_UNKNOWN = "要先知道您是哪家单位的：请先回复“绑定 姓名 手机后四位”再说“领办”。"


@says
def opened(found: ProjectOpened, _here: Here) -> str:
    """Where it stands, and who was told."""
    return OPENED.format(
        number=found.project.number, title=found.project.title,
        until=UNTIL.format(day=day(found.until)) if found.until is not None else "",
        shares=SHARES.format(count=found.shares) if found.shares > 1 else "",
        ticket=FROM_TICKET.format(number=found.from_ticket) if found.from_ticket else "",
        fits=FITS.format(units="、".join(found.fitting)) if found.fitting else FITS_NONE,
    )  # fmt: skip


@says
def until_passed(found: UntilPassed, _here: Here) -> str:
    """Which day it was."""
    return UNTIL_PASSED.format(day=day(found.until))


@says
def too_many(found: TooManyShares, _here: Here) -> str:
    """How many there may be."""
    return TOO_MANY.format(most=found.most, shares=found.shares)


@says
def accepted(found: ProjectAccepted, _here: Here) -> str:
    """Who was thanked, and who hears of it."""
    people = ACCEPTED_PEOPLE.format(count=found.people) if found.people else ""
    return ACCEPTED.format(
        number=found.project.number, title=found.project.title, units="、".join(found.units), people=people
    )


@says
def sent_back(found: ProjectSentBack, _here: Here) -> str:
    """Who has it, and what is missing."""
    return SENT_BACK.format(
        number=found.project.number, title=found.project.title, units="、".join(found.units), note=found.note
    )


@says
def withdrawn(found: ProjectWithdrawn, _here: Here) -> str:
    """What its ticket waits for."""
    number = found.ticket
    ticket = WITHDRAWN_TICKET.format(number=number, n=short(number)) if number is not None else ""
    return WITHDRAWN.format(number=found.project.number, title=found.project.title, ticket=ticket)


@says
def called(found: HelpCalled, here: Here) -> str:
    """Who was called, and what the clock brings."""
    zone, now = here.config.zone, here.now
    units = CALLED_UNITS.format(units="、".join(found.units)) if found.units else ""
    text = CALLED if found.people else CALLED_NOBODY
    return text.format(
        head=_head(found.ticket), people=found.people, units=units, due=moment(found.due_at, zone, now),
        wider=moment(found.wider_at, zone, now),
    )  # fmt: skip


@says
def called_already(found: CalledAlready, here: Here) -> str:
    """Since when."""
    return CALLED_ALREADY.format(head=_head(found.ticket), since=moment(found.since, here.config.zone, here.now))


@says
def called_by_nobody(found: CalledByNobody, _here: Here) -> str:
    """Who is to be called instead."""
    return CALLED_BY_NOBODY.format(head=_head(found.ticket))


@says
def taken(found: HelpTaken, _here: Here) -> str:
    """Where to, what is needed, whom to ask."""
    note = TAKEN_NOTE.format(note=found.note) if found.note else ""
    ask = TAKEN_ASK.format(who=found.ask) if found.ask else ""
    return TAKEN.format(head=_head(found.ticket), note=note, ask=ask)


@says
def no_call(found: NoCallNow, here: Here) -> str:
    """Who was quicker, or that nobody is needed."""
    if found.ticket is None or found.state is None or found.state is CallState.CALLING:
        return NONE_OF_IT.format(name=found.who) if found.who else NONE_RUNS
    at = AT.format(at=moment(found.at, here.config.zone, here.now)) if found.at is not None else ""
    return NO_CALL[found.state].format(head=_head(found.ticket), who=found.who, at=at)


@says
def which_call(found: WhichCall, _here: Here) -> str:
    """Each with its number."""
    lines = "\n".join(_head(each) for each in found.calls[:8])
    return WHICH_CALL.format(n=short(found.calls[0].number), lines=lines)


@says
def no_helper(found: NoHelper, _here: Here) -> str:
    """Who may, and how to become one."""
    return NO_HELPER if found.known else NO_HELPER_UNKNOWN


def _head(ticket: Ref) -> str:
    return head(ticket.number, ticket.summary, ticket.place)
