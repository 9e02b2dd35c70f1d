"""What an administrator can set at the office: figures of the rules, categories, templates of notices.

`was`, `agreed`: as in the commands about the roster.
"""

from dataclasses import dataclass

from governance.own_settings import Kind
from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from handlers.master_data.commands import AGREED, WAS
from understanding.intents import Intent

ADMINISTRATORS = PERMISSIONS[Act.ADMINISTER]


@command("改规则", Intent.OVERVIEW, effect=Effect.REVERSIBLE, roles=ADMINISTRATORS)
@dataclass(frozen=True)
class SetRule:
    """Change a figure; without one it is again what the rules file or the product says."""

    name: str = slot("规则")
    value: str = slot("值", default="")
    was: str = slot(WAS, default="")
    agreed: bool = slot(AGREED, default=False)


@command("撤回类别改动", Intent.OVERVIEW, effect=Effect.BINDING, roles=ADMINISTRATORS)
@dataclass(frozen=True)
class DropCategory:
    """Have a category be again what the rules file or the product says; one that is only set here is gone."""

    code: str = slot("代号")
    was: str = slot(WAS, default="")
    agreed: bool = slot(AGREED, default=False)


@command("改类别", Intent.OVERVIEW, effect=Effect.REVERSIBLE, roles=ADMINISTRATORS, back=DropCategory)
@dataclass(frozen=True)
class KeepCategory:
    """Add a category, or change who does it, how urgent it is and what people say of it."""

    code: str = slot("代号")
    group: str = slot("大类", default="")
    name: str = slot("小类", default="")
    line: str = slot("谁办", default="")
    urgency: str = slot("紧急程度", default="")
    words: str = slot("说法", default="")
    was: str = slot(WAS, default="")
    agreed: bool = slot(AGREED, default=False)


@command("撤回通知模板", Intent.OVERVIEW, effect=Effect.BINDING, roles=ADMINISTRATORS)
@dataclass(frozen=True)
class DropTemplate:
    """Have a group of notices go by the rules file's template again, or by none."""

    group: str = slot("通知种类")
    was: str = slot(WAS, default="")
    agreed: bool = slot(AGREED, default=False)


@command("改通知模板", Intent.OVERVIEW, effect=Effect.REVERSIBLE, roles=ADMINISTRATORS, back=DropTemplate)
@dataclass(frozen=True)
class KeepTemplate:
    """Say which of the account's templates carries a group of notices outside the 48 hours, and what fills its fields."""

    group: str = slot("通知种类")
    id: str = slot("模板编号", default="")
    kind: str = slot("类型", default="")
    fields: str = slot("字段", default="")
    was: str = slot(WAS, default="")
    agreed: bool = slot(AGREED, default=False)


KINDS: dict[type, Kind] = {
    SetRule: Kind.RULES, KeepCategory: Kind.CATEGORIES, DropCategory: Kind.CATEGORIES, KeepTemplate: Kind.TEMPLATES,
    DropTemplate: Kind.TEMPLATES,
}  # fmt: skip
"""What each of them sets."""
