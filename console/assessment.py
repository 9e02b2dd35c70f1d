"""The month's table by community and grid, with the tickets behind each figure, and as a workbook."""

from datetime import date

from flask import Blueprint, make_response, render_template, request
from flask.typing import ResponseReturnValue

from console import texts
from console.exporting import exported
from console.parts import Console, guarded, missing, page, staff
from governance.clock import local_day
from governance.days import month_of
from governance.permissions import Act
from governance.rates import RANKED_FROM
from handlers.office.assessment import FIGURES, Assessed, assessment, behind, share_of
from handlers.texts import statistics as words

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


def assessment_pages(blueprint: Blueprint, console: Console) -> None:
    """The table, what is behind it, and its file."""
    _month_views(blueprint, console)
    _behind_view(blueprint, console)


def _month_views(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/assessment")
    @guarded(console, Act.ASSESS)
    def table() -> ResponseReturnValue:
        month = _month(console)
        if month is None:
            return missing()
        with console.reading() as ctx:
            found = assessment(ctx, month)
        return page(
            "assessment.html", found=found, figures=FIGURES, share_of=share_of, share=words.share, span=words.span,
            method=words.METHOD, ranked_from=RANKED_FROM, chart=[
                {"name": each.row.name, "count": each.row.count,
                 **{figure: share_of(each.row, figure).percent for figure in FIGURES}}
                for each in found.communities
            ],
        )  # fmt: skip

    @blueprint.get("/assessment.xlsx")
    @guarded(console, Act.ASSESS)
    def workbook() -> ResponseReturnValue:
        month = _month(console)
        if month is None:
            return missing()
        with console.reading() as ctx:
            found = assessment(ctx, month)
        rows = [_flat("community", each) for each in found.communities] + [_flat("grid", each) for each in found.grids]
        name = f"assessment-{month:%Y-%m}.xlsx"
        return exported(console, Act.ASSESS, name, COLUMNS, lambda _everywhere: rows, month=f"{month:%Y-%m}")


def _behind_view(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/assessment/behind")
    @guarded(console, Act.ASSESS)
    def drill() -> ResponseReturnValue:
        """The tickets that a figure rests on and that they may see: those that count against it first."""
        month, by, figure = _month(console), request.args.get("by", ""), request.args.get("figure", "")
        if month is None or by not in ("community", "grid") or figure not in FIGURES:
            return missing()
        with console.reading() as ctx:
            found = behind(ctx, staff(), month, by, request.args.get("name", ""), figure)
        return make_response(
            render_template("behind.html", t=texts, found=sorted(found, key=lambda each: each[1]), figure=figure)
        )


def _flat(kind: str, each: Assessed) -> dict[str, object]:
    shares = {figure: words.share(share_of(each.row, figure)) for figure in FIGURES}
    return {
        "kind": kind, "name": each.row.name, "count": each.row.count, **shares,
        **{f"{figure}_rank": each.ranks[figure] for figure in FIGURES},
    }  # fmt: skip


def _month(console: Console) -> date | None:
    said = request.args.get("month")
    if said is None:
        return month_of(local_day(console.clock(), console.config.zone))
    try:
        return date.fromisoformat(f"{said}-01")
    except ValueError:
        return None
