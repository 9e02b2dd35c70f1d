"""What units, residents and those who are called can ask of projects."""

from dataclasses import dataclass
from typing import Any

from governance.permissions import PERMISSIONS, Act
from governance.projects.milestones import Planned
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent


def project_slot() -> Any:
    """The number of a project; left out where only one can be meant."""
    return slot("项目编号", default=None)


@command("看项目", Intent.PROJECT, effect=Effect.NONE, examples=("项目清单", "资源清单", "需求清单", "看项目3"))
@dataclass(frozen=True)
class ShowProjects:
    """One of the three lists, or one project. `what`: resources, needs, or (empty) projects."""

    what: str = slot("哪份清单", default="")
    number: int | None = project_slot()


@command("放弃认领", Intent.PROJECT, effect=Effect.REVERSIBLE, examples=("放弃项目3 人手抽不出来",))
@dataclass(frozen=True)
class GiveUpClaim:
    """A unit can't do a project any more: others may claim it."""

    number: int | None = project_slot()
    note: str = slot("原因", default="")
    unit: str = slot("单位", default="")


@command(
    "认领项目",
    Intent.PROJECT,
    effect=Effect.REVERSIBLE,
    examples=("认领项目3", "3号项目我们单位认了"),
    back=GiveUpClaim,
)
@dataclass(frozen=True)
class ClaimProject:
    """Put one's unit on a project. `ticket`: the same words take this ticket where the sender speaks for no unit."""

    number: int | None = project_slot()
    unit: str = slot("单位", default="")
    ticket: str = slot("工单", default="")


@command("项目分步", Intent.PROJECT, effect=Effect.BINDING, examples=("3号项目分两步：12月10号前清场，12月20号前装好",))
@dataclass(frozen=True)
class PlanProject:
    """Say in which steps a project is done, and until when each; what the unit had planned before and not done is replaced."""

    number: int | None = project_slot()
    steps: tuple[Planned, ...] = slot("步骤", default=())
    unit: str = slot("单位", default="")


@command(
    "项目进展",
    Intent.PROJECT,
    effect=Effect.BINDING,
    examples=("项目3 长椅装好8张了", "项目3 第1步完成 场地清好了", "项目3 完工"),
)
@dataclass(frozen=True)
class ReportProjectStep:
    """Tell how far a project is. `milestone`: this step of it is done; `done`: it is finished, and staff look at it."""

    number: int | None = project_slot()
    note: str = slot("进展", default="")
    done: bool = slot("全部完成", default=False)
    unit: str = slot("单位", default="")
    milestone: int | None = slot("完成了第几步", default=None)


@command("项目照片", Intent.PROJECT, effect=Effect.BINDING)
@dataclass(frozen=True)
class AddProjectPicture:
    """Put the picture that was just sent beside one's own step."""

    step: int = slot("进展")


@command("我的项目", Intent.PROJECT, effect=Effect.NONE, examples=("我的项目",))
@dataclass(frozen=True)
class ShowMyProjects:
    """What the sender's unit has, with what comes next."""


@command("撤下资源", Intent.PROJECT, effect=Effect.REVERSIBLE, examples=("撤下资源 3",))
@dataclass(frozen=True)
class EndOffer:
    """Take something that one's unit offers off the list."""

    number: int = slot("资源编号")


@command(
    "提供资源", Intent.PROJECT, effect=Effect.REVERSIBLE, examples=("提供资源 我们会议室周末可以借",), back=EndOffer
)
@dataclass(frozen=True)
class OfferResource:
    """Put something that one's unit can give on the list."""

    text: str = slot("提供什么", default="")
    unit: str = slot("单位", default="")


@command("提需求", Intent.PROJECT, effect=Effect.REVERSIBLE, examples=("提需求 我们院里缺个遮雨的车棚",))
@dataclass(frozen=True)
class StateNeed:
    """Put what a courtyard or community needs on the list. `where`: its place, where one is named."""

    text: str = slot("需要什么", default="")
    where: str = slot("地点", default="")


@command("感谢项目", Intent.PROJECT, effect=Effect.BINDING, examples=("感谢项目3 车棚真方便",))
@dataclass(frozen=True)
class ThankProject:
    """Thank the unit that did a project one had asked for."""

    number: int | None = project_slot()
    note: str = slot("想说的话", default="")


CALL = PERMISSIONS[Act.DISPATCH]


@command("应急领办喊人", Intent.PROJECT, effect=Effect.BINDING, roles=CALL, examples=("应急领办 12 缺水泵",))
@dataclass(frozen=True)
class CallTakeOn:
    """Call for somebody from outside who helps with a ticket at once."""

    ticket: str | None = slot("工单", default=None)
    note: str = slot("缺什么", default="")


@command("领办", Intent.PROJECT, effect=Effect.BINDING, examples=("领办 12", "应急领办我们上"))
@dataclass(frozen=True)
class TakeOn:
    """Answer a call for help: the sender's unit or crew comes."""

    ticket: str | None = slot("工单", default=None)
    unit: str = slot("单位", default="")
