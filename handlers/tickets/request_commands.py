"""What goes beyond one's own work on a ticket: joining it with another, more time, money, and who decides on these."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from governance.permissions import PERMISSIONS, Act
from governance.roles import Role
from governance.tickets.lifecycle import Move
from governance.tickets.rights import roles_for
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

_HANDLES = roles_for(Move.HANDLE) or frozenset()


class Request(StrEnum):
    """What may wait for somebody's decision."""

    EXTENSION = "extension"
    FUND = "fund"


def _ticket() -> Any:
    return slot("工单", default=None)


@command("拆分", Intent.TRANSFER, effect=Effect.BINDING, examples=("拆分 8", "拆分 8 一个电梯灯，一个单元门"))
@dataclass(frozen=True)
class UnmergeTicket:
    """Take a report out of the ticket into which it was merged, or make several tickets of one that tells of several matters.

    `parts`: what these are called, where it is said.
    """

    ticket: str | None = _ticket()
    parts: tuple[str, ...] = slot("分成哪几件", default=())


@command(
    "合并", Intent.TRANSFER, effect=Effect.REVERSIBLE, roles=PERMISSIONS[Act.DISPATCH], back=UnmergeTicket,
    examples=("合并 8 到 7",),
)  # fmt: skip
@dataclass(frozen=True)
class MergeTickets:
    """Work on two reports as one: `ticket` goes with `into`."""

    ticket: str | None = slot("工单")
    into: str | None = slot("并入哪一件")


@command("延期", Intent.EXTEND, effect=Effect.BINDING, roles=_HANDLES, examples=("延期 7 到12月5日 等配件",))
@dataclass(frozen=True)
class RequestExtension:
    """Ask for more time until a day, with the reason."""

    ticket: str | None = _ticket()
    until: date | None = slot("延到哪天", default=None)
    note: str = slot("原因", default="")


@command(
    "同意", Intent.VERIFY, effect=Effect.BINDING, roles=PERMISSIONS[Act.CLOSE], examples=("同意 7", "同意延期 7"),
)  # fmt: skip
@dataclass(frozen=True)
class ApproveRequest:
    """Grant what waits on a ticket. Without `request` the only one it can be is meant."""

    ticket: str | None = _ticket()
    request: Request | None = slot("哪项申请", default=None)
    note: str = slot("说明", default="")


@command(
    "不同意", Intent.VERIFY, effect=Effect.BINDING, roles=PERMISSIONS[Act.CLOSE],
    examples=("不同意 7 原因", "不同意应急 7 已有保修"),
)  # fmt: skip
@dataclass(frozen=True)
class RefuseRequest:
    """Do not grant what waits on a ticket. Without `request` the only one it can be is meant."""

    ticket: str | None = _ticket()
    request: Request | None = slot("哪项申请", default=None)
    note: str = slot("原因", default="")


@command(
    "应急", Intent.CREW, effect=Effect.BINDING, roles=_HANDLES | {Role.SUBDISTRICT_LEAD}, examples=("应急 7 换水泵 估800元",),
)  # fmt: skip
@dataclass(frozen=True)
class SpendEmergencyFund:
    """Send a crew at once on the emergency pool; `estimate` in fen. The approval comes afterwards."""

    ticket: str | None = _ticket()
    what: str = slot("做什么、估多少钱", default="")
    estimate: int | None = slot("估价（分）", default=None)


@command("结算", Intent.CREW, effect=Effect.BINDING, roles=PERMISSIONS[Act.SEE], examples=("结算 7 实际760元",))
@dataclass(frozen=True)
class SettleEmergency:
    """Say what it cost by its bill; `actual` in fen."""

    ticket: str | None = _ticket()
    actual: int | None = slot("实际花了（分）", default=None)
    note: str = slot("说明", default="")


@command("应急包", Intent.MY_TICKETS, effect=Effect.NONE, roles=PERMISSIONS[Act.DISPATCH], examples=("应急包",))
@dataclass(frozen=True)
class ShowEmergencyPool:
    """The year's balance and this month's spendings."""
