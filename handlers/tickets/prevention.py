"""未诉先办: at the beginning of a season every comprehensive grid gets its check list as a ticket, once."""

from datetime import timedelta

from governance.days import start_of
from governance.periods import Daily
from governance.prevention import Season, seasons
from governance.tickets.deadlines import Deadline, DeadlineKind
from handlers.context import Context
from handlers.periodic import part_by_part, parts_left
from handlers.texts.prevention import CHECKS, SUMMARY, TEXT
from handlers.tickets.moving import start
from storage.grids import grids_to_check
from storage.job_failures import failing_items
from storage.job_runs import is_done
from storage.tickets import open_ticket

CHANNEL = "prevention"
PREVENTION = "prevention"
"""The job's name, under which it stands in job_runs."""
AT = Daily(6, 10)


def check_lists_due(ctx: Context) -> list[str]:
    """The grids that have no list of a season that has begun; without any grid the season waits."""
    if ctx.now < start_of(ctx.today, ctx.config.zone) + timedelta(hours=AT.hour, minutes=AT.minute):
        return []
    begun = [each.period for each in _seasons(ctx) if not is_done(ctx.uow, PREVENTION, each.period)]
    grids = [grid.id for grid in grids_to_check(ctx.uow)] if begun else []
    left = [item for period in begun if grids for item in parts_left(ctx, PREVENTION, period, grids)]
    return [*failing_items(ctx.uow, PREVENTION), *left]


def _open(ctx: Context, period: str, grid_id: int) -> int:
    """Opens a grid's list; nothing when season or grid are over."""
    season = next((each for each in _seasons(ctx) if each.period == period), None)
    grid = next((each for each in grids_to_check(ctx.uow) if each.id == grid_id), None)
    if season is None or grid is None:
        return 0
    title, items = CHECKS[season.check.code]
    number = ctx.next_number()
    open_ticket(
        ctx.uow, number=number, account_id=None, channel=CHANNEL, text=TEXT.format(title=title, grid=grid.name, items=items),
        summary=SUMMARY.format(title=title, grid=grid.name)[:80], place_text=ctx.places.full_name(grid.place_id),
        place_id=grid.place_id, now=ctx.now, names=ctx.names, category=season.check.category, urgency="normal",
        origin=season.period,
    )  # fmt: skip
    due = ctx.config.times.end_of_day(season.end)
    start(ctx, number, Deadline(DeadlineKind.HANDLE, ctx.now, due, working=True))
    return 1


open_check_list = part_by_part(PREVENTION, _open)


def _seasons(ctx: Context) -> tuple[Season, ...]:
    return seasons(ctx.today, ctx.config.calendar)
