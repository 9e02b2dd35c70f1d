"""支部建在网格上 at the office: each grid of the reader's area with its branch, over a month or a year."""

from collections.abc import Collection
from datetime import date

from governance.days import month_of, next_month
from governance.permissions import Act
from handlers.alliance.grid_branches import GridBranchLine, branch_lines
from handlers.context import Context
from handlers.office.staff import Staff, places_of


def span_asked(ctx: Context, month: date | None, year: int | None) -> tuple[date, date]:
    """First and last day: of the year that is asked for, else of the month, else of this month."""
    if year is not None:
        return date(year, 1, 1), date(year, 12, 31)
    first = month or month_of(ctx.today)
    return first, date.fromordinal(next_month(first).toordinal() - 1)


def branches_listed(ctx: Context, staff: Staff, first: date, last: date) -> list[GridBranchLine]:
    """The grids of the reader's area, also those without a branch."""
    return branches_in(ctx, first, last, places_of(ctx, staff, Act.RUN_ALLIANCE))


def branches_in(ctx: Context, first: date, last: date, places: Collection[int] | None) -> list[GridBranchLine]:
    """The grids whose community is one of these places; None: all."""
    communities = None
    if places is not None:
        nodes = ctx.places.nodes
        communities = [place for place in places if place in nodes and nodes[place].kind == "community"]
    return branch_lines(ctx, first, last, communities)
