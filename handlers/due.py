"""Everything that the clock brings, in order: what operators run by hand and the worker does all day."""

from dataclasses import dataclass
from datetime import datetime

from handlers.context import SubdistrictConfig
from handlers.duty.by_clock import watch_shifts
from handlers.periodic import run_periodic
from handlers.silence import close_silent
from handlers.stars.by_clock import watch_rounds
from handlers.tickets.dispatching import dispatch_new
from handlers.tickets.prevention import prevent
from handlers.tickets.watching import watch
from storage.database import Database
from storage.place_book import PlaceBook


@dataclass(frozen=True)
class Done:
    """How much was due: check lists opened, questions closed, tickets dispatched, tickets with a stage of a deadline,
    shifts with something to say, steps of the star rounds, periodic jobs done.
    """

    opened: int
    silent: int
    dispatched: int
    watched: int
    shifts: int
    stars: int
    periodic: int


def run_due(database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook) -> Done:
    """Does all that is due at this instant; a second time it finds nothing."""
    opened = prevent(database, config, now, book)
    silent, dispatched, watched = run_tickets(database, config, now, book)
    periodic = sum(run_periodic(database, config, now, book).values())
    shifts = watch_shifts(database, config, now, book)
    stars = watch_rounds(database, config, now, book)
    return Done(opened, silent, dispatched, watched, shifts, stars, periodic)


def run_tickets(database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook) -> tuple[int, int, int]:
    """Questions, new tickets and deadlines."""
    return (
        close_silent(database, config, now, book),
        dispatch_new(database, config, now, book),
        watch(database, config, now, book),
    )  # fmt: skip
