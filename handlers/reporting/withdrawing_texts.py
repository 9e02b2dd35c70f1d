"""What is said where a report is taken back that is not let go so: a person is in danger, or somebody works on it already."""

from governance.tickets.states import TicketState
from handlers.context import Here
from handlers.outcomes import says
from handlers.reporting.outcomes import LookedAfterStill
from handlers.reporting.over_outcomes import ToldOver
from handlers.texts.work import short

STILL_COMING = (
    "{number} 已记下您说不用了，也告诉了工作人员。我们还是会来看看，当面或电话里说一声就好。\n"
    "心里难受随时可拨12356，危急时拨打110或120。"
)
WITHDRAWS = "上报人说要撤回"
NOTICE_STILL = "{number}（人员求助）上报人说要撤回。不按撤回办：请仍联系上本人、上门看看。"
NOTICE_OVER = "上报人说不用来了 {head}：{words}"
NOTICE_OVER_DANGER = "上报人说没事了 {head}：{words}。仍请看一眼、确认安全再办结"
TOLD_OVER = "{number} 已在办理，不能撤回；您说的已转告{who}。"
NOBODY_YET = "工作人员，接手的人会看到"
STILL_LOOKS = "为保险起见，还会有人来看一眼，确认安全再结案。"
COME_AFTER_ALL = "还是要来的话，请回复：催办 {n}"
DONE_ALREADY = "{number} 已经处理完，不用撤回；您说的已转告{who}。\n办得怎么样，请回复：满意 {n} 或 不满意 {n} 原因"
_DONE = frozenset({TicketState.HANDLED, TicketState.VERIFIED})


@says
def told_over(found: ToldOver, _here: Here) -> str:
    """Who knows of it now, and what comes next."""
    n, who = short(found.number), found.who or NOBODY_YET
    if found.state in _DONE:
        return DONE_ALREADY.format(number=found.number, n=n, who=who)
    more = STILL_LOOKS if found.danger else COME_AFTER_ALL.format(n=n)
    return f"{TOLD_OVER.format(number=found.number, who=who)}\n{more}"


@says
def looked_after_still(found: LookedAfterStill, _here: Here) -> str:
    """Somebody comes all the same."""
    return STILL_COMING.format(number=found.number)
