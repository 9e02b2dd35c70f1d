"""What several modules of this domain say: kinds of agreements, and the notices to both sides."""

from datetime import date

from governance.alliance.kinds import AgreementKind
from governance.alliance.texts import AGREEMENT_KIND
from governance.milestones import LATE, TODAY
from handlers.alliance.finding import Sides
from handlers.texts.work import day
from storage.alliance import AgreementRow, MilestoneRow

TAP_DONE = "节点 {n} 完成"
_AHEAD = "【共建】节点 {n}“{title}”还有{left}天到期（{due}）。"
_TODAY = "【共建】节点 {n}“{title}”今天到期。"
_LATE = "【共建】节点 {n}“{title}”已逾期（应在{due}完成），请尽快落实。"
_HOW = "完成后回复：节点 {n} 完成 做了什么，可再发照片。"
_ABOUT = "\n{kind}《{agreement}》，{ours}与{theirs}；负责人{owner}。"
_PROVED = "【共建】节点 {n}“{title}”{late}已完成：{note}\n{ours}与{theirs}的共建协议。"
_BEHIND = "（晚于约定日期）"
_ENDED = "【共建】{ours}与{theirs}的结对已结束：{why}\n原来的共建协议和没有完成的节点一并终止，不再提醒。"
BRANCH_LEFT, NOT_IN_BOOK, UNIT_LEFT = "支部已撤销或退出", "不再列入共建台账", "{name}退出共建"
BECAUSE = "（{why}）"


def kind_said(kind: AgreementKind) -> str:
    """党建引领."""
    return AGREEMENT_KIND[kind]


def reminder(
    milestone: MilestoneRow, agreement: AgreementRow, sides: Sides, owner: str, stage: int, today: date
) -> str:
    """How many days are left, that it is today, or that it is late; with the next step in the first line."""
    form = _LATE if stage == LATE else _TODAY if stage == TODAY else _AHEAD
    left, due = (milestone.due_on - today).days, day(milestone.due_on)
    first = form.format(n=milestone.id, title=milestone.title, left=left, due=due) + _HOW.format(n=milestone.id)
    return first + _ABOUT.format(
        kind=kind_said(agreement.kind), agreement=agreement.title, owner=owner, ours=sides.ours.name,
        theirs=sides.theirs.name,
    )  # fmt: skip


def proved(milestone: MilestoneRow, sides: Sides, note: str, late: bool) -> str:
    """To both sides: it is done."""
    return _PROVED.format(
        n=milestone.id, title=milestone.title, note=note, late=_BEHIND if late else "", ours=sides.ours.name,
        theirs=sides.theirs.name,
    )  # fmt: skip


def ended(sides: Sides, why: str) -> str:
    """To both sides: the pairing is over."""
    return _ENDED.format(ours=sides.ours.name, theirs=sides.theirs.name, why=why)
