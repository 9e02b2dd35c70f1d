"""未诉先办: at the beginning of a season every comprehensive grid gets its check list as a ticket, once."""

from datetime import datetime

from governance.prevention import Season, seasons
from governance.tickets.deadlines import Deadline, DeadlineKind
from handlers.context import Context, SubdistrictConfig
from handlers.texts.prevention import CHECKS, SUMMARY, TEXT
from handlers.tickets.moving import start
from storage.database import Database
from storage.grids import grids_to_check
from storage.job_runs import first_run
from storage.place_book import PlaceBook
from storage.tickets import open_ticket
from storage.unit_of_work import UnitOfWork

CHANNEL = "prevention"
JOB = "prevention"


def prevent(database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook) -> int:
    """Opens the check lists of the seasons that have begun; answers how many tickets."""
    opened = 0
    with database.write() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        for season in seasons(ctx.today, config.calendar):
            opened += _begin(ctx, season)
        ctx.uow.finish()
    return opened


def _begin(ctx: Context, season: Season) -> int:
    grids = grids_to_check(ctx.uow)
    if not grids or not first_run(ctx.uow, JOB, season.period, ctx.now):
        return 0
    title, items = CHECKS[season.check.code]
    for grid in grids:
        number = ctx.next_number()
        open_ticket(
            ctx.uow, number=number, account_id=None, channel=CHANNEL, text=TEXT.format(title=title, grid=grid.name, items=items),
            summary=SUMMARY.format(title=title, grid=grid.name)[:80], place_text=ctx.places.full_name(grid.place_id),
            place_id=grid.place_id, now=ctx.now, category=season.check.category, urgency="normal", origin=season.period,
        )  # fmt: skip
        due = ctx.config.times.end_of_day(season.end)
        start(ctx, number, Deadline(DeadlineKind.HANDLE, ctx.now, due, working=True))
    return len(grids)
