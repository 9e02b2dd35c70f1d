"""The month's table by community and grid, with the tickets behind each figure, and as a workbook."""

from datetime import date

from flask import Blueprint, make_response, render_template
from flask.typing import ResponseReturnValue

from bot.parameters import month as month_asked
from bot.parameters import one_of, takes, words
from console import texts
from console.exporting import exported
from console.parts import XLSX, Console, guarded, page, staff
from governance.clock import local_day
from governance.days import month_of
from governance.permissions import Act
from governance.rates import RANKED_FROM
from handlers.office.assessment import FIGURES, Assessed, assessment, behind, share_of
from handlers.texts import statistics as said

COLUMNS = (
    "kind",
    "name",
    "count",
    "response",
    "response_rank",
    "solution",
    "solution_rank",
    "satisfaction",
    "satisfaction_rank",
)


MONTH = month_asked("month", texts.ASKED["month"])
BY = one_of("by", texts.ASKED["by"], ("community", "grid"), "community")
FIGURE = one_of("figure", texts.ASKED["figure"], FIGURES, FIGURES[0])
NAME = words("name", texts.ASKED["name"], 100)


def assessment_pages(blueprint: Blueprint, console: Console) -> None:
    """The table, what is behind it, and its file."""
    _month_views(blueprint, console)
    _behind_view(blueprint, console)


def _month_views(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/assessment")
    @guarded(console, Act.ASSESS)
    @takes(MONTH)
    def table(month: date | None) -> ResponseReturnValue:
        with console.reading() as ctx:
            found = assessment(ctx, month or _this_month(console))
        return page(
            "assessment.html", found=found, figures=FIGURES, share_of=share_of, share=said.share, span=said.span,
            method=said.METHOD, ranked_from=RANKED_FROM, chart=[
                {"name": each.row.name, "count": each.row.count,
                 **{figure: share_of(each.row, figure).percent for figure in FIGURES}}
                for each in found.communities
            ],
        )  # fmt: skip

    @blueprint.get("/assessment.xlsx")
    @guarded(console, Act.ASSESS)
    @takes(MONTH, gives=(XLSX,))
    def workbook(month: date | None) -> ResponseReturnValue:
        with console.reading() as ctx:
            found = assessment(ctx, month or _this_month(console))
        rows = [_flat("community", each) for each in found.communities] + [_flat("grid", each) for each in found.grids]
        told = f"{found.month:%Y-%m}"
        return exported(console, Act.ASSESS, f"assessment-{told}.xlsx", COLUMNS, lambda _everywhere: rows, month=told)


def _behind_view(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/assessment/behind")
    @guarded(console, Act.ASSESS)
    @takes(MONTH, BY, FIGURE, NAME)
    def drill(month: date | None, by: str, figure: str, name: str) -> ResponseReturnValue:
        """The tickets that a figure rests on and that they may see: those that count against it first."""
        with console.reading() as ctx:
            found = behind(ctx, staff(), month or _this_month(console), by, name, figure)
        return make_response(
            render_template("behind.html", t=texts, found=sorted(found, key=lambda each: each[1]), figure=figure)
        )


def _flat(kind: str, each: Assessed) -> dict[str, object]:
    shares = {figure: said.share(share_of(each.row, figure)) for figure in FIGURES}
    return {
        "kind": kind, "name": each.row.name, "count": each.row.count, **shares,
        **{f"{figure}_rank": each.ranks[figure] for figure in FIGURES},
    }  # fmt: skip


def _this_month(console: Console) -> date:
    return month_of(local_day(console.clock(), console.config.zone))
