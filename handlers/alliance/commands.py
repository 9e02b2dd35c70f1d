"""What can be asked of alliances: by the secretaries of paired branches, by units' contacts, and by those who look after them."""

from dataclasses import dataclass
from datetime import date

from governance.permissions import PERMISSIONS, Act
from governance.roles import AT_GRID, Role
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

SIDES = PERMISSIONS[Act.RUN_ALLIANCE] | {Role.UNIT_CONTACT, Role.PARTY_MEMBER}
"""Secretaries of branches and contacts of units hold no post for it: the alliance's workbook says who they are."""


@command("看结对", Intent.ALLIANCE, effect=Effect.NONE, roles=SIDES, examples=("我的结对",))
@dataclass(frozen=True)
class ShowPairings:
    """Whom the sender's branch is paired with, what is open between them, and what comes next."""


@command(
    "登记党课", Intent.ALLIANCE, effect=Effect.BINDING, roles=SIDES,
    examples=("党课上完了，主题 社区治理怎么做，主讲 钱样本，30人",),
)  # fmt: skip
@dataclass(frozen=True)
class RecordLecture:
    """Note a lecture that was held in a pairing."""

    topic: str = slot("主题", default="")
    people: int | None = slot("人数", default=None)
    teacher: str = slot("主讲", default="")
    day: date | None = slot("日期", default=None)
    pairing: int | None = slot("结对", default=None)
    words: str = slot("原话", default="")


@command("看共建协议", Intent.ALLIANCE, effect=Effect.NONE, roles=SIDES, examples=("共建协议",))
@dataclass(frozen=True)
class ShowAgreements:
    """How far the agreements are, and which milestone is due."""


@command(
    "完成节点", Intent.ALLIANCE, effect=Effect.BINDING, roles=SIDES, examples=("节点 12 完成 已为3户老人修好水管",)
)
@dataclass(frozen=True)
class ProveMilestone:
    """Say that a milestone is done, and what was done; a picture may follow."""

    milestone: int | None = slot("节点", default=None)
    note: str = slot("做了什么", default="")


@command(
    "网格支部", Intent.ALLIANCE, effect=Effect.NONE, roles=SIDES | AT_GRID, examples=("我们网格支部这个月做了什么",)
)
@dataclass(frozen=True)
class ShowGridBranch:
    """What the sender's branch on a grid did; without days this month."""

    first: date | None = slot("从哪天", default=None)
    last: date | None = slot("到哪天", default=None)


@command("节点照片", Intent.ALLIANCE, effect=Effect.REVERSIBLE, roles=SIDES)
@dataclass(frozen=True)
class AddMilestonePicture:
    """Lay the picture that was just sent beside what was proved."""

    milestone: int = slot("节点")


@command("单位退出", Intent.ALLIANCE, effect=Effect.BINDING, roles=PERMISSIONS[Act.MANAGE])
@dataclass(frozen=True)
class LeaveAlliance:
    """Let a unit leave: its branches, pairings and agreements end, and both sides hear of it."""

    unit: str = slot("单位编号")
    why: str = slot("原因", default="")
