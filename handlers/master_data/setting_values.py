"""What is set now, and what it would be without: as the rules file or the product says."""

from collections.abc import Mapping
from typing import Any

from governance.own_settings import Kind
from governance.rule_meanings import RULE_MEANING
from handlers.context import Context, SubdistrictConfig
from storage.own_settings import in_force
from understanding.categories import Category


def as_read(config: SubdistrictConfig, kind: Kind, name: str) -> Any:
    """The value without what is set at the office; None where there is none."""
    read = config.as_read
    if kind is Kind.RULES:
        return getattr(read.rules, name) if name in read.rules.__dataclass_fields__ else None
    if kind is Kind.TEMPLATES:
        return read.templates.get(name)
    found = next((each for each in read.all_categories if each.code == name), None)
    return None if found is None else plain_category(found)


def plain_category(category: Category) -> dict[str, Any]:
    """A category as it is stored."""
    return {**vars(category), "words": list(category.words)}


def present(ctx: Context, kind: Kind) -> dict[str, Any]:
    """What is set at the office of this kind, by name."""
    return {name: value for (what, name), value in in_force(ctx.uow.connection).items() if what == kind}


def all_of(config: SubdistrictConfig, kind: Kind, own: Mapping[str, Any]) -> dict[str, Any]:
    """All values in force, by name: of the rules file or the product, with what is set at the office (`own`)."""
    read = config.as_read
    if kind is Kind.RULES:
        names = list(RULE_MEANING)
    elif kind is Kind.CATEGORIES:
        names = [each.code for each in read.all_categories]
    else:
        names = list(read.templates)
    return {**{name: as_read(config, kind, name) for name in names}, **own}
