"""What can be asked of the year's cases."""

from dataclasses import dataclass

from governance.days import Year
from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

RUN, OPEN = PERMISSIONS[Act.RUN_CASES], PERMISSIONS[Act.OPEN_CASES]


@command("案例投票", Intent.COUNCIL, effect=Effect.BINDING, examples=("投票 案例3", "投票 案例3 案例5"))
@dataclass(frozen=True)
class VoteCase:
    """Approve of cases of the year, once each."""

    numbers: tuple[int, ...] = slot("案例号", default=())


@command("年度案例", Intent.COUNCIL, effect=Effect.NONE, examples=("年度案例",))
@dataclass(frozen=True)
class ShowCases:
    """Which cases there are, and how to vote; after the vote, how they rank."""


@command(
    "案例评分",
    Intent.COUNCIL,
    effect=Effect.REVERSIBLE,
    roles=PERMISSIONS[Act.JUDGE_CASES],
    examples=("案例评分 3 85",),
)
@dataclass(frozen=True)
class ScoreCase:
    """Give a case points from 0 to 100 as a juror; the last ones count."""

    number: int | None = slot("案例号", default=None)
    points: int | None = slot("几分（0 到 100）", default=None)


@command("推荐案例", Intent.COUNCIL, effect=Effect.BINDING, roles=RUN)
@dataclass(frozen=True)
class ProposeCase:
    """Propose a closed matter as a case of its year."""

    ticket: str = slot("工单编号", default="")
    title: str = slot("案例名称", default="")
    story: str = slot("怎么办成的（公开，不写姓名）", default="")


@command("开始案例投票", Intent.COUNCIL, effect=Effect.BINDING, roles=OPEN)
@dataclass(frozen=True)
class OpenCaseBallot:
    """Open the vote on a year's cases; from then on none is added. `anyway`: though a community has none."""

    year: Year | None = slot("年份", default=None)
    days: int | None = slot("投几天", default=None)
    anyway: bool = slot("照样开始", default=False)


@command("核对票数", Intent.COUNCIL, effect=Effect.NONE, roles=RUN)
@dataclass(frozen=True)
class RecountCases:
    """Count a year's vote again from the journal, once it is over."""

    year: Year | None = slot("年份", default=None)
