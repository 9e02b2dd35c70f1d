"""Everything that the clock brings, in order: what operators run by hand and the worker does all day."""

from dataclasses import dataclass
from datetime import datetime

from handlers.duty.by_clock import watch_shifts
from handlers.periodic import run_periodic
from handlers.scene import House
from handlers.silence import close_silent
from handlers.stars.by_clock import watch_rounds
from handlers.work.dispatching import dispatch_new
from handlers.work.prevention import prevent
from handlers.work.watching import watch
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


def run_due(database: Database, house: House, now: datetime, book: PlaceBook) -> Done:
    """Does all that is due at this instant; a second time it finds nothing."""
    opened = prevent(database, house, now, book)
    silent, dispatched, watched = run_tickets(database, house, now, book)
    periodic = sum(run_periodic(database, house, now, book).values())
    shifts = watch_shifts(database, house, now, book)
    stars = watch_rounds(database, house, now, book)
    return Done(opened, silent, dispatched, watched, shifts, stars, periodic)


def run_tickets(database: Database, house: House, now: datetime, book: PlaceBook) -> tuple[int, int, int]:
    """Questions, new tickets and deadlines."""
    return (
        close_silent(database, house, now, book),
        dispatch_new(database, house, now, book),
        watch(database, house, now, book),
    )  # fmt: skip
