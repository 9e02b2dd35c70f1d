"""What can be changed at the office of what else stands in workbooks: people, posts, places, grids.

Fields are the cells of the workbook, as they are written there. `was`: the entry as the page showed it (a JSON object, empty:
a new one), so that nobody overwrites what somebody else has written meanwhile; `agreed`: what would change was seen.
"""

from dataclasses import dataclass

from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

MANAGERS = PERMISSIONS[Act.MANAGE]
WAS, AGREED = "原来的内容", "确认"
ASKED = ("was", "agreed")
"""Of a command what is no cell."""


@command("撤销人员", Intent.OVERVIEW, effect=Effect.BINDING, roles=MANAGERS)
@dataclass(frozen=True)
class RemovePerson:
    """Somebody has left: their WeChat account has no rights any more."""

    code: str = slot("编号")
    was: str = slot(WAS, default="")
    agreed: bool = slot(AGREED, default=False)


@command("改人员", Intent.OVERVIEW, effect=Effect.REVERSIBLE, roles=MANAGERS, back=RemovePerson)
@dataclass(frozen=True)
class KeepPerson:
    """Put somebody into the roster, or change what it says of them."""

    code: str = slot("编号")
    name: str = slot("姓名", default="")
    phone: str = slot("手机", default="")
    unit: str = slot("单位", default="")
    wecom_id: str = slot("企业微信", default="")
    was: str = slot(WAS, default="")
    agreed: bool = slot(AGREED, default=False)


@command("结束岗位", Intent.OVERVIEW, effect=Effect.BINDING, roles=MANAGERS)
@dataclass(frozen=True)
class EndPost:
    """End a post now; its rights end with it."""

    person: str = slot("人员")
    role: str = slot("角色")
    place: str = slot("地点", default="")
    grid: str = slot("网格", default="")
    line: str = slot("条线", default="")
    was: str = slot(WAS, default="")
    agreed: bool = slot(AGREED, default=False)


@command("改岗位", Intent.OVERVIEW, effect=Effect.REVERSIBLE, roles=MANAGERS, back=EndPost)
@dataclass(frozen=True)
class KeepPost:
    """Give somebody a post, or change from when until when they hold it."""

    person: str = slot("人员")
    role: str = slot("角色", default="")
    place: str = slot("地点", default="")
    grid: str = slot("网格", default="")
    line: str = slot("条线", default="")
    since: str = slot("起始日", default="")
    until: str = slot("终止日", default="")
    was: str = slot(WAS, default="")
    agreed: bool = slot(AGREED, default=False)


@command("停用地点", Intent.OVERVIEW, effect=Effect.BINDING, roles=MANAGERS)
@dataclass(frozen=True)
class RetirePlace:
    """Take a place out of use; what was reported there stays."""

    code: str = slot("编号")
    was: str = slot(WAS, default="")
    agreed: bool = slot(AGREED, default=False)


@command("改地点", Intent.OVERVIEW, effect=Effect.REVERSIBLE, roles=MANAGERS, back=RetirePlace)
@dataclass(frozen=True)
class KeepPlace:
    """Put a place into the tree, or change what it is called and where it lies."""

    code: str = slot("编号")
    name: str = slot("名称", default="")
    kind: str = slot("类型", default="")
    parent: str = slot("上级", default="")
    aliases: str = slot("别名", default="")
    lat: str = slot("纬度", default="")
    lon: str = slot("经度", default="")
    was: str = slot(WAS, default="")
    agreed: bool = slot(AGREED, default=False)


@command("停用网格", Intent.OVERVIEW, effect=Effect.BINDING, roles=MANAGERS)
@dataclass(frozen=True)
class RetireGrid:
    """Take a grid out of use."""

    code: str = slot("编号")
    was: str = slot(WAS, default="")
    agreed: bool = slot(AGREED, default=False)


@command("改网格", Intent.OVERVIEW, effect=Effect.REVERSIBLE, roles=MANAGERS, back=RetireGrid)
@dataclass(frozen=True)
class KeepGrid:
    """Make a grid, or change its name and what it covers."""

    code: str = slot("编号")
    name: str = slot("名称", default="")
    kind: str = slot("类型", default="")
    community: str = slot("社区", default="")
    covers: str = slot("覆盖范围", default="")
    branch: str = slot("网格党支部", default="")
    was: str = slot(WAS, default="")
    agreed: bool = slot(AGREED, default=False)


SHEETS: dict[type, str] = {
    KeepPerson: "people", RemovePerson: "people", KeepPost: "posts", EndPost: "posts", KeepPlace: "places",
    RetirePlace: "places", KeepGrid: "grids", RetireGrid: "grids",
}  # fmt: skip
"""The sheet of the workbook in which what a command changes stands."""
