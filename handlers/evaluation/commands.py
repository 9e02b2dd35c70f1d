"""What can be asked of the yearly evaluation: by those whom it concerns, and by the office."""

from dataclasses import dataclass

from governance.days import Year
from governance.evaluation.kinds import RoundTerm
from governance.permissions import PERMISSIONS, Act
from governance.roles import Role
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

RUN = PERMISSIONS[Act.RUN_EVALUATION]
SIDES = RUN | {Role.UNIT_CONTACT, Role.PARTY_MEMBER}
"""Secretaries of branches and contacts of units hold no post for it: the alliance's workbook says who they are."""


@command("单位评议", Intent.ALLIANCE, effect=Effect.NONE, roles=SIDES, examples=("我们单位今年评得怎么样", "单位评议"))
@dataclass(frozen=True)
class ShowEvaluation:
    """How the sender's unit and pairings are evaluated: the sum line by line, each with where it comes from."""

    number: int | None = slot("评议编号", default=None)


@command(
    "评议异议", Intent.ALLIANCE, effect=Effect.BINDING, roles=SIDES,
    examples=("评议异议 3 少算了一次党课", "这个分少算了一次党课"),
)  # fmt: skip
@dataclass(frozen=True)
class ObjectEvaluation:
    """Say what is wrong with a sum, while it may still be changed."""

    number: int | None = slot("评议编号", default=None)
    reason: str = slot("哪里不对", default="")


@command(
    "处理评议异议", Intent.ALLIANCE, effect=Effect.BINDING, roles=RUN,
    examples=("评议处理 3 成立 +5 补上一次党课", "评议处理 3 不成立 已经算过"),
)  # fmt: skip
@dataclass(frozen=True)
class SettleEvaluation:
    """Decide on what was objected to a sum: it is changed by so many points, or stays; with a reason."""

    number: int | None = slot("评议编号", default=None)
    upheld: bool | None = slot("成立", default=None)
    points: int | None = slot("改几分", default=None)
    less: bool = slot("是减分", default=False)
    note: str = slot("说明", default="")


@command("起草评议", Intent.ALLIANCE, effect=Effect.BINDING, roles=RUN)
@dataclass(frozen=True)
class DraftEvaluation:
    """Draft a round from the facts, and open it for objections."""

    term: RoundTerm = slot("哪一次", default=RoundTerm.YEAR_END)
    year: Year | None = slot("年份", default=None)


@command("发布评议", Intent.ALLIANCE, effect=Effect.BINDING, roles=RUN)
@dataclass(frozen=True)
class PublishEvaluation:
    """Publish a round whose objections are over and settled, and commend the best."""

    round: int = slot("哪一轮")


@command("核对评议", Intent.ALLIANCE, effect=Effect.NONE, roles=RUN)
@dataclass(frozen=True)
class RecountEvaluation:
    """Sum a round again from its frozen facts, and say what has been corrected in the books since."""

    round: int = slot("哪一轮")


@command("重新核算", Intent.ALLIANCE, effect=Effect.BINDING, roles=RUN)
@dataclass(frozen=True)
class RecountEntry:
    """Uphold what was objected to a sum because its facts are wrong: those of the books now enter in place of the frozen ones."""

    number: int = slot("评议编号")
    note: str = slot("说明", default="")


@command(
    "看一居一品", Intent.ALLIANCE, effect=Effect.NONE, examples=("我们社区的一居一品是什么", "一居一品 梧桐社区")
)  # fmt: skip
@dataclass(frozen=True)
class ShowBrand:
    """What a community's own brand work is: its title, a sentence, and where to read it; for anybody."""

    community: str = slot("社区", default="")


@command("记一居一品", Intent.ALLIANCE, effect=Effect.REVERSIBLE, roles=RUN)
@dataclass(frozen=True)
class KeepBrand:
    """Keep a community's own brand work of a year: what was done, and a ticket or activity whose picture shows it."""

    community: str = slot("社区", default="")
    year: Year | None = slot("年份", default=None)
    title: str = slot("品牌名称", default="")
    story: str = slot("做了什么（公开，不写姓名）", default="")
    source: str = slot("照片来自（工单号或项目号）", default="")
