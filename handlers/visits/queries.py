"""How planned visits stand, as pages and the chat speak of them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from governance.visits.quarters import quarter_of
from handlers.context import Context
from handlers.visits.outcomes import CadreLine, Home, Left, PlannedLine
from storage.households import households
from storage.people import names_of
from storage.planned_visits import PlannedRow
from storage.yard_problems import ProblemRow

SHOWN_DAYS = 365


def left(rows: Sequence[PlannedRow]) -> Left:
    """How many there are, and how many of them are made."""
    return Left(len(rows), sum(row.settled_at is not None for row in rows))


def lines_of(ctx: Context, rows: Sequence[PlannedRow]) -> tuple[PlannedLine, ...]:
    """As they are spoken of."""
    known = households(ctx.uow, [row.household_id for row in rows if row.household_id is not None])
    names = names_of(ctx.uow, sorted({person for row in rows for person in row.team.people}))
    return tuple(
        PlannedLine(
            Home(row.place_id, (known[row.household_id].room or "") if row.household_id in known else None), row.due_on,
            row.signs, row.tries, row.number, tuple(names.get(person, "") for person in row.team.people),
        )
        for row in rows
    )  # fmt: skip


def by_cadre(ctx: Context, rows: Sequence[PlannedRow]) -> tuple[CadreLine, ...]:
    """How each one's visits stand, by who leads the team: the cadre, else the liaison, else the grid worker."""
    theirs: dict[int, list[PlannedRow]] = defaultdict(list)
    for row in rows:
        first = next(iter(row.team.people), None)
        if first is not None:
            theirs[first].append(row)
    names = names_of(ctx.uow, list(theirs))
    return tuple(CadreLine(names.get(person, ""), left(found)) for person, found in sorted(theirs.items()))


def is_late(found: ProblemRow, today: date) -> bool:
    """Whether a problem's end has passed and it is not solved."""
    return found.done_at is None and found.due_on < today


def first_quarter_shown(ctx: Context) -> date:
    """A year of quarters is shown."""
    return quarter_of(ctx.today - timedelta(days=SHOWN_DAYS))
