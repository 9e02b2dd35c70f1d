"""What the lead of a station, or who runs the duty of its community, does with shifts.

Everybody may lead a station, so that no role is named here; who leads which is looked at when it is done.
"""

from dataclasses import dataclass
from datetime import date

from handlers.catalogue import Effect, command, slot
from handlers.duty.commands.shifts import CancelShift
from understanding.intents import Intent
from understanding.times import Span


@command("停班", Intent.SHIFTS, effect=Effect.BINDING, examples=("停班 12 下雪",))
@dataclass(frozen=True)
class StopShift:
    """Call a shift off; everybody on it is told why."""

    shift: int | None = slot("班次号")
    reason: str = slot("原因", default="")


@command(
    "加班次",
    Intent.SHIFTS,
    effect=Effect.REVERSIBLE,
    examples=("加班次 梧桐驿站 12月6日 9点到11点 2人",),
    back=StopShift,
)
@dataclass(frozen=True)
class AddShift:
    """A shift beside the weekly plan. `station`: words in which its name stands."""

    station: str = slot("站点", default="")
    span: Span | None = slot("时间", default=None)
    people: int | None = slot("人数", default=None)


@command("安排值班", Intent.SHIFTS, effect=Effect.REVERSIBLE, examples=("安排 12 张三",), back=CancelShift)
@dataclass(frozen=True)
class AssignShift:
    """Put somebody on a shift, full or not (`beyond` False: only where it has a place left), where no rule forbids it."""

    shift: int | None = slot("班次号")
    name: str = slot("姓名", default="")
    beyond: bool = slot("满员也加", default=True)


@command("认定资格", Intent.SHIFTS, effect=Effect.BINDING, examples=("认定 张三 调解",))
@dataclass(frozen=True)
class Qualify:
    """Note that somebody is trained for what shifts ask for."""

    name: str = slot("姓名", default="")
    qualification: str = slot("资格", default="")


@command("排班建议", Intent.SHIFTS, effect=Effect.NONE, examples=("排班建议",))
@dataclass(frozen=True)
class ShowPlan:
    """The proposals that wait for the sender to confirm."""


@command("确认排班", Intent.SHIFTS, effect=Effect.BINDING, examples=("确认排班",))
@dataclass(frozen=True)
class ConfirmPlan:
    """Each proposal that still breaks no rule becomes a place; its person is told, with the reason. `month`: only those of the
    month with this first day.
    """

    month: date | None = slot("月份", default=None)


@command("打卡码", Intent.CHECK_IN, effect=Effect.NONE, examples=("打卡码", "打卡码 和事佬工作室"))
@dataclass(frozen=True)
class ShowStationCode:
    """The code that a station shows these minutes. `station`: its name or a part of it."""

    station: str = slot("站点", default="")
