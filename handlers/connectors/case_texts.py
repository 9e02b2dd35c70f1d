"""What is said at once to who asks how a case of the government services stands."""

from handlers.connectors import case_outcomes as found
from handlers.context import Here
from handlers.outcomes import says

ASKED = "正在向{label}查 {number}，几秒后告诉您；查不到也会告诉您。"
WHICH = "查哪个办件？请回复办件编号（在受理通知或短信里），例如：办件 3201-2026-00123"
NO_NUMBER = "“{said}”不像办件编号。请照受理通知上的写，例如：办件 3201-2026-00123；查上报的事回复“进度”。"
NONE = "这里还不能查政务服务的办件，请打 12345 或看政务服务网。查上报的事回复“进度”。"
TOO_OFTEN = "一小时最多查 10 次，请过一会儿再查，或打 12345 问。"


@says
def asked(of: found.CaseAsked, _here: Here) -> str:
    """That it takes a moment."""
    return ASKED.format(number=of.number, label=of.label)


@says
def which(of: found.WhichCase, _here: Here) -> str:
    """Where the number stands."""
    return NO_NUMBER.format(said=of.said) if of.said else WHICH


@says
def none(_of: found.NoCasePlatform, _here: Here) -> str:
    """Where else to ask."""
    return NONE


@says
def too_often(_of: found.AskedTooOften, _here: Here) -> str:
    """How often."""
    return TOO_OFTEN
