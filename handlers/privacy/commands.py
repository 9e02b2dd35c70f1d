"""What may be asked of one's own data by chat, and what staff do at the office for somebody who asks there."""

from dataclasses import dataclass
from enum import StrEnum

from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

_OFFICE = PERMISSIONS[Act.SERVE_DATA]


class DataField(StrEnum):
    """What of a person of the roster can be corrected."""

    NAME = "name"
    PHONE = "phone"
    UNIT = "unit"


@command("我的资料", Intent.BIND, effect=Effect.NONE, examples=("我的资料",))
@dataclass(frozen=True)
class ShowMyData:
    """What is kept of the sender, for how long, and what they may ask."""


@command("导出我的资料", Intent.BIND, effect=Effect.REVERSIBLE, examples=("导出我的资料",))
@dataclass(frozen=True)
class CopyMyData:
    """An address, good for a day, at which the sender gets a copy of it all."""


@command("更正资料", Intent.BIND, effect=Effect.REVERSIBLE, examples=("更正资料 电话 19900000001",))
@dataclass(frozen=True)
class CorrectMyData:
    """Ask the office to correct a name, phone number or unit."""

    field: DataField | None = slot("改哪一项", default=None)
    value: str = slot("改成什么", default="")


@command("取消删除资料", Intent.BIND, effect=Effect.BINDING, examples=("取消删除资料",))
@dataclass(frozen=True)
class KeepMyData:
    """The sender's data is not to be erased after all."""


@command("删除我的资料", Intent.BIND, effect=Effect.NONE, examples=("删除我的资料",))
@dataclass(frozen=True)
class DeleteMyData:
    """What would be erased, and how to say that it really should be."""


@command("确认删除我的资料", Intent.BIND, effect=Effect.REVERSIBLE, examples=("确认删除我的资料",), back=KeepMyData)
@dataclass(frozen=True)
class ConfirmDeletion:
    """Erase all that says who the sender is, within the day; until then it can be taken back."""


@command("隐私说明", Intent.HELP, effect=Effect.NONE, examples=("隐私说明",))
@dataclass(frozen=True)
class ShowPrivacy:
    """Who keeps what of residents, what for, for how long: the text in force, with its version."""


@command("同意隐私说明", Intent.BIND, effect=Effect.BINDING, examples=("同意隐私说明",))
@dataclass(frozen=True)
class AgreeToPrivacy:
    """The sender agrees to the text in force; the version is kept with the instant."""


@command("决定资料申请", Intent.BIND, effect=Effect.BINDING, roles=_OFFICE)
@dataclass(frozen=True)
class DecideDataRequest:
    """Do what somebody asked of their data, or say why not."""

    request: int = slot("申请编号")
    agreed: bool = slot("照办")
    reason: str = slot("不办的原因", default="")


@command("更正他人资料", Intent.BIND, effect=Effect.BINDING, roles=_OFFICE)
@dataclass(frozen=True)
class CorrectPerson:
    """Correct a person of the roster who asked for it at the office."""

    who: str = slot("人员编号")
    field: DataField = slot("改哪一项")
    value: str = slot("改成什么")


@command("删除他人资料", Intent.BIND, effect=Effect.BINDING, roles=_OFFICE)
@dataclass(frozen=True)
class ErasePerson:
    """Erase somebody who asked for it at the office: a person of the roster, or the reporter of a ticket."""

    who: str = slot("人员编号或工单编号")
    sure: bool = slot("确认删除，不能恢复", default=False)
