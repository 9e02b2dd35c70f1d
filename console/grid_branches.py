"""支部建在网格上 in the browser: each grid with its branch, its people and what they did, and the file."""

from collections.abc import Collection, Iterable
from dataclasses import astuple
from datetime import date
from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue

from bot.parameters import month as month_asked
from bot.parameters import takes
from bot.parameters import year as year_asked
from console import grid_branch_texts, texts
from console.exporting import exported
from console.parts import XLSX, Console, guarded, page, staff
from governance.permissions import Act
from handlers.office.grid_branches import branches_in, branches_listed, span_asked

_W = grid_branch_texts
SPAN = (month_asked("month", texts.ASKED["month"]), year_asked("year", texts.ASKED["year"]))


def grid_branch_pages(blueprint: Blueprint, console: Console) -> None:
    """The page and its file."""

    @blueprint.get("/grid-branches")
    @guarded(console, Act.RUN_ALLIANCE)
    @takes(*SPAN)
    def grid_branches(month: date | None, year: int | None) -> ResponseReturnValue:
        with console.reading() as ctx:
            first, last = span_asked(ctx, month, year)
            found = branches_listed(ctx, staff(), first, last)
        return page("grid_branches.html", w=_W, found=found, first=first, last=last, year=year)

    @blueprint.get("/grid-branches.xlsx")
    @guarded(console, Act.RUN_ALLIANCE)
    @takes(*SPAN, gives=(XLSX,))
    def grid_branch_file(month: date | None, year: int | None) -> ResponseReturnValue:
        with console.reading() as ctx:
            first, last = span_asked(ctx, month, year)
        return exported(
            console, Act.RUN_ALLIANCE, f"grid-branches-{first}.xlsx", _W.FIELDS,
            lambda places: _rows(console, first, last, places), first=str(first), last=str(last),
        )  # fmt: skip


def _rows(console: Console, first: date, last: date, places: Collection[int] | None) -> Iterable[dict[str, Any]]:
    """The branch as a whole, then each of its people."""
    with console.reading() as ctx:
        found = branches_in(ctx, first, last, places)
    for line in found:
        head = (line.community, line.row.grid, line.row.name or _W.NONE)
        yield dict(zip(_W.FIELDS, (*head, "", _W.WHOLE, *astuple(line.deeds)), strict=True))
        for each in line.members:
            cells = (*head, each.name, _W.BOSS if each.secretary else _W.MEMBER, *astuple(each.deeds))
            yield dict(zip(_W.FIELDS, cells, strict=True))
