"""What can be asked of visits: by those who visit, by those who plan, and by the households themselves."""

from dataclasses import dataclass
from datetime import datetime

from governance.permissions import PERMISSIONS, Act
from governance.roles import Role
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent
from understanding.whom import Whom

VISITORS = PERMISSIONS[Act.VISIT]
ALSO_TELL = frozenset({Role.BUILDING_LEADER, Role.PART_TIME_GRID_WORKER})
"""They look in on their neighbours too: that is kept with their walks."""


@command(
    "走访记录",
    Intent.VISIT,
    effect=Effect.BINDING,
    roles=VISITORS | ALSO_TELL,
    examples=("走访 3幢201 老人独居 反映水压低", "走访 3幢201 没人在家"),
)
@dataclass(frozen=True)
class RecordVisit:
    """A household was visited: who lives there, what they said; a trouble that they brought becomes a ticket."""

    said: str = slot("哪一户、见到谁、反映什么", default="")


@command(
    "走访计划", Intent.VISIT, effect=Effect.NONE, roles=VISITORS | PERMISSIONS[Act.PLAN_VISITS], examples=("走访计划",)
)
@dataclass(frozen=True)
class ShowVisits:
    """Which households are to be visited this month, and which are left."""


@command(
    "排走访计划", Intent.VISIT, effect=Effect.BINDING, roles=PERMISSIONS[Act.PLAN_VISITS], examples=("排走访计划",)
)
@dataclass(frozen=True)
class PlanVisits:
    """Plan what has come to need a visit since the first of the month, and tell who goes."""


@command("可以走访", Intent.VISIT, effect=Effect.REVERSIBLE, examples=("可以来走访",))
@dataclass(frozen=True)
class WelcomeVisits:
    """The sender's household may be visited again."""

    home: str = slot("房号", default="")


@command("不要走访", Intent.VISIT, effect=Effect.REVERSIBLE, examples=("以后不要来走访了",), back=WelcomeVisits)
@dataclass(frozen=True)
class DeclineVisits:
    """The sender's household wants no visits."""

    home: str = slot("房号", default="")


@command(
    "取消重点走访", Intent.VISIT, effect=Effect.REVERSIBLE, roles=PERMISSIONS[Act.PLAN_VISITS],
    examples=("取消重点走访 3幢201",),
)  # fmt: skip
@dataclass(frozen=True)
class ReleaseHousehold:
    """A household is no longer kept in view; the reason is forgotten."""

    said: str = slot("哪一户", default="")


@command(
    "重点走访", Intent.VISIT, effect=Effect.REVERSIBLE, roles=PERMISSIONS[Act.PLAN_VISITS],
    examples=("重点走访 3幢201 独居，刚出院",), back=ReleaseHousehold,
)  # fmt: skip
@dataclass(frozen=True)
class KeepHousehold:
    """Keep a household in view: it is in each month's plan. The reason is needed, and read by few."""

    said: str = slot("哪一户、什么原因", default="")


@command("定院落难题", Intent.VISIT, effect=Effect.BINDING, roles=PERMISSIONS[Act.PLAN_VISITS])
@dataclass(frozen=True)
class SetYardProblem:
    """Take on one long-standing problem of a courtyard for this quarter, with who answers for it and until when."""

    yard: str = slot("院落", default="")
    title: str = slot("什么难题", default="")
    owner: Whom | None = slot("负责人", default=None)
    until: datetime | None = slot("哪天前", default=None)


@command("难题解决了", Intent.VISIT, effect=Effect.BINDING, examples=("难题 3 解决了", "难题 3 没解决"))
@dataclass(frozen=True)
class SayOfProblem:
    """Say of a courtyard's problem whether it is solved: its owner ends it by that, and residents are asked; a resident's word
    is counted.
    """

    number: int | None = slot("难题号", default=None)
    solved: bool = slot("解决了", default=True)
    note: str = slot("说明", default="")


@command("年度回头看", Intent.VISIT, effect=Effect.BINDING, examples=("回头看 3 还好", "回头看 3 又犯了"))
@dataclass(frozen=True)
class SayOfYear:
    """Answer in the look-back of a year whether what was ended still holds, once."""

    number: int | None = slot("回头看号", default=None)
    holds: bool = slot("还好", default=True)
