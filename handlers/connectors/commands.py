"""What a person does with other platforms: settle what both sides changed, try again what was set aside, join what is the same."""

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


def _subject() -> Any:
    return slot("合并记录号")


@command("合并同一个", Intent.OVERVIEW, effect=Effect.BINDING, roles=_MANAGE)
@dataclass(frozen=True)
class JoinSubject:
    """Say that what a platform knows is the same as one of ours, or as what another platform knows."""

    subject: int = _subject()
    into: str = slot("和谁是同一个", default="")


@command("不是同一个", Intent.OVERVIEW, effect=Effect.REVERSIBLE, roles=_MANAGE)
@dataclass(frozen=True)
class KeepSubjectApart:
    """Say that they are two."""

    subject: int = _subject()
    other: str = slot("和谁不是同一个", default="")


@command("与我们无关", Intent.OVERVIEW, effect=Effect.BINDING, roles=_MANAGE)
@dataclass(frozen=True)
class DismissSubject:
    """Say that it has nothing to do with us; what they said of it is not kept."""

    subject: int = _subject()


@command("取消合并", Intent.OVERVIEW, effect=Effect.BINDING, roles=_MANAGE)
@dataclass(frozen=True)
class SplitSubject:
    """Take a joining back."""

    subject: int = _subject()


@command("合并全部一样的", Intent.OVERVIEW, effect=Effect.BINDING, roles=_MANAGE)
@dataclass(frozen=True)
class JoinAllAlike:
    """Join all of a platform that are the same as exactly one of ours by name and telephone number, or place."""

    platform: str = slot("平台", default="")


@command(
    "查办件",
    Intent.PROGRESS,
    effect=Effect.REVERSIBLE,
    examples=("办件 3201-2026-00123 到哪了", "查办件 3201-2026-00123"),
)
@dataclass(frozen=True)
class LookUpCase:
    """Ask the government services how a case stands."""

    number: str = slot("办件编号", default="")
