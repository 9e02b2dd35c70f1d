"""Words that speak of projects, as commands."""

import re
from datetime import datetime, time

from governance.projects.milestones import Planned
from handlers.context import Here
from handlers.projects.commands import (
    CallTakeOn,
    ClaimProject,
    EndOffer,
    GiveUpClaim,
    OfferResource,
    PlanProject,
    ReportProjectStep,
    ShowMyProjects,
    ShowProjects,
    StateNeed,
    TakeOn,
    ThankProject,
)
from handlers.projects.staff_commands import AcceptProject, OpenProject, SendBackProject, WithdrawProject
from handlers.said import Reads, Said
from understanding.command_names import CommandName
from understanding.mentions import without_number
from understanding.project_said import (
    list_in,
    part_done,
    project_in,
    says_done,
    shares_in,
    steps_apart,
    steps_in,
    until_in,
)

_EDGES = " ,，:：。;；、\n"
_VERB = re.compile(
    r"^(?:(?:请|麻烦|帮我|我要|我想|想|我)*(?:认领|承接|领办|放弃|"
    r"退出|取消|撤销|撤下|终止|停办|退回|返工|感谢|谢谢|验收)(?:认领|"
    r"通过|不通过|项目)?)[\s,，:：]*"
)
_BACK = re.compile(r"^(?:验收)?(?:不通过|不合格|退回|返工)(?:了|吧)?[\s,，:：]*")
_STEP = re.compile(r"^(?:进展|进度)(?:是)?[\s,，:：]+")
_UNIT = re.compile(
    r"(?:由|归|以|给)?(?P<unit>[\u4e00-\u9fffa-z0-9（）()]{2,40}?)(?:来)?(?:认领|承接|接|领)?(?:了|吧|啊)*$"
)
_NO_UNIT = re.compile(
    r"^(?:我们?(?:单位|公司|支部|这边|队)?|单位|本单位|可以|吧|了|"
    r"谢谢|我来)*(?:来)?(?:认领|承接|认|接|领)*(?:下来|下)?(?:了|吧|"
    r"啊)*$"
)
_ASKS = re.compile(r"^(?:提出?个?|登记|新增|提供)?(?:一?个|一下|一条)?(?:资源|需求)[\s,，:：]*")
_NEED = re.compile(r"需求\s*([0-9]{1,6})\s*号?(?:转为?|变成?)项目[\s,，:：]*")
_RESOLUTION = re.compile(
    r"(?:决议\s*第?\s*(?P<a>[0-9]{1,6})\s*号?|第?\s*(?P<b>[0-9]{1,6})\s*号?决议)[\s,，:：]*"
    r"(?:(?:转为?|转成|变成?|进入?|放进?)(?:认领)?项目(?:池|清单|库)?)?[\s,，:：]*"
)
_OPEN = re.compile(r"^(?:请|麻烦|帮我|我要|我想|想|我)*(?:开|新建|发布|立)(?:一?个)?项目[\s,，:：]*")


def _whole(said: Said) -> tuple[int | None, str]:
    """The project that is named, and what is said besides it and the verb."""
    number, rest = project_in(said.argument)
    return number, _VERB.sub("", rest).strip(_EDGES)


def claim(said: Said, _here: Here) -> ClaimProject:
    """认领项目3; 3号项目我们单位认了; 认领项目3 示范大厦."""
    number, rest = _whole(said)
    if _NO_UNIT.fullmatch(rest) or said.free:
        return ClaimProject(number)
    found = _UNIT.fullmatch(rest)
    return ClaimProject(number, "" if found is None else found["unit"])


def give_up(said: Said, _here: Here) -> GiveUpClaim:
    """放弃项目3 人手抽不出来."""
    number, rest = _whole(said)
    return GiveUpClaim(number, rest)


def step(said: Said, _here: Here) -> ReportProjectStep:
    """项目3 长椅装好8张了; 项目3 完工."""
    number, rest = project_in(re.sub(r"^(?:报进展|项目(?:进展|进度))[\s,，:：]*", "", said.argument))
    note = _STEP.sub("", rest)
    part = part_done(note)
    return ReportProjectStep(
        number, "" if note in ("进展", "进度") else note, part is None and says_done(note), milestone=part
    )


def plan(said: Said, here: Here) -> PlanProject:
    """3号项目分两步：12月10号前清场，12月20号前装好."""
    number, rest = project_in(said.argument)
    return PlanProject(number, _planned(steps_apart(rest)[1], here))


def _planned(text: str, here: Here) -> tuple[Planned, ...]:
    return tuple(Planned(title, day) for title, day in steps_in(text, here.local.date()))


def show(said: Said, _here: Here) -> ShowProjects:
    """项目清单, 资源清单; 看项目3."""
    return ShowProjects(list_in(said.argument), project_in(said.argument)[0])


def send_back(said: Said, _here: Here) -> SendBackProject:
    """项目3 不通过 扶手没装."""
    number, rest = _whole(said)
    return SendBackProject(number, _BACK.sub("", rest))


def withdraw(said: Said, _here: Here) -> WithdrawProject:
    """撤销项目3 改由街道实施."""
    number, rest = _whole(said)
    return WithdrawProject(number, rest)


def thank(said: Said, _here: Here) -> ThankProject:
    """感谢项目3 车棚真方便."""
    number, rest = _whole(said)
    return ThankProject(number, rest)


def open_project(said: Said, here: Here) -> OpenProject:
    """开项目 做什么，几家一起认领，几号前完成; 转项目 12 做什么; 需求 3 转项目."""
    text = said.argument
    need, council = _NEED.search(text), _RESOLUTION.match(text)
    rest = _OPEN.sub("", text) if need is None else text[need.end() :]
    rest = rest if council is None else text[council.end() :]
    rest, steps = steps_apart(rest)
    until, rest = until_in(rest, here.local.date())
    shares, rest = shares_in(rest)
    at = None if until is None else datetime.combine(until, time())
    title = re.sub(r"[,，]{2,}|[,，]\s*$", "", rest).strip(_EDGES)
    return OpenProject(
        title, "", at, shares if shares > 1 else None, said.ticket, int(need[1]) if need is not None else None,
        None if council is None else int(council["a"] or council["b"]), _planned(steps, here),
    )  # fmt: skip


def _listed(said: Said) -> str:
    return _ASKS.sub("", said.argument).strip(_EDGES)


def call(said: Said, _here: Here) -> CallTakeOn:
    """应急领办 12 缺水泵; 12号这件事谁能领办，喊一下."""
    return CallTakeOn(said.ticket, without_number(said.argument, said.ticket) if said.free else said.argument)


def end_offer(said: Said, _here: Here) -> EndOffer:
    """撤下资源 3."""
    found = re.search(r"[0-9]{1,6}", said.argument)
    return EndOffer(int(found[0]) if found is not None else 0)


READS: Reads = {
    CommandName.SHOW_PROJECTS: show,
    CommandName.CLAIM_PROJECT: claim,
    CommandName.GIVE_UP_CLAIM: give_up,
    CommandName.REPORT_PROJECT_STEP: step,
    CommandName.PLAN_PROJECT: plan,
    CommandName.SHOW_MY_PROJECTS: lambda _said, _here: ShowMyProjects(),
    CommandName.OFFER_RESOURCE: lambda said, _here: OfferResource(_listed(said)),
    CommandName.END_OFFER: end_offer,
    CommandName.STATE_NEED: lambda said, _here: StateNeed(_listed(said)),
    CommandName.CALL_TAKE_ON: call,
    CommandName.TAKE_ON: lambda said, _here: TakeOn(said.ticket),
    CommandName.OPEN_PROJECT: open_project,
    CommandName.ACCEPT_PROJECT: lambda said, _here: AcceptProject(_whole(said)[0]),
    CommandName.SEND_BACK_PROJECT: send_back,
    CommandName.WITHDRAW_PROJECT: withdraw,
    CommandName.THANK_PROJECT: thank,
}
