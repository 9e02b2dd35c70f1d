"""What is said to who asks for an enterprise."""

from governance.requests.kinds import RequestKind
from handlers.context import Here
from handlers.outcomes import says
from handlers.requests.outcomes import NoContact, RequestFiled, UnitNamed, WhatIsNeeded
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
