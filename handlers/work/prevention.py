"""未诉先办: at the beginning of a season every comprehensive grid gets its check list as a ticket, once."""

from datetime import datetime

from governance.prevention import Season, seasons
from governance.tickets.deadlines import Deadline, DeadlineKind
from handlers.scene import House, Scene
from handlers.texts.prevention import CHECKS, SUMMARY, TEXT
from handlers.work.moving import start
from storage.database import Database
from storage.grids import grids_to_check
from storage.job_runs import first_run
from storage.place_book import PlaceBook
from storage.tickets import open_ticket
from storage.unit_of_work import UnitOfWork

CHANNEL = "prevention"
JOB = "prevention"


def prevent(database: Database, house: House, now: datetime, book: PlaceBook) -> int:
    """Opens the check lists of the seasons that have begun; answers how many tickets."""
    opened = 0
    with database.write() as connection:
        scene = Scene(UnitOfWork(connection), house, now, book)
        for season in seasons(scene.today, house.calendar):
            opened += _begin(scene, season)
        scene.uow.finish()
    return opened


def _begin(scene: Scene, season: Season) -> int:
    grids = grids_to_check(scene.uow)
    if not grids or not first_run(scene.uow, JOB, season.period, scene.now):
        return 0
    title, items = CHECKS[season.check.code]
    for grid in grids:
        number = scene.next_number()
        open_ticket(
            scene.uow, number=number, account_id=None, channel=CHANNEL, text=TEXT.format(title=title, grid=grid.name, items=items),
            summary=SUMMARY.format(title=title, grid=grid.name)[:80], place_text=scene.places.full_name(grid.place_id),
            place_id=grid.place_id, now=scene.now, category=season.check.category, urgency="normal", origin=season.period,
        )  # fmt: skip
        due = scene.house.times.end_of_day(season.end)
        start(scene, number, Deadline(DeadlineKind.HANDLE, scene.now, due, working=True))
    return len(grids)
