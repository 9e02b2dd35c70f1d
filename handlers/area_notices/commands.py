"""What staff may have told to those who live somewhere, and what becomes of it. `number`: as it was said; empty: that at hand, or
that which the words `about` it fit.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from governance.area_notices import AreaKind
from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent


def _number() -> Any:
    return slot("通知编号", default="")


def _about() -> Any:
    return slot("说的是哪条", default="")


@command(
    "通知居民",
    Intent.NOTIFY,
    effect=Effect.REVERSIBLE,
    roles=PERMISSIONS[Act.DISPATCH],
    examples=("通知居民 梧桐里1号院明天9点到15点停水",),
)
@dataclass(frozen=True)
class NotifyResidents:
    """Staff want residents told of something: written as a draft, and counted; nobody is told before it is agreed to.

    `places`: where those live who are meant, as far as that was said; `unclear`: what a name may mean that fits several.
    `where`: places in words, where they were typed by themselves. `starts`, `ends`: instants, or as the subdistrict's clock shows.
    `staff`: people of the roster whom it was meant for (楼栋长).
    """

    text: str = slot("要通知的话", default="")
    places: tuple[int, ...] = slot("范围编号", default=())
    unclear: tuple[int, ...] = slot("可能的范围", default=())
    where: str = slot("范围", default="")
    starts: datetime | None = slot("开始", default=None)
    ends: datetime | None = slot("结束", default=None)
    kind: AreaKind | None = slot("类别", default=None)
    staff: str = slot("要告诉的工作人员", default="")


@command(
    "可以发", Intent.NOTIFY, effect=Effect.BINDING, roles=PERMISSIONS[Act.DISPATCH], examples=("可以发 TZ20261124-01",)
)
@dataclass(frozen=True)
class ApproveNotice:
    """It may go out. Who wrote it agrees too, and above a size somebody else."""

    number: str = _number()
    about: str = _about()


@command(
    "先别发", Intent.NOTIFY, effect=Effect.BINDING, roles=PERMISSIONS[Act.DISPATCH], examples=("先别发 TZ20261124-01",)
)
@dataclass(frozen=True)
class WithholdNotice:
    """It does not go out."""

    number: str = _number()
    why: str = slot("为什么", default="")
    about: str = _about()


@command(
    "改通知",
    Intent.NOTIFY,
    effect=Effect.BINDING,
    roles=PERMISSIONS[Act.DISPATCH],
    examples=("改通知 TZ20261124-01 明天10点到16点",),
)
@dataclass(frozen=True)
class ChangeNotice:
    """Its time is another one; a draft may get other words as well. Those who got it are told."""

    number: str = _number()
    starts: datetime | None = slot("新的开始", default=None)
    ends: datetime | None = slot("新的结束", default=None)
    text: str = slot("新的内容", default="")
    about: str = _about()


@command(
    "结束通知",
    Intent.NOTIFY,
    effect=Effect.BINDING,
    roles=PERMISSIONS[Act.DISPATCH],
    examples=("结束通知 TZ20261124-01",),
)
@dataclass(frozen=True)
class EndNotice:
    """It is over, or does not happen: those who got it are told so. `note`: what they are told besides."""

    number: str = _number()
    note: str = slot("补充一句", default="")
    about: str = _about()


@command("通知列表", Intent.NOTIFY, effect=Effect.NONE, examples=("通知列表",))
@dataclass(frozen=True)
class ShowNotices:
    """What is announced where the sender lives; to staff also what waits to go out where they work, and how far each went.

    `why`: who would get the draft of this number, and why no more.
    """

    number: str = _number()
    why: bool = slot("说明谁会收到", default=False)
