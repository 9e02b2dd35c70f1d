"""How somebody wants the board at the office: views kept under a name, with which it opens, columns, and what new tickets do."""

from dataclasses import dataclass

from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

_WHO = PERMISSIONS[Act.USE_CONSOLE]


@command("删工单视图", Intent.OVERVIEW, effect=Effect.BINDING, roles=_WHO)
@dataclass(frozen=True)
class DropBoardView:
    """A kept view is gone: one's own, or (by who manages the office) a role's."""

    view: int = slot("视图")


@command("存工单视图", Intent.OVERVIEW, effect=Effect.REVERSIBLE, roles=_WHO, back=DropBoardView)
@dataclass(frozen=True)
class KeepBoardView:
    """Keep what the board shows now under a name. `asked`: as in its address; `role`: for all who hold it, empty for oneself."""

    name: str = slot("名称", default="")
    asked: str = slot("筛选", default="")
    role: str = slot("给哪个角色", default="")


@command("工单开始视图", Intent.OVERVIEW, effect=Effect.REVERSIBLE, roles=_WHO)
@dataclass(frozen=True)
class OpenWithView:
    """Which view the board opens with; None: with all that is open."""

    view: int | None = slot("视图", default=None)


@command("工单页设置", Intent.OVERVIEW, effect=Effect.REVERSIBLE, roles=_WHO)
@dataclass(frozen=True)
class SetBoardWishes:
    """Which columns are shown (none named: all), and whether a new ticket rings, counts in the title, is told on the desktop."""

    columns: tuple[str, ...] = slot("列", default=())
    bell: bool = slot("响铃", default=False)
    counted: bool = slot("标题计数", default=False)
    desktop: bool = slot("桌面提醒", default=False)
