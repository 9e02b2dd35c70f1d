"""What can be asked of the register of things."""

from dataclasses import dataclass

from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

INSPECT, KEEP = PERMISSIONS[Act.INSPECT], PERMISSIONS[Act.KEEP_THINGS]


@command("要查的设施", Intent.PATROL, effect=Effect.NONE, roles=INSPECT, examples=("今天要查什么",))
@dataclass(frozen=True)
class ShowInspections:
    """What the sender is to look at, the most urgent first."""


@command(
    "登记设施检查",
    Intent.PATROL,
    effect=Effect.BINDING,
    examples=("查过了 井盖J-012 正常", "井盖J-012 盖板松了"),
)
@dataclass(frozen=True)
class RecordInspection:
    """Say how a thing is that was looked at; what is wrong with it becomes a ticket. From others it is a report."""

    said: str = slot("哪个设施，怎么样", default="")


@command("设施检查附照片", Intent.PATROL, effect=Effect.REVERSIBLE)
@dataclass(frozen=True)
class AddInspectionPicture:
    """Put the picture that was just sent beside one's own inspection."""

    inspection: int = slot("检查")


@command("扫设施码", Intent.REPORT, effect=Effect.NONE)
@dataclass(frozen=True)
class ScanThing:
    """The code on a thing was scanned: who looks after it may say how it is, everybody else what is wrong."""

    code: str = slot("编号")


@command("改工单的设施", Intent.REMARK, effect=Effect.REVERSIBLE, roles=KEEP)
@dataclass(frozen=True)
class SetTicketThing:
    """Say which thing a ticket is about; without a number it is about none."""

    ticket: str = slot("工单编号")
    code: str = slot("设施编号", default="")


@command("合并重复设施", Intent.REMARK, effect=Effect.BINDING, roles=KEEP)
@dataclass(frozen=True)
class JoinThings:
    """One is a double of the other: it ends, and its tickets are of the other."""

    code: str = slot("多出来的编号", default="")
    into: str = slot("留下的编号", default="")


@command("不是同一个设施", Intent.REMARK, effect=Effect.BINDING, roles=KEEP)
@dataclass(frozen=True)
class KeepThingsApart:
    """They look alike and are two: they are not proposed again."""

    code: str = slot("编号", default="")
    other: str = slot("另一个编号", default="")
