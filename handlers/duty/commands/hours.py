"""Service hours: one's own, what a lead adds to the ledger, and the papers about them."""

from dataclasses import dataclass
from datetime import date

from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent


@command("服务时长", Intent.MY_SHIFTS, effect=Effect.NONE, examples=("服务时长",))
@dataclass(frozen=True)
class ShowHours:
    """This month, this year, and the newest entries."""


@command("更正工时", Intent.MY_SHIFTS, effect=Effect.BINDING, examples=("更正工时 12 张三 60分钟 提前离岗",))
@dataclass(frozen=True)
class CorrectHours:
    """A counter-entry, so that somebody's place on a shift counts so many minutes."""

    shift: int | None = slot("班次号")
    name: str = slot("姓名", default="")
    minutes: int | None = slot("应计分钟", default=None)
    reason: str = slot("原因", default="")


@command("补记时长", Intent.MY_SHIFTS, effect=Effect.BINDING, examples=("补记 张三 60分钟 搬家具",))
@dataclass(frozen=True)
class CreditHours:
    """Hours that no shift stands for."""

    name: str = slot("姓名", default="")
    minutes: int | None = slot("分钟", default=None)
    reason: str = slot("事由", default="")


@command("确认工时", Intent.MY_SHIFTS, effect=Effect.BINDING, examples=("确认工时 12",))
@dataclass(frozen=True)
class ConfirmHours:
    """Who came and never said that they left was there to the end."""

    shift: int | None = slot("班次号")


@command("服务证明", Intent.MY_SHIFTS, effect=Effect.NONE, examples=("服务证明", "服务证明 2026年", "服务证明 11月"))
@dataclass(frozen=True)
class GetCertificate:
    """A paper on the hours from `first` to `last`, that others can verify."""

    first: date = slot("从哪天")
    last: date = slot("到哪天")


@command("日历订阅", Intent.MY_SHIFTS, effect=Effect.REVERSIBLE, examples=("日历订阅",))
@dataclass(frozen=True)
class GetCalendarFeed:
    """A new address of one's own shifts for a telephone's calendar; the old address ends."""
