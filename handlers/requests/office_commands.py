"""What staff do about enterprises' requests: file one that was made by phone or in person, and say of a report that it is one."""

from dataclasses import dataclass

from governance.permissions import PERMISSIONS, Act
from governance.requests.kinds import RequestKind
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

UNIT, KIND = "单位（名称或编号）", "类别"


@command("代登记企业诉求", Intent.ALLIANCE, effect=Effect.BINDING, roles=PERMISSIONS[Act.ASSESS])
@dataclass(frozen=True)
class FileRequestForUnit:
    """File what a unit asked for otherwise than in the chat. `contact`: who of them to ask back, and how."""

    unit: str = slot(UNIT, default="")
    text: str = slot("企业需要什么", default="")
    kind: RequestKind | None = slot(KIND, default=None)
    contact: str = slot("联系人和电话", default="")


@command("改为企业诉求", Intent.ALLIANCE, effect=Effect.BINDING, roles=PERMISSIONS[Act.DISPATCH])
@dataclass(frozen=True)
class TurnIntoRequest:
    """Say that an ordinary report is a unit's request: it has the request's clock from then on."""

    ticket: str = slot("工单")
    unit: str = slot(UNIT, default="")
    kind: RequestKind | None = slot(KIND, default=None)


@command("改回普通上报", Intent.ALLIANCE, effect=Effect.BINDING, roles=PERMISSIONS[Act.DISPATCH])
@dataclass(frozen=True)
class TurnIntoReport:
    """Say that a request is an ordinary report: it has a report's clock again, from when it was made."""

    ticket: str = slot("工单")
