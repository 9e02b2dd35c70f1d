"""What other systems may bring: each becomes a ticket like any other, once."""

from dataclasses import dataclass
from datetime import datetime

from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent


@command("导入热线工单", Intent.REPORT, effect=Effect.BINDING, roles=PERMISSIONS[Act.MANAGE])
@dataclass(frozen=True)
class TakeInOrder:
    """Make a ticket of an order of the 12345 hotline. `due_at` (UTC): its own due time."""

    order_no: str = slot("工单编号")
    text: str = slot("诉求内容")
    address: str | None = slot("地址", default=None)
    caller: str | None = slot("诉求人", default=None)
    phone: str | None = slot("联系电话", default=None)
    due_at: datetime | None = slot("办结期限", default=None)


@command("登记外部诉求", Intent.REPORT, effect=Effect.BINDING)
@dataclass(frozen=True)
class OpenRequest:
    """Make a ticket of what another system reports by Open311. The words are its; where is an address or a point."""

    service: str = slot("类别代码")
    text: str = slot("内容", default="")
    address: str = slot("地址", default="")
    lat: float | None = slot("纬度", default=None)
    lon: float | None = slot("经度", default=None)
