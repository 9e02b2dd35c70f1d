"""What is said of branches on grids."""

from governance.alliance.deeds import Deeds
from handlers.alliance.outcomes import BranchDone, GridBranchesShown, NoGridBranch
from handlers.context import Here
from handlers.duty.texts.words import hours
from handlers.outcomes import says
from handlers.texts.work import day

NO_BRANCH = "您不在网格支部的名单里。要加入请找社区书记，在后台“共建联盟”的台账里登记。"
NO_BRANCH_UNKNOWN = "看网格支部要先知道您是谁：请回复“绑定 姓名 手机后四位”。"
FIRST = "{grid}“{branch}”{span}做了：{deeds}"
FIRST_OF_MANY = "{count}个网格支部，{span}："
LINE = "· {grid}“{branch}”：{deeds}"
ABOUT = "书记{secretary}，党员{members}人。"
NO_SECRETARY = "还没有登记"
SPAN = "{first}到{last}"
NOTHING = "还没有记下的事"
DEEDS = (
    ("minutes", "服务{n}"), ("shifts", "值班{n}次"), ("campaigns", "参加活动{n}人次"), ("tickets", "办好工单{n}件"),
    ("satisfied", "得到满意评价{n}件"), ("findings", "发现并解决问题{n}件"), ("visits", "走访{n}次"),
    ("thanks", "认领项目得到感谢{n}次"),
)  # fmt: skip
MORE = "\n还有{count}个支部，完整的请看后台“支部建在网格上”。"
HOW_TO_ADD = "\n想多做一件：回复“活动”看能报名的，“值班表”看空班。"


def deeds_said(deeds: Deeds) -> str:
    """服务3小时，值班2次 …; what there was none of is left out."""
    counted = [(getattr(deeds, name), words) for name, words in DEEDS]
    told = [
        words.format(n=hours(number) if words == DEEDS[0][1] else number) for number, words in counted if number > 0
    ]
    return "，".join(told) or NOTHING


@says
def grid_branches_shown(found: GridBranchesShown, _here: Here) -> str:
    """One in full; several a line each."""
    span = SPAN.format(first=day(found.first), last=day(found.last))
    if len(found.branches) == 1:
        only = found.branches[0]
        first = FIRST.format(grid=only.grid, branch=only.branch, span=span, deeds=deeds_said(only.deeds))
        return f"{first}\n{_about(only)}{HOW_TO_ADD}"
    lines = [LINE.format(grid=e.grid, branch=e.branch, deeds=deeds_said(e.deeds)) for e in found.branches]
    count = len(found.branches) + found.more
    more = MORE.format(count=found.more) if found.more else ""
    return "\n".join([FIRST_OF_MANY.format(count=count, span=span), *lines]) + more


@says
def no_grid_branch(found: NoGridBranch, _here: Here) -> str:
    """Whom to ask."""
    return NO_BRANCH if found.known else NO_BRANCH_UNKNOWN


def _about(branch: BranchDone) -> str:
    return ABOUT.format(secretary=branch.secretary or NO_SECRETARY, members=branch.members)
