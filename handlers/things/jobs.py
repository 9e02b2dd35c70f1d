"""What the clock does with things: it opens what is to be looked at, and names what is late to grid heads, each once."""

from datetime import datetime

from governance.clock import local_day
from governance.notices import NoticeKind
from governance.periods import Daily
from governance.roles import Role
from governance.things.inspections import periods_of
from handlers.context import Context
from handlers.jobs import Job, JobTools
from handlers.notices import tell
from handlers.periodic import once_a_period
from handlers.texts import jobs as labels
from handlers.things import words
from handlers.things.finding import known_thing, seen
from handlers.tickets.parts import accounts_of, all_reached
from storage.grids import grids_to_check
from storage.serving import places_of_grids
from storage.thing_inspections import late_untold, mark_told, open_period
from storage.things import counts_by_kind

NO_GRID = 0
"""The part of what lies in no grid."""
NAMED = 10


def open_inspections_of(ctx: Context, instant: datetime, grid_id: int) -> int:
    """Opens what is to be looked at in a grid from this day on."""
    today, grid = local_day(instant, ctx.config.zone), grid_id or None
    return sum(
        open_period(ctx.uow, grid, kind, period)
        for kind in counts_by_kind(ctx.uow, grid)
        for period in periods_of(kind, today, ctx.config.rules)
    )


def tell_of_late(ctx: Context, instant: datetime, grid_id: int) -> int:
    """What is late in a grid, to its head; what nobody could be told of comes again."""
    today = local_day(instant, ctx.config.zone)
    late = late_untold(ctx.uow, grid_id, today)
    grid = next((each for each in grids_to_check(ctx.uow) if each.id == grid_id), None)
    place = grid.place_id if grid is not None else next(iter(places_of_grids(ctx.uow, [grid_id])), None)
    accounts = [] if place is None or not late else accounts_of(ctx, all_reached(ctx, place, (Role.GRID_HEAD,)))
    if not accounts:
        return 0
    things = [(known_thing(ctx, each.thing_id), each.due_on) for each in late[:NAMED]]
    lines = [
        words.LATE_LINE.format(thing=words.called(seen(ctx, row), ctx.here), due=due) for row, due in things if row
    ]
    more = [words.LATE_MORE.format(count=len(late) - NAMED)] if len(late) > NAMED else []
    head = words.LATE_HEAD.format(grid="" if grid is None else grid.name, count=len(late))
    tell(
        ctx, accounts, f"things_late:{today}:{grid_id}", NoticeKind.BRIEF, "\n".join([head, *lines, *more]), again=True
    )
    mark_told(ctx.uow, [each.id for each in late], ctx.now)
    return len(late)


def _grids(ctx: Context) -> list[int]:
    return [grid.id for grid in grids_to_check(ctx.uow)]


def _grids_and_none(ctx: Context) -> list[int]:
    return [*_grids(ctx), NO_GRID]


JOBS: tuple[Job[JobTools], ...] = (
    once_a_period("thing_inspections", *labels.THING_INSPECTIONS, Daily(5, 30), _grids_and_none, open_inspections_of),
    once_a_period("things_late", *labels.THINGS_LATE, Daily(8, 30, weekday=0), _grids, tell_of_late),
)
