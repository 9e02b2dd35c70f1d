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

MOST = 10
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
    """One change; `value`: the cells that it set, one behind the other, None: as it is by itself; `before`: what was there, None:
    as it is by itself; `back`: the cells of that, where they can be set again.
    """

    at: datetime
    by: str
    value: str | None
    before: str | None
    back: Cells | None


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
    history = _history(ctx, kind, name, cells)
    title = RULE_MEANING[name] if kind is Kind.RULES else cells.get("name", GROUPS.get(name, ""))
    meaning = None
    if kind is Kind.RULES:
        least, most = LIMITS[name]
        meaning = Meaning(as_read(ctx.config, kind, name), least, most, name in RESTART)
    start = {"group": GROUPS[name]} if kind is Kind.TEMPLATES and not cells and name else None
    return SettingPage(cells, title, name in own, start, meaning, history)


def _history(ctx: Context, kind: Kind, name: str, cells: Cells) -> tuple[PastChange, ...]:
    """The newest first, each with what was there before it; staff, who alone change settings, are named."""
    rows = changes_of(ctx.uow, kind, name, MOST + 1)
    earlier = [each.value for each in rows[1:]] + [None]
    found = []
    for row, before in list(zip(rows, earlier, strict=False))[:MOST]:
        back = (
            cells_of_value(kind, name, before) if before is not None else {"value": ""} if kind is Kind.RULES else None
        )
        back = None if back == cells or (before is None and row is rows[0] and row.value is None) else back
        found.append(PastChange(row.at, row.by or "", _shown(kind, name, row.value), _shown(kind, name, before), back))
    return tuple(found)


def _shown(kind: Kind, name: str, value: object) -> str | None:
    if value is None:
        return None
    cells = cells_of_value(kind, name, value)
    return cells["value"] if kind is Kind.RULES else " ".join(cells.values())
