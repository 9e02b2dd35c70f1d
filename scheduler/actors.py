"""What a worker does when it is woken: find what is due in SQL and do it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import dramatiq
from dramatiq import Broker

from bot.api import PlatformApi
from bot.delivery import deliver_due
from bot.downloads import fetch_due
from bot.drafts import draft_due
from bot.drawing import draw_due
from bot.ladder import Postman
from bot.notice_templates import Templates
from bot.tagging import tag_due
from bot.wecom import WeComApi
from governance.clock import Clock, local_day
from handlers.context import SubdistrictConfig
from handlers.due import run_tickets
from handlers.duty.by_clock import watch_shifts
from handlers.periodic import run_periodic
from handlers.stars.by_clock import watch_rounds
from handlers.tickets.prevention import prevent as open_check_lists
from storage.backup import write_backup
from storage.console.sessions import forget_sessions
from storage.database import Database
from storage.files import FileStore
from storage.inbound import forget_old
from storage.place_book import PlaceBook
from storage.tags import want_tags
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Tools:
    """What the work needs."""

    database: Database
    api: PlatformApi
    files: FileStore
    clock: Clock
    fonts: Path
    config: SubdistrictConfig = field(default_factory=SubdistrictConfig)
    templates: Templates = field(default_factory=dict)
    wecom: WeComApi | None = None
    backups: Path | None = None
    book: PlaceBook = field(default_factory=PlaceBook)

    @property
    def postman(self) -> Postman:
        """What delivering needs."""
        return Postman(
            self.database, self.api, self.files, self.config.zone, self.config.rules, self.templates, self.wecom
        )


def sweep(tools: Tools) -> None:
    """Closes unanswered questions, dispatches, watches deadlines, shifts and star rounds; delivers, fetches, draws and tags what is
    due.
    """
    run_tickets(tools.database, tools.config, tools.clock(), tools.book)
    watch_shifts(tools.database, tools.config, tools.clock(), tools.book)
    watch_rounds(tools.database, tools.config, tools.clock(), tools.book)
    fetch_due(tools.database, tools.api, tools.files, tools.clock())
    draw(tools)
    deliver_due(tools.postman, tools.clock())
    draft_due(tools.database, tools.api, tools.config, tools.files, tools.clock(), tools.book)
    tag_due(tools.database, tools.api)


def draw(tools: Tools) -> int:
    """Draws the posters that are due, before what shows them is delivered."""
    return draw_due(tools.database, tools.config, tools.files, tools.fonts, tools.clock(), tools.book)


def prevent(tools: Tools) -> None:
    """Opens the check lists of the seasons that have begun."""
    open_check_lists(tools.database, tools.config, tools.clock(), tools.book)


def periodic(tools: Tools) -> None:
    """Does what is due once a day, week or month, what a stop missed included."""
    run_periodic(tools.database, tools.config, tools.clock(), tools.book)


BACKUPS_KEPT = 7


def back_up(tools: Tools) -> None:
    """Writes today's backup, once, and drops the oldest ones."""
    if tools.backups is None:
        return
    tools.backups.mkdir(parents=True, exist_ok=True)
    path = tools.backups / f"linli-{local_day(tools.clock(), tools.config.zone):%Y%m%d}.zip"
    if not path.exists():
        write_backup(tools.database, tools.files, path, tools.clock())
    for old in sorted(tools.backups.glob("linli-*.zip"))[:-BACKUPS_KEPT]:
        old.unlink()


def prune(tools: Tools) -> None:
    """Forgets inbound rows, nonces and sign-ins past their keeping; notes whose term has begun or ended, for their menu."""
    with tools.database.write() as connection:
        uow = UnitOfWork(connection)
        forget_old(uow, tools.clock())
        forget_sessions(uow, tools.clock())
        want_tags(connection, tools.clock())


WORK: dict[str, Callable[[Tools], None]] = {
    "sweep": sweep,
    "periodic": periodic,
    "prevent": prevent,
    "backup": back_up,
    "prune": prune,
}
"""Every actor by its name."""


def declare(broker: Broker, tools: Callable[[], Tools]) -> dict[str, "dramatiq.Actor[[], None]"]:
    """The actors on a broker. `tools` is asked when work is done; who only sends never needs them."""
    return {name: _actor(broker, name, work, tools) for name, work in WORK.items()}


def _actor(
    broker: Broker, name: str, work: Callable[[Tools], None], tools: Callable[[], Tools]
) -> "dramatiq.Actor[[], None]":
    def run() -> None:
        work(tools())

    return dramatiq.actor(broker=broker, actor_name=name, queue_name="linli")(run)
