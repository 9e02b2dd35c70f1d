"""A month's figures by community and grid, each with the tickets behind it."""

from dataclasses import dataclass
from datetime import date

from governance.days import next_month, start_of
from governance.permissions import Act
from governance.rates import Facts, Row, Share, count, interval, ranks, row_of, rows_of, verdict
from handlers.context import Context
from handlers.month_report import facts_of, facts_with_numbers
from handlers.office.staff import Staff, places_of
from handlers.texts import statistics as words

FIGURES = ("response", "solution", "satisfaction")


@dataclass(frozen=True)
class Assessed:
    """A row of the table; `ranks`: by figure, None where there are too few cases to rank; `intervals` in percent."""

    row: Row
    ranks: dict[str, int | None]
    intervals: dict[str, tuple[float, float] | None]


@dataclass(frozen=True)
class Assessment:
    """A month."""

    month: date
    total: Row
    communities: list[Assessed]
    grids: list[Assessed]


def share_of(found: Row, figure: str) -> Share:
    """One of the three shares."""
    shares = {"response": found.response, "solution": found.solution, "satisfaction": found.satisfaction}
    return shares[figure]


def assessment(ctx: Context, month: date) -> Assessment:
    """The month that begins on `month`, as it stands now."""
    found = count(_of_month(ctx, month), ctx.now)
    return Assessment(
        month, row_of(words.ALL, found),
        _assessed(rows_of(lambda each: each.community, found)),
        _assessed(rows_of(lambda each: each.grid, found)),
    )  # fmt: skip


def behind(ctx: Context, staff: Staff, month: date, by: str, name: str, figure: str) -> list[tuple[str, bool]]:
    """The numbers of the tickets that a figure of a community or grid (`by`) rests on, each with whether it is good.

    The figures are for all who assess, side by side; the tickets for those in whose places they lie.
    """
    zone = ctx.config.zone
    span = start_of(month, zone), start_of(next_month(month), zone)
    found = []
    for number, facts in facts_with_numbers(ctx, *span, places_of(ctx, staff, Act.ASSESS)):
        here = facts.community if by == "community" else facts.grid
        if facts.prevention or here != name:
            continue
        good = verdict(figure, facts, ctx.now)
        if good is not None:
            found.append((number, good))
    return found


def _of_month(ctx: Context, month: date) -> list[Facts]:
    zone = ctx.config.zone
    facts = facts_of(ctx, start_of(month, zone), start_of(next_month(month), zone))
    return [each for each in facts if not each.prevention]


def _assessed(rows: list[Row]) -> list[Assessed]:
    by_figure = {figure: ranks({each.name: share_of(each, figure) for each in rows}) for figure in FIGURES}
    return [
        Assessed(
            each, {figure: by_figure[figure].get(each.name) for figure in FIGURES},
            {figure: interval(share_of(each, figure)) for figure in FIGURES},
        )
        for each in rows
    ]  # fmt: skip
