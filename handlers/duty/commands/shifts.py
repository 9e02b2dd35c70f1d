"""What members do with shifts: look, sign up, give a place back, swap. `shift`: its number, None for the only one it can be."""

from dataclasses import dataclass
from datetime import date

from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent
from understanding.times import Span


@command("值班表", Intent.SHIFTS, effect=Effect.NONE, examples=("值班表", "值班表 周六"))
@dataclass(frozen=True)
class ShowShifts:
    """The shifts of the coming week, or of the day or station that is named. `hours`: in which part of any day they begin."""

    said: str = slot("哪天或哪个站点", default="")
    span: Span | None = slot("时间", default=None)
    hours: tuple[int, int] | None = slot("什么时段", default=None)


@command("我的值班", Intent.MY_SHIFTS, effect=Effect.NONE, examples=("我的值班",))
@dataclass(frozen=True)
class ShowMyShifts:
    """Where the sender stands or waits."""


@command("班次名单", Intent.SHIFTS, effect=Effect.NONE, examples=("班次 12",))
@dataclass(frozen=True)
class ShowShift:
    """Who stands on a shift and who waits; full names for its lead."""

    shift: int | None = slot("班次号")


@command("取消值班", Intent.CANCEL_SHIFT, effect=Effect.BINDING, examples=("取消值班 12",))
@dataclass(frozen=True)
class CancelShift:
    """Give a place back; the first who waits and fits moves up. `days`: on which it must be, where the shift is only guessed."""

    shift: int | None = slot("班次号", default=None)
    days: tuple[date, date] | None = slot("哪几天", default=None)


@command("报名", Intent.SIGN_UP, effect=Effect.REVERSIBLE, examples=("报名 12", "报名 周六上午"), back=CancelShift)
@dataclass(frozen=True)
class SignUp:
    """A place on a shift, or on its stand-by list; by its number, or by a time at which there is only one.

    With both the number is a guess, which must be at that time. `people`: how many come in all, who signs up among them.
    """

    shift: int | None = slot("班次号", default=None)
    said: str = slot("哪天", default="")
    span: Span | None = slot("时间", default=None)
    people: int | None = slot("一共来几人", default=None)


@command("取消换班", Intent.SWAP, effect=Effect.BINDING, examples=("取消换班", "取消换班 12"))
@dataclass(frozen=True)
class WithdrawSwap:
    """Go after all: the offer of the sender's place ends."""

    shift: int | None = slot("班次号", default=None)


@command(
    "换班", Intent.SWAP, effect=Effect.REVERSIBLE, examples=("换班 12 给 张三", "换班 12 都可以"), back=WithdrawSwap
)
@dataclass(frozen=True)
class OfferSwap:
    """Offer the sender's place to somebody, or to all who fit."""

    shift: int | None = slot("班次号", default=None)
    name: str | None = slot("给谁", default=None)
    to_all: bool = slot("谁都可以", default=False)
    days: tuple[date, date] | None = slot("哪几天", default=None)


@command("同意换班", Intent.SWAP, effect=Effect.BINDING, examples=("同意换班 12",))
@dataclass(frozen=True)
class AgreeToSwap:
    """Take the place that was offered to the sender by name."""

    shift: int | None = slot("班次号", default=None)


@command("不同意换班", Intent.SWAP, effect=Effect.BINDING, examples=("不同意换班 12",))
@dataclass(frozen=True)
class RefuseSwap:
    """Leave the place that was offered to the sender where it is."""

    shift: int | None = slot("班次号", default=None)


@command("接班", Intent.SWAP, effect=Effect.BINDING, examples=("接班 12",))
@dataclass(frozen=True)
class TakeOverShift:
    """Take a place that is offered to all, or to the sender. `otherwise`: what is meant where nobody offers any."""

    shift: int | None = slot("班次号", default=None)
    otherwise: SignUp | None = slot("没有人换班时", default=None)
