"""What can be asked of events: by those who decide on them, and by those who reported."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent
from understanding.whom import Whom

DECIDE = PERMISSIONS[Act.DISPATCH]


def _event() -> Any:
    return slot("事件", default=None)


@command(
    "重新打开事件",
    Intent.EVENT,
    effect=Effect.REVERSIBLE,
    roles=DECIDE,
    examples=("重开事件 SJ20261124-01 还有两家没水",),
)
@dataclass(frozen=True)
class ReopenEvent:
    """Go on with an event that was ended too early."""

    event: str | None = _event()
    note: str = slot("原因", default="")


@command("不是一回事", Intent.EVENT, effect=Effect.REVERSIBLE, roles=DECIDE, examples=("不是一回事 SJ20261124-01",))
@dataclass(frozen=True)
class RefuseEvent:
    """Say that the reports are not one matter: each is by itself again. What another has confirmed stays."""

    event: str | None = _event()
    note: str = slot("原因", default="")


@command(
    "确认事件",
    Intent.EVENT,
    effect=Effect.REVERSIBLE,
    roles=DECIDE,
    examples=("确认事件 SJ20261124-01",),
    back=RefuseEvent,
)
@dataclass(frozen=True)
class ConfirmEvent:
    """Say that the reports are one matter; whoever confirms leads it."""

    event: str | None = _event()


@command("缩小事件", Intent.EVENT, effect=Effect.REVERSIBLE, roles=DECIDE, examples=("缩小事件 SJ20261124-01 到 1幢",))
@dataclass(frozen=True)
class NarrowEvent:
    """Let an event cover no more than a place; reports from elsewhere are by themselves again."""

    event: str | None = _event()
    where: str = slot("缩到哪里", default="")


@command(
    "扩大事件",
    Intent.EVENT,
    effect=Effect.REVERSIBLE,
    roles=DECIDE,
    examples=("扩大事件 SJ20261124-01 到 2号院",),
    back=NarrowEvent,
)
@dataclass(frozen=True)
class WidenEvent:
    """Let an event cover another place as well, or, where none is named, the next larger thing."""

    event: str | None = _event()
    where: str = slot("扩到哪里", default="")


@command("移出事件", Intent.EVENT, effect=Effect.REVERSIBLE, roles=DECIDE, examples=("移出事件 NH20261124-0008",))
@dataclass(frozen=True)
class TakeOutOfEvent:
    """Take somebody's different trouble out of an event: it is as it was."""

    ticket: str = slot("工单", default="")


@command(
    "牵头事件",
    Intent.EVENT,
    effect=Effect.REVERSIBLE,
    roles=DECIDE,
    examples=("牵头事件 SJ20261124-01", "牵头事件 SJ20261124-01 给陈试用"),
)
@dataclass(frozen=True)
class LeadEvent:
    """Lead an event, or name who does."""

    event: str | None = _event()
    whom: Whom | None = slot("牵头人", default=None)


@command(
    "通报事件",
    Intent.EVENT,
    effect=Effect.BINDING,
    roles=DECIDE,
    examples=("通报事件 SJ20261124-01 自来水公司已到场抢修",),
)
@dataclass(frozen=True)
class UpdateEvent:
    """Tell all reporters of an event how it stands."""

    event: str | None = _event()
    text: str = slot("告诉全部上报人的话", default="")


@command("预计恢复", Intent.EVENT, effect=Effect.BINDING, roles=DECIDE, examples=("预计 SJ20261124-01 下午4点来水",))
@dataclass(frozen=True)
class EstimateEvent:
    """Tell all reporters when it will be over. `until`: in the subdistrict's time."""

    event: str | None = _event()
    until: datetime | None = slot("几点恢复", default=None)
    text: str = slot("补充一句", default="")


@command(
    "结束事件",
    Intent.EVENT,
    effect=Effect.BINDING,
    roles=DECIDE,
    examples=("结束事件 SJ20261124-01 水管已修好",),
    back=ReopenEvent,
)
@dataclass(frozen=True)
class EndEvent:
    """Say that it is over: all reporters are told, and asked once whether it is."""

    event: str | None = _event()
    text: str = slot("告诉全部上报人的话", default="")


@command("看事件", Intent.EVENT, effect=Effect.NONE, roles=DECIDE, examples=("看事件", "看事件 SJ20261124-01"))
@dataclass(frozen=True)
class ShowEvent:
    """Show one event, or those of one's area."""

    event: str | None = _event()


@command("还没恢复", Intent.EVENT, effect=Effect.REVERSIBLE, examples=("还没来水", "还没恢复 SJ20261124-01"))
@dataclass(frozen=True)
class StillOut:
    """Say that it is not over. `text`: the whole of what was said, which is a report where no event is known."""

    event: str | None = _event()
    text: str = slot("情况", default="")


@command("恢复了", Intent.EVENT, effect=Effect.REVERSIBLE, examples=("来水了", "恢复了 SJ20261124-01"))
@dataclass(frozen=True)
class BackAgain:
    """Say that it is over."""

    event: str | None = _event()
