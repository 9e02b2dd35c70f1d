"""What somebody may ask about who they are."""

from dataclasses import dataclass
from datetime import date

from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent
from understanding.people import Claim


@command("解绑", Intent.BIND, effect=Effect.BINDING, examples=("解绑",))
@dataclass(frozen=True)
class UnbindAccount:
    """The account is an anonymous resident's again."""


@command(
    "绑定", Intent.BIND, effect=Effect.REVERSIBLE, examples=("绑定 王样本 0002", "绑定 K7M2-9QXT"), back=UnbindAccount
)
@dataclass(frozen=True)
class BindAccount:
    """Bind the sender's account to a person of the roster, by name and digits or by an invitation code."""

    claim: Claim | None = slot("姓名和手机后四位", default=None)
    code: str | None = slot("邀请码", default=None)
    again: bool = slot("改绑", default=False)
    """It is bound to somebody already, and they mean to change that."""
    said: bool = slot("写了什么", default=False)
    """Something was said that is neither."""


@command("我的身份", Intent.BIND, effect=Effect.NONE, examples=("我的身份", "我是谁"))
@dataclass(frozen=True)
class ShowIdentity:
    """Who the sender is here, and who looks after their building."""


@command("我住哪里", Intent.BIND, effect=Effect.REVERSIBLE, examples=("我住梧桐里1号院1幢",))
@dataclass(frozen=True)
class ChooseHome:
    """The building is the sender's own: later reports need no place."""

    said: str = slot("小区和楼栋")


@command("邀请", Intent.BIND, effect=Effect.BINDING, roles=PERMISSIONS[Act.INVITE], examples=("邀请 王样本",))
@dataclass(frozen=True)
class InvitePerson:
    """Hand out a code that binds whoever says it first."""

    name: str = slot("姓名或人员编号", default="")


@command("销假", Intent.LEAVE_OF_ABSENCE, effect=Effect.BINDING, examples=("销假",))
@dataclass(frozen=True)
class EndAbsence:
    """Back earlier, or not going at all."""


@command(
    "请假", Intent.LEAVE_OF_ABSENCE, effect=Effect.REVERSIBLE, roles=PERMISSIONS[Act.STAND_IN], back=EndAbsence,
    examples=("请假 11月25日到11月27日 由赵演示代岗",),
)  # fmt: skip
@dataclass(frozen=True)
class RequestAbsence:
    """Go on leave from day to day, both included, with somebody who stands in. `of`: it is somebody else who goes.

    `hours`: of one day only from this to that minute of it.
    """

    days: tuple[date, date] | None = slot("从哪天到哪天", default=None)
    stand_in: str | None = slot("由谁代岗", default=None)
    of: str | None = slot("谁请假", default=None)
    hours: tuple[int, int] | None = slot("从几点到几点", default=None)


@command("代为销假", Intent.LEAVE_OF_ABSENCE, effect=Effect.BINDING, roles=PERMISSIONS[Act.MANAGE])
@dataclass(frozen=True)
class EndAbsenceOf:
    """Somebody is back earlier, or does not go at all; the office notes it."""

    person: str = slot("人员编号")


@command(
    "代登记请假", Intent.LEAVE_OF_ABSENCE, effect=Effect.REVERSIBLE, roles=PERMISSIONS[Act.MANAGE], back=EndAbsenceOf
)
@dataclass(frozen=True)
class RecordAbsence:
    """Note for somebody that they are away from day to day, both included, and who stands in."""

    person: str = slot("人员编号")
    stand_in: str = slot("由谁代岗")
    first: date | None = slot("第一天", default=None)
    last: date | None = slot("最后一天", default=None)
