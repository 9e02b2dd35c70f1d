"""What a person does with other platforms: settle what both sides changed, and have tried again what was set aside."""

from dataclasses import dataclass
from typing import Any

from governance.connectors.standing import Owner
from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

_MANAGE = PERMISSIONS[Act.MANAGE]


def _item() -> Any:
    return slot("对接记录号")


@command("裁定对接冲突", Intent.OVERVIEW, effect=Effect.BINDING, roles=_MANAGE)
@dataclass(frozen=True)
class SettleConflict:
    """Say whose word counts for what both sides have changed."""

    item: int = _item()
    side: Owner | None = slot("以谁为准", default=None)
    note: str = slot("说明", default="")


@command("重办对接记录", Intent.OVERVIEW, effect=Effect.REVERSIBLE, roles=_MANAGE)
@dataclass(frozen=True)
class ReplayRecord:
    """Work off again a record that was set aside: its mapping was put right, or what it names is there now."""

    item: int = _item()


@command("重发对接消息", Intent.OVERVIEW, effect=Effect.REVERSIBLE, roles=_MANAGE)
@dataclass(frozen=True)
class ReplayTold:
    """Give again what a platform did not take."""

    out: int = slot("对接消息号")
