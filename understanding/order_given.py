"""Who oversees says in a few words who is to go (叫小陈去弄吧), and means the ticket that they were just shown."""

import re

from understanding.people import SURNAMES
from understanding.whom import Whom, whom_anywhere

_SENDS = r"(?:叫|让|喊|[改转]?派|请|安排|通知|找|交给|给)"
_LEAD = r"(?:那|这个?|那个?|这[件单事]|单子?|工单|就|先|行|好的?|嗯|麻烦|把|它|[,，\s])*"
_GOES = (
    r"(?:马上|赶紧|尽快|现在|今天|下午|上午|先|直接|抽空|过)?(?:去|来|过去|过来|上门)?"
    r"(?:弄|办|看|处理|修|跟进|跟|搞|管|解决|跑|负责|瞧|瞅|盯|接|办理|维修|去)?(?:[一两]?[下趟眼]|看|好|掉|着)*"
)
_ORDER = re.compile(
    rf"{_LEAD}(?:{_SENDS}){{1,2}}(?P<who>[\u4e00-\u9fff]{{2,6}}?){_GOES}(?:吧|了|啊|呗|嘛|哈|呢|[。!！~])*"
)
_NAMED_FIRST = re.compile(
    rf"{_LEAD}(?P<who>[小老][{SURNAMES}])(?:去|来|跟进|处理)[\u4e00-\u9fff]{{0,4}}(?:吧|了|啊|呗|嘛|哈)*"
)
LONGEST = 18


def order_given(normalised: str) -> Whom | None:
    """Whom somebody sends, where the words say no more than that; None for anything else."""
    if len(normalised) > LONGEST:
        return None
    said = _ORDER.fullmatch(normalised) or _NAMED_FIRST.fullmatch(normalised)
    return None if said is None else whom_anywhere(normalised)
