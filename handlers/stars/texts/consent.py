"""What is said to who agrees, or does not, to be named in public."""

from handlers.context import Here
from handlers.outcomes import says
from handlers.stars.outcomes.consent import (
    ConsentDeclined,
    ConsentGiven,
    ConsentRecorded,
    ConsentTakenBack,
    ConsentUnbound,
    NameTooLong,
    NoConsentNeeded,
    NoConsentWanted,
    OwnLine,
    WhichAward,
)
from handlers.stars.texts import AWARD_STATE, KIND, month_said

CONSENT_GIVEN = "谢谢您！已记下您同意公示，署名“{name}”。想改回复“同意公示 署名 称呼”，想撤回随时回复：不同意公示"
CONSENT_REFUSED = "好的，尊重您的意思，不会公开您的名字。您的好，邻居都记着。"
CONSENT_TAKEN_BACK = "好的，已撤下您的{kind}：光荣榜、海报和证书都不再显示。已经发到别人手机里的消息收不回，请您见谅。"
CONSENT_BIND = "同意公示要先确认您是谁：请回复“绑定 姓名 手机后四位”。名册里没有登记的，请当面告诉社区工作人员。"
CONSENT_NOTHING = "现在没有等您答复的公示。"
CONSENT_WHICH = "您有几项，请带上编号：\n{listed}"
CONSENT_LINE = "{n}　{month}{kind}（{area}）"
NAME_TOO_LONG = "署名最多 {most} 个字，请短一些，例如：同意公示 署名 王阿姨"
RECORDED_CONSENT = "已记下：{name}当面同意公示，署名“{shown}”，经办人是您。"
RECORD_NOT_OPEN = "{n} 号现在不用记同意（{state}）。"


def award_line(line: OwnLine, here: Here) -> str:
    """12　2026年11月美善之星（梧桐里1号院）."""
    kind = " ".join(filter(None, [KIND[line.kind], line.name]))
    return CONSENT_LINE.format(
        n=line.number, month=month_said(line.month), kind=kind, area=here.places.full_name(line.area)
    )


@says
def given(found: ConsentGiven, _here: Here) -> str:
    """How they will be named."""
    return CONSENT_GIVEN.format(name=found.name)


@says
def declined(_found: ConsentDeclined, _here: Here) -> str:
    """Nothing will be public."""
    return CONSENT_REFUSED


@says
def taken_back(found: ConsentTakenBack, _here: Here) -> str:
    """What can be taken down is; what people have received stays with them."""
    return CONSENT_TAKEN_BACK.format(kind=KIND[found.kind])


@says
def unbound(_found: ConsentUnbound, _here: Here) -> str:
    """How to say who one is."""
    return CONSENT_BIND


@says
def not_wanted(_found: NoConsentWanted, _here: Here) -> str:
    """Nothing is asked of them."""
    return CONSENT_NOTHING


@says
def which_award(found: WhichAward, here: Here) -> str:
    """Their awards by number."""
    return CONSENT_WHICH.format(listed="\n".join(award_line(line, here) for line in found.listed))


@says
def name_too_long(found: NameTooLong, _here: Here) -> str:
    """How long a name may be."""
    return NAME_TOO_LONG.format(most=found.most)


@says
def recorded(found: ConsentRecorded, _here: Here) -> str:
    """Who agreed, how they are named, and who answers for it."""
    return RECORDED_CONSENT.format(name=found.name, shown=found.shown)


@says
def not_needed(found: NoConsentNeeded, _here: Here) -> str:
    """How the candidate stands."""
    return RECORD_NOT_OPEN.format(n=found.number, state=AWARD_STATE[found.state])
