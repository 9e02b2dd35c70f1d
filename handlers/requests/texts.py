"""What is said to who asks for an enterprise."""

from governance.requests.kinds import RequestKind
from handlers.context import Here
from handlers.outcomes import says
from handlers.requests.outcomes import (
    CannotTurn,
    NoContact,
    RequestFiled,
    TurnedIntoReport,
    TurnedIntoRequest,
    TurnWhy,
    UnitNamed,
    UnitNotFound,
    WhatIsNeeded,
)
from handlers.texts.work import moment

KIND = {
    RequestKind.POLICY: "政策咨询", RequestKind.LICENCE: "证照办理", RequestKind.LABOUR: "招工用工",
    RequestKind.PREMISES: "场地物业", RequestKind.FINANCE: "融资", RequestKind.OTHER: "其他",
}  # fmt: skip
FILED = "已登记企业诉求，编号 {number}：{first}\n{unit}类别：{kind}\n事项：{summary}\n{answer}"
CONTACT = "{at}前会有人联系您。"
AT_ONCE = "这件事按应急办理，马上派人。"
ANSWER = "{at}前答复。回复“进度”可查，“催办 {short}”可催，“撤回 {short}”可取消。"
WHAT = "请说说{unit}需要什么，我马上登记，例如：企业诉求 想问装修许可怎么办"
YOUR_UNIT = "贵单位"
WHICH = "还差一样：是哪家单位的事？回复数字就行：\n{listed}"
UNIT_NAMED = "好的，{number} 记在{unit}名下。回复“进度”可查。"
NO_CONTACT = "您还没有登记为单位联系人。请直接说哪里出了什么问题，我照样登记；要代表单位提诉求，请找社区书记登记。"
NO_CONTACT_UNKNOWN = "要代表单位提诉求，请先回复“绑定 姓名 手机后四位”；有别的事请直接说哪里出了什么问题，我照样登记。"

UNIT_UNKNOWN = "没有找到单位“{said}”，请写名录里的全名或编号。"
UNIT_MISSING = "请写是哪家单位，全名或编号都行。"
UNIT_WHICH = "“{said}”有几家：{near}，请写全名。"
TURNED = "{number} 已改为企业诉求：{unit}，类别 {kind}。当天要联系企业，时限跟着变，上报人会收到通知。"
TURNED_BACK = "{number} 已改回普通上报{category}，时限从上报时算起，上报人会收到通知。"
OF_CATEGORY = "，类别 {name}"
CANNOT_TURN = {
    TurnWhy.NO_TICKET: "没有找到工单 {number}，请核对编号。",
    TurnWhy.OVER: "{number} 已经办完或结束，不能再改。",
    TurnWhy.DANGER: "{number} 是安全隐患，先按隐患办，不能改。",
    TurnWhy.OF_EVENT: "{number} 是一个事件里的一件，请先从事件里移出再改。",
    TurnWhy.IS_REQUEST: "{number} 已经是企业诉求。",
    TurnWhy.NO_REQUEST: "{number} 不是企业诉求，不用改回。",
}


@says
def request_filed(found: RequestFiled, here: Here) -> str:
    """Number, who gets in touch by when, and until when it is answered."""
    zone, now = here.config.zone, here.now
    first = AT_ONCE if found.contact_by is None else CONTACT.format(at=moment(found.contact_by, zone, now))
    one = len(found.units) == 1
    unit = f"单位：{found.units[0]}\n" if one else ""
    filed = FILED.format(
        number=found.number, first=first, unit=unit, kind=KIND[found.kind], summary=found.summary,
        answer=ANSWER.format(at=moment(found.answer_by, zone, now), short=int(found.number[-4:])),
    )  # fmt: skip
    if one:
        return filed
    listed = "\n".join(f"{place}. {name}" for place, name in enumerate(found.units, 1))
    return f"{filed}\n{WHICH.format(listed=listed)}"


@says
def what_is_needed(found: WhatIsNeeded, _here: Here) -> str:
    """With an example."""
    return WHAT.format(unit=found.unit or YOUR_UNIT)


@says
def unit_named(found: UnitNamed, _here: Here) -> str:
    """For which it is."""
    return UNIT_NAMED.format(number=found.number, unit=found.unit)


@says
def no_contact(found: NoContact, _here: Here) -> str:
    """What is possible all the same."""
    return NO_CONTACT if found.known else NO_CONTACT_UNKNOWN


@says
def unit_not_found(found: UnitNotFound, _here: Here) -> str:
    """Which there are."""
    if found.near:
        return UNIT_WHICH.format(said=found.said, near="、".join(found.near))
    return UNIT_UNKNOWN.format(said=found.said) if found.said else UNIT_MISSING


@says
def turned(found: TurnedIntoRequest, _here: Here) -> str:
    """Whose it is, and what follows."""
    return TURNED.format(number=found.number, unit=found.unit, kind=KIND[found.kind])


@says
def turned_back(found: TurnedIntoReport, _here: Here) -> str:
    """And of which kind."""
    category = OF_CATEGORY.format(name=found.category) if found.category else ""
    return TURNED_BACK.format(number=found.number, category=category)


@says
def cannot_turn(found: CannotTurn, _here: Here) -> str:
    """Why it stays."""
    return CANNOT_TURN[found.why].format(number=found.number)
