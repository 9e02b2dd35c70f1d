"""What those can ask who run projects."""

from dataclasses import dataclass
from datetime import date, datetime

from governance.permissions import PERMISSIONS, Act
from governance.projects.milestones import Planned
from handlers.catalogue import Effect, command, slot
from handlers.projects.commands import project_slot
from understanding.intents import Intent

RUN = PERMISSIONS[Act.RUN_PROJECTS]


@command("撤销项目", Intent.PROJECT, effect=Effect.BINDING, roles=RUN, examples=("撤销项目3 改由街道实施",))
@dataclass(frozen=True)
class WithdrawProject:
    """Take a project off the list: nothing will come of it."""

    number: int | None = project_slot()
    note: str = slot("原因", default="")


@command(
    "开项目",
    Intent.PROJECT,
    effect=Effect.REVERSIBLE,
    roles=RUN,
    examples=(
        "开项目 梧桐里1号院车棚改造，两家一起认领，12月20日前完成",
        "转项目 12 院里加装车棚",
        "需求 3 转项目",
        "决议2 转项目",
    ),
    back=WithdrawProject,
)
@dataclass(frozen=True)
class OpenProject:
    """Put a project on the list: by hand, from a ticket that nobody here can settle, from a need, or from a resolution. `until`:
    its day, in the subdistrict's time; `steps`: in which it is to be done.
    """

    title: str = slot("做什么", default="")
    where: str = slot("地点", default="")
    until: datetime | None = slot("完成期限", default=None)
    shares: int | None = slot("几家可以一起认领", default=None)
    ticket: str | None = slot("由哪件工单转来", default=None)
    need: int | None = slot("由哪条需求转来", default=None)
    resolution: int | None = slot("由哪条决议转来", default=None)
    steps: tuple[Planned, ...] = slot("步骤", default=())


@command("加一步", Intent.PROJECT, effect=Effect.BINDING, roles=RUN)
@dataclass(frozen=True)
class AddMilestone:
    """Add one step to a project, with its last day; `unit`: whose it is, empty for whoever has the project."""

    number: int | None = project_slot()
    title: str = slot("做什么", default="")
    due: date | None = slot("哪天前", default=None)
    unit: str = slot("单位", default="")


@command("项目验收", Intent.PROJECT, effect=Effect.BINDING, roles=RUN, examples=("验收项目3",))
@dataclass(frozen=True)
class AcceptProject:
    """Say that what a unit has done is good: it is thanked, and who wanted it hears of it."""

    number: int | None = project_slot()


@command(
    "项目返工", Intent.PROJECT, effect=Effect.REVERSIBLE, roles=RUN, examples=("项目3 不通过 扶手没装",), back=AcceptProject
)  # fmt: skip
@dataclass(frozen=True)
class SendBackProject:
    """Say what is missing: it goes on."""

    number: int | None = project_slot()
    note: str = slot("缺什么", default="")


@command("撤下需求", Intent.PROJECT, effect=Effect.BINDING, roles=RUN)
@dataclass(frozen=True)
class EndNeed:
    """Take a need off the list that has been met otherwise."""

    number: int = slot("需求编号")
