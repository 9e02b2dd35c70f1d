"""What can be done about the monthly stars: nominating, agreeing, reviewing, objecting, putting a round off."""

from dataclasses import dataclass
from enum import StrEnum

from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

REVIEWERS = PERMISSIONS[Act.RUN_STARS]


class Whom(StrEnum):
    """Who it is to the one who nominates."""

    NEIGHBOUR = "neighbour"
    ONESELF = "oneself"
    KIN = "kin"


@command("推荐", Intent.NOMINATE, effect=Effect.BINDING, examples=("推荐 张三 3幢 每天帮独居老人取奶",))
@dataclass(frozen=True)
class Nominate:
    """Name a neighbour for the stars, and say why. What is empty is asked for; `where`: the words that say where they live."""

    name: str = slot("姓名")
    reason: str = slot("事迹")
    where: str = slot("住哪栋楼", default="")
    code: str = slot("名册编号", default="")
    leader: bool = slot("推荐为优秀楼栋长", default=False)
    unsure: bool = slot("分不清是哪一位", default=False)
    whom: Whom = slot("是推荐人的什么人", default=Whom.NEIGHBOUR)


@command("推荐的照片", Intent.NOMINATE, effect=Effect.BINDING)
@dataclass(frozen=True)
class AddNominationPicture:
    """Put the picture that was just sent beside one's own nomination."""

    nomination: int = slot("推荐")


@command("改推荐的名字", Intent.NOMINATE, effect=Effect.BINDING)
@dataclass(frozen=True)
class CorrectNominee:
    """Say what whom one nominated last is really called, as long as that waits for review. Without a name it is asked for."""

    name: str = slot("姓名", default="")


@command("我的推荐", Intent.NOMINATE, effect=Effect.NONE, examples=("我的推荐",))
@dataclass(frozen=True)
class ShowMyNominations:
    """Whom one has nominated, and how it stands."""


@command("不同意公示", Intent.NOMINATE, effect=Effect.BINDING, examples=("不同意公示", "不同意公示 12"))
@dataclass(frozen=True)
class DeclineConsent:
    """Not be named in public, or no more."""

    number: int | None = slot("编号", default=None)


@command(
    "同意公示",
    Intent.NOMINATE,
    effect=Effect.REVERSIBLE,
    examples=("同意公示", "同意公示 署名 王阿姨"),
    back=DeclineConsent,
)
@dataclass(frozen=True)
class GiveConsent:
    """Be named in public, by one's own name or as one says."""

    number: int | None = slot("编号", default=None)
    shown: str = slot("署名", default="")


@command("代记同意", Intent.NOMINATE, effect=Effect.BINDING, roles=REVIEWERS, examples=("代记同意 12 署名 王阿姨",))
@dataclass(frozen=True)
class RecordConsent:
    """Note that a candidate has agreed face to face; the reviewer answers for it."""

    number: int = slot("编号")
    shown: str = slot("署名", default="")


@command("评议", Intent.NOMINATE, effect=Effect.NONE, roles=REVIEWERS, examples=("评议", "评议 12"))
@dataclass(frozen=True)
class Review:
    """The candidates of one's communities; with a number, what that one rests on."""

    number: int | None = slot("编号", default=None)


@command("评议退回", Intent.NOMINATE, effect=Effect.REVERSIBLE, roles=REVIEWERS, examples=("评议退回 12 需要核实",))
@dataclass(frozen=True)
class ReturnAward:
    """Send a candidate back with a reason."""

    number: int | None = slot("编号")
    reason: str = slot("理由")


@command(
    "评议通过", Intent.NOMINATE, effect=Effect.REVERSIBLE, roles=REVIEWERS, back=ReturnAward,
    examples=("评议通过", "评议通过 12 15", "评议通过 12 事迹 每天帮独居老人取奶"),
)  # fmt: skip
@dataclass(frozen=True)
class AcceptAwards:
    """Accept candidates; without numbers all that the scores propose. `deeds`: the words to be published, of a single one."""

    numbers: tuple[int, ...] = slot("编号", default=())
    deeds: str = slot("改写公布的事迹", default="")


@command("评议合并", Intent.NOMINATE, effect=Effect.BINDING, roles=REVIEWERS, examples=("评议合并 12 到 15",))
@dataclass(frozen=True)
class MergeAwards:
    """Make one candidate of two names for one person."""

    number: int | None = slot("编号")
    other: int | None = slot("并入几号")


@command(
    "取消推迟", Intent.NOMINATE, effect=Effect.REVERSIBLE, roles=REVIEWERS, examples=("取消推迟", "取消推迟 梧桐社区")
)
@dataclass(frozen=True)
class UndoDelay:
    """Give a round the dates back that it had before it was put off."""

    community: str = slot("社区", default="")


@command(
    "推迟评选", Intent.NOMINATE, effect=Effect.REVERSIBLE, roles=REVIEWERS, back=UndoDelay,
    examples=("推迟评选 2天 下雪", "推迟评选 梧桐社区 2天 下雪"),
)  # fmt: skip
@dataclass(frozen=True)
class DelayRound:
    """Put off what is still to come of a round. `community`: by its name; empty: the only one that the sender reviews."""

    days: int | None = slot("推迟几天")
    reason: str = slot("原因")
    community: str = slot("社区", default="")


@command(
    "恢复评选", Intent.NOMINATE, effect=Effect.REVERSIBLE, roles=REVIEWERS, examples=("恢复评选", "恢复评选 梧桐社区")
)
@dataclass(frozen=True)
class RestoreRound:
    """Let a round that was skipped go on where it was."""

    community: str = slot("社区", default="")


@command(
    "本月不评", Intent.NOMINATE, effect=Effect.REVERSIBLE, roles=REVIEWERS, back=RestoreRound,
    examples=("本月不评 正在换届", "本月不评 梧桐社区 正在换届"),
)  # fmt: skip
@dataclass(frozen=True)
class SkipRound:
    """End a round before anything of it is public."""

    reason: str = slot("原因")
    community: str = slot("社区", default="")


@command("美善之星", Intent.NOMINATE, effect=Effect.NONE, examples=("美善之星", "光荣榜"))
@dataclass(frozen=True)
class ShowRoll:
    """What is on public notice, and who was announced last."""


@command("为什么是她", Intent.NOMINATE, effect=Effect.NONE, examples=("为什么是她 12",))
@dataclass(frozen=True)
class ShowWhy:
    """The facts that an award rests on."""

    number: int | None = slot("编号", default=None)


@command("异议", Intent.OBJECT, effect=Effect.BINDING, examples=("异议 12 事迹不是本人做的",))
@dataclass(frozen=True)
class ObjectTo:
    """Say what one has against an award; it waits until that is settled. What is missing is asked for."""

    number: int | None = slot("编号")
    reason: str = slot("原因")


@command("异议列表", Intent.OBJECT, effect=Effect.NONE, roles=REVIEWERS, examples=("异议列表",))
@dataclass(frozen=True)
class ListObjections:
    """What waits to be settled, without who said it."""


@command("异议处理", Intent.OBJECT, effect=Effect.BINDING, roles=REVIEWERS, examples=("异议处理 12 不成立 已走访核实",))
@dataclass(frozen=True)
class SettleObjections:
    """Settle all that was said against an award, with a word to who said it. `upheld` takes the award down."""

    number: int | None = slot("编号")
    upheld: bool | None = slot("是否成立")
    note: str = slot("核实情况")
