"""What members serve in besides shifts: enrolment, campaigns and call-ups, records of what was mediated or repaired."""

from dataclasses import dataclass

from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent
from understanding.times import Span

RUN_DUTY = PERMISSIONS[Act.RUN_DUTY]


@command("取消报到", Intent.ENROL, effect=Effect.BINDING, examples=("取消报到",))
@dataclass(frozen=True)
class EndEnrolment:
    """Serve in no community any more."""


@command(
    "报到",
    Intent.ENROL,
    effect=Effect.REVERSIBLE,
    examples=("报到", "报到 梧桐社区 特长 调解 周末上午"),
    back=EndEnrolment,
)
@dataclass(frozen=True)
class Enrol:
    """Serve in a community; said again it adds to what is known.

    `lost`: a community or place was named that lies in none of ours; `said`: the whole of it.
    """

    community: int | None = slot("社区", default=None)
    unit: str | None = slot("单位", default=None)
    skills: tuple[str, ...] = slot("特长", default=())
    wishes: tuple[str, ...] = slot("方便的时间", default=())
    said: str = slot("原话", default="")
    lost: bool = slot("社区没找到", default=False)


@command("活动", Intent.ENROL, effect=Effect.NONE, examples=("活动", "活动 12"))
@dataclass(frozen=True)
class ShowCampaigns:
    """The campaigns that run; with a number how that one gets on, by unit. `called`: a name that none of them has."""

    shift: int | None = slot("编号", default=None)
    called: str = slot("名称", default="")


@command(
    "发起活动", Intent.ENROL, effect=Effect.BINDING, roles=RUN_DUTY,
    examples=("发起活动 防汛巡查 12月6日 9点到11点 20人",),
)  # fmt: skip
@dataclass(frozen=True)
class OpenCampaign:
    """A drive with a goal of people; all who have enrolled there hear of it."""

    title: str = slot("名称", default="")
    span: Span | None = slot("时间", default=None)
    people: int | None = slot("人数", default=None)
    place: int | None = slot("地点", default=None)


@command("紧急召集", Intent.ENROL, effect=Effect.BINDING, roles=RUN_DUTY, examples=("急需5人到梧桐里1号院搬沙袋",))
@dataclass(frozen=True)
class CallUp:
    """People are needed at once: told to all who fit, first come first served. Without a time it is now, for some hours."""

    title: str = slot("做什么", default="")
    people: int | None = slot("人数", default=None)
    span: Span | None = slot("时间", default=None)
    place: int | None = slot("地点", default=None)
    skills: tuple[str, ...] = slot("优先的特长", default=())


@command(
    "调解或维修记录",
    Intent.SHIFTS,
    effect=Effect.BINDING,
    examples=("调解记录 当事人，什么事，结果", "维修记录 台灯，换了灯泡"),
)
@dataclass(frozen=True)
class WriteRecord:
    """What was done at a station. `kind`: mediation or repair; parties and matter are sealed."""

    kind: str = slot("种类")
    parties: str | None = slot("当事人", default=None)
    matter: str | None = slot("什么事", default=None)
    outcome: str | None = slot("结果", default=None)
    well: bool = slot("办成了", default=True)
    said: str = slot("原话", default="")


@command("我的记录", Intent.SHIFTS, effect=Effect.NONE, examples=("我的记录",))
@dataclass(frozen=True)
class ShowRecords:
    """What the sender has written down."""
