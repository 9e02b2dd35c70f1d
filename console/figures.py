"""The month's charts beside another month's, with the table and the tickets behind them; as a workbook and as a report."""

import threading
from datetime import date
from typing import Any

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from bot.parameters import month as month_asked
from bot.parameters import one_of, takes, words
from console import figures_texts, texts
from console.exporting import exported
from console.parts import XLSX, Console, download, guarded, page, refusal, staff
from governance.clock import local_day
from governance.days import month_before, month_of
from governance.permissions import Act
from handlers.office.exports import note_export
from handlers.office.figures import Chart, Figures, figures_for, flat
from handlers.office.figures_behind import BY, tickets_behind
from handlers.texts import statistics as said
from storage.figures import MOST_BEHIND

MONTH, OTHER = month_asked("month", texts.ASKED["month"]), month_asked("with", figures_texts.WITH)
BEHIND = (MONTH, one_of("by", texts.ASKED["by"], BY, BY[0]), words("key", texts.ASKED["name"], 100))
COLUMNS = ("chart", "label", "series", "value", "low", "high")
PDF = "application/pdf"
_drawing = threading.BoundedSemaphore(1)
"""A report takes seconds of the processor that answers everybody else: one is drawn at a time."""


def figures_pages(blueprint: Blueprint, console: Console) -> None:
    """The page, what is behind a point, and the two files."""
    _page_views(blueprint, console)
    _book_view(blueprint, console)
    _report_view(blueprint, console)


def _page_views(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/figures")
    @guarded(console, Act.ASSESS)
    @takes(MONTH, OTHER)
    def figures(month: date | None, **asked: Any) -> ResponseReturnValue:
        found = _found(console, month, asked["with"])
        return page("figures.html", f=figures_texts, found=found, method=said.METHOD, chart_of=_drawn)

    @blueprint.get("/figures/behind", endpoint="figures_behind")
    @guarded(console, Act.ASSESS)
    @takes(*BEHIND)
    def behind(month: date | None, by: str, key: str) -> ResponseReturnValue:
        """The tickets of one point that lie in their own places."""
        with console.reading() as ctx:
            found = tickets_behind(ctx, staff(), month or month_of(ctx.today), by, key)
        return page("figures_behind.html", f=figures_texts, found=found, most=MOST_BEHIND)


def _book_view(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/figures.xlsx", endpoint="figures_book")
    @guarded(console, Act.ASSESS)
    @takes(MONTH, OTHER, gives=(XLSX,))
    def workbook(month: date | None, **asked: Any) -> ResponseReturnValue:
        found = _found(console, month, asked["with"])
        name = f"figures-{found.month:%Y-%m}.xlsx"
        rows = flat(found.charts)
        return exported(console, Act.ASSESS, name, COLUMNS, lambda _places: rows, month=f"{found.month:%Y-%m}")


def _report_view(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/figures.pdf", endpoint="figures_report")
    @guarded(console, Act.ASSESS)
    @takes(MONTH, OTHER, gives=(PDF,))
    def report(month: date | None, **asked: Any) -> ResponseReturnValue:
        """The month as a report to forward: no worker's name is in it."""
        if not _drawing.acquire(blocking=False):
            return refusal(figures_texts.DRAWING, 429)
        try:
            return drawn(month, asked["with"])
        finally:
            _drawing.release()

    def drawn(month: date | None, other: date | None) -> ResponseReturnValue:
        from bot.month_pdf import month_pdf  # with what makes PDF: slow to load, and seldom wanted

        found, name = _found(console, month, other), "month.pdf"
        with console.writing() as ctx:
            root = next((ctx.places.nodes[place].name for place in ctx.places.roots()), "")
            made = local_day(ctx.now, ctx.config.zone)
            note_export(
                ctx,
                staff(),
                name,
                found.found.total.count,
                {"month": f"{found.month:%Y-%m}"},
                request.remote_addr or "",
            )
        content = month_pdf(found, root, made, console.assets / "@expo-google-fonts" / "noto-sans-sc")
        return download(content, PDF, f"month-{found.month:%Y-%m}.pdf")


def _found(console: Console, month: date | None, other: date | None) -> Figures:
    with console.reading() as ctx:
        shown = month or month_of(ctx.today)
        return figures_for(ctx, staff(), shown, other or month_before(shown))


def _drawn(chart: Chart) -> dict[str, Any]:
    """What the browser draws."""
    return {
        "kind": chart.kind, "percent": chart.percent, "labels": [label for label, _ in chart.lines],
        "series": [
            {
                "name": name, "values": [cells[column].value for _, cells in chart.lines],
                "ends": [cells[column].ends for _, cells in chart.lines] if chart.percent else [],
            }
            for column, name in enumerate(chart.columns[: chart.drawn])
        ],
    }  # fmt: skip
