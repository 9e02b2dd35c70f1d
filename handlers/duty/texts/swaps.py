"""What is said of places that are offered and taken."""

from handlers.context import Here
from handlers.duty.outcomes import swaps as found
from handlers.duty.texts.words import lead_called, what
from handlers.outcomes import says
from storage.duty.shifts import ShiftRow

SWAP_WHO = "换班 {n} 给谁？请回复对方姓名；谁都可以就回复“都可以”。"
SWAP_ASKED = "已向{name}发出换班请求：{what}，班次号 {n}。对方同意后才算数，同意前还是您值班。"
SWAP_OPEN = "已向 {count} 位能值这个班的同事发出换班请求：{what}，班次号 {n}。先应答的算数，之前还是您值班。"
SWAP_NOBODY = "现在没有别的人能值班次 {n}（{what}）：资格、时间或联系不上。请联系{lead}。"
SWAP_DONE = "换班成功，班次 {n}（{what}）由您值班。"
SWAP_REFUSED = "好的，已告诉对方您不方便。"
SWAP_GONE = "没有等您答复的换班请求，可能已有人接下或对方撤回了。"
SWAP_WITHDRAWN = "已撤回换班请求，班次 {n}（{what}）还是由您值班。"
SWAP_NONE = "您没有发出过等待答复的换班请求。"
SWAP_CANNOT = "不能换给{name}：{why}"
SWAP_WHY = {
    "started": "班次已经开始",
    "unqualified": "对方没有“{need}”资格",
    "overlap": "对方同一时间已有值班",
    "rest": "离对方的夜班太近，休息不满 {rest} 小时",
    "full": "这个班已经排满，要换人请拖到换下的人名上对换",
    "on": "对方已经在这个班上",
    "away": "对方还没有绑定微信，收不到请求",
    "self": "那是您自己",
    "nobody": "名册里没有这个人",
    "several": "叫这个名字的有好几位，请写编号",
}
SWAP_ONLY_SIGNED = "您没有这样的班可换：只有已报上名、还没开始的班才能换。回复“我的值班”查看。"


@says
def with_whom(of: found.SwapWithWhom, _here: Here) -> str:
    """To whom?"""
    return SWAP_WHO.format(n=of.row.id)


@says
def only_signed(_found: found.OnlySignedIsSwapped, _here: Here) -> str:
    """What can be offered."""
    return SWAP_ONLY_SIGNED


@says
def asked(of: found.SwapAsked, here: Here) -> str:
    """They were asked."""
    return SWAP_ASKED.format(name=of.name, what=what(here, of.row), n=of.row.id)


@says
def opened(of: found.SwapOpened, here: Here) -> str:
    """So many were asked."""
    return SWAP_OPEN.format(count=of.count, what=what(here, of.row), n=of.row.id)


@says
def nobody_fits(of: found.NobodyFits, here: Here) -> str:
    """Whom to talk to."""
    return SWAP_NOBODY.format(n=of.row.id, what=what(here, of.row), lead=lead_called(of.lead))


@says
def cannot(of: found.CannotSwap, here: Here) -> str:
    """Why not to them."""
    return SWAP_CANNOT.format(name=of.name, why=why_not(of.why, of.row, here))


@says
def done(of: found.SwapDone, here: Here) -> str:
    """It is one's own now."""
    return SWAP_DONE.format(n=of.row.id, what=what(here, of.row))


@says
def gone(_found: found.SwapGone, _here: Here) -> str:
    """Nothing waits."""
    return SWAP_GONE


@says
def refused(_found: found.SwapRefused, _here: Here) -> str:
    """They know."""
    return SWAP_REFUSED


@says
def withdrawn(of: found.SwapWithdrawn, here: Here) -> str:
    """One goes after all."""
    return SWAP_WITHDRAWN.format(n=of.row.id, what=what(here, of.row))


@says
def nothing_offered(_found: found.NothingOffered, _here: Here) -> str:
    """There is nothing."""
    return SWAP_NONE


def why_not(why: found.WhyNot, row: ShiftRow | None, here: Here) -> str:
    """Why somebody can't be put on a shift, or is not known."""
    need = row.shift.qualification if row is not None else ""
    return SWAP_WHY[why.value].format(need=need, rest=here.config.rules.rest_hours)
