"""One setting as its page shows it: what it is now, what it means, and how it came to be so."""

from dataclasses import dataclass
from datetime import datetime

from governance.own_settings import GROUPS, Kind, cells_of_value
from governance.rule_limits import LIMITS
from governance.rule_meanings import RULE_MEANING
from handlers.context import Context
from handlers.master_data.finding import Cells
from handlers.master_data.setting_values import all_of, as_read, present
from storage.own_settings import changes_of
from understanding.masking import masked_name

RESTART = frozenset({"pushes_a_second"})
"""Figures that a process reads when it starts."""


@dataclass(frozen=True)
class Meaning:
    """What a figure is by itself, and between what it may be."""

    default: int
    least: int
    most: int
    restart: bool


@dataclass(frozen=True)
class PastChange:
    """One change; `value`: the cells that it set, one behind the other, None: as it is by itself."""

    at: datetime
    by: str
    value: str | None


@dataclass(frozen=True)
class SettingPage:
    """A setting's cells (none: it is not set); `own`: it is set at the office, and can be taken back."""

    cells: Cells
    title: str
    own: bool = False
    start: Cells | None = None
    """What a new one begins with."""
    meaning: Meaning | None = None
    history: tuple[PastChange, ...] = ()


def setting_page(ctx: Context, what: str, name: str) -> SettingPage | None:
    """What is in force under this name; None where there is no such thing."""
    kind = Kind(what)
    own = present(ctx, kind)
    cells = cells_of_value(kind, name, all_of(ctx.config, kind, own).get(name))
    if not cells and name and not (kind is Kind.TEMPLATES and name in GROUPS):
        return None
    history = tuple(
        PastChange(each.at, masked_name(each.by or ""), _shown(kind, name, each.value))
        for each in changes_of(ctx.uow, kind, name)
    )
    title = RULE_MEANING[name] if kind is Kind.RULES else cells.get("name", GROUPS.get(name, ""))
    meaning = None
    if kind is Kind.RULES:
        least, most = LIMITS[name]
        meaning = Meaning(as_read(ctx.config, kind, name), least, most, name in RESTART)
    start = {"group": GROUPS[name]} if kind is Kind.TEMPLATES and not cells and name else None
    return SettingPage(cells, title, name in own, start, meaning, history)


def _shown(kind: Kind, name: str, value: object) -> str | None:
    if value is None:
        return None
    cells = cells_of_value(kind, name, value)
    return cells["value"] if kind is Kind.RULES else " ".join(cells.values())
