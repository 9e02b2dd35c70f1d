"""What the clock brings: a job says what is due and what is done with one item; jobs and items cannot stop each other."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from time import sleep, thread_time
from typing import Generic, Protocol, TypeVar

import structlog

from governance.clock import Clock
from governance.periods import Daily
from handlers.context import Context, SubdistrictConfig
from handlers.glance import Glance
from handlers.texts.jobs import FILES_AWAY, FULL_DISK
from storage import spans
from storage.database import Database, Unavailable
from storage.errors import FilesAway
from storage.job_failures import forget_failure, has_failures, held_back, note_failure
from storage.place_book import PlaceBook
from storage.room import no_room
from storage.unit_of_work import UnitOfWork

MOST_TOGETHER, RESTS = 4, 0.5
"""In one transaction, of a job that does several, and for how many times as long as that took of the processor it rests: what
they lock is wanted by people who wait.
"""
MOST_TURNS = 30
"""So often an item that stays due is taken up in one pass: a round that was stopped for a month has several steps to go."""

log = structlog.get_logger("linli.jobs")


class Lane(StrEnum):
    """Jobs of one lane run one after the other; no lane waits for another."""

    DANGERS = "dangers"
    """What is a danger: its owner, its deadlines, its pushes. Nothing here waits for a download, a poster or a brief."""
    EVENTS = "events"
    """Many reports of one matter, and the answer to all: it does not wait for each report's own dispatch."""
    TICKETS = "tickets"
    PUSHES = "pushes"
    FILES = "files"
    BRIEFS = "briefs"
    PLATFORMS = "platforms"
    """What other platforms bring: reports like any other, so it comes before the lanes that look after these."""
    OUTSIDE = "outside"
    """What talks to other platforms: a slow one holds up nobody else."""


class JobTools(Protocol):
    """What any job needs; those that talk to the platform need more (bot.tools)."""

    @property
    def database(self) -> Database:
        """Where what is due stands."""

    @property
    def config(self) -> SubdistrictConfig:
        """The subdistrict's rules."""

    @property
    def clock(self) -> Clock:
        """Asked anew for each item."""

    @property
    def book(self) -> PlaceBook:
        """The place tree."""

    @property
    def wake(self) -> Callable[[], None]:
        """Called after a commit that left work for another lane."""


T = TypeVar("T", bound=JobTools)
T_contra = TypeVar("T_contra", bound=JobTools, contravariant=True)
Due = Callable[[Context], Sequence[str]]
"""The keys of the items that are due now; it reads keys and nothing else, so that no broken row is in its way."""


@dataclass(frozen=True)
class Job(Generic[T_contra]):
    """One thing that the clock brings. `label`: its Chinese name; `does`: what it does, for the operator.

    `handle` does one item and answers how much that was, 0 when another worker has it or it is done. `at`: once at this
    time, where it is not done as often as its lane is woken. `platform`: it needs the platform's API. `together` does several
    items in one transaction and answers of each how much it was; where it raises, nothing was done and each is done by itself.
    """

    name: str
    label: str
    does: str
    lane: Lane
    due: Due
    handle: Callable[[T_contra, str], int]
    at: Daily | None = None
    platform: bool = False
    together: Callable[[T_contra, Sequence[str]], Sequence[int]] | None = None


@dataclass(frozen=True)
class BatchJob(Generic[T_contra]):
    """A job that claims many items, does them side by side, and ends each by itself: what goes out to many at once."""

    name: str
    label: str
    does: str
    lane: Lane
    run: Callable[[T_contra], int]
    at: Daily | None = None
    platform: bool = False


AnyJob = Job[T_contra] | BatchJob[T_contra]


def in_transaction(handle: Callable[[Context, str], int]) -> Callable[[JobTools, str], int]:
    """Does an item in one transaction of its own, at the instant at which it is taken up."""

    def run(tools: JobTools, item: str) -> int:
        with tools.database.write() as connection:
            ctx = Context(UnitOfWork(connection), tools.config, tools.clock(), tools.book)
            done = handle(ctx, item)
            ctx.uow.finish()
        if ctx.uow.wake:
            tools.wake()
        return done

    return run


def run_job(tools: T, job: AnyJob[T]) -> int:
    """Does what is due; answers how much. A database that is away ends the pass quietly: the next one goes on."""
    return _pass(tools, [job])[job.name]


def run_lane(tools: T, jobs: Sequence[AnyJob[T]], lane: Lane) -> dict[str, int]:
    """One pass through a lane's jobs; answers how much each did."""
    return _pass(tools, [job for job in jobs if job.lane is lane])


def _pass(tools: T, jobs: Sequence[AnyJob[T]]) -> dict[str, int]:
    glance = Glance(tools.database)
    try:
        return {job.name: _run(tools, job, glance) for job in jobs}
    finally:
        with suppress(*Unavailable):
            glance.end()


def _run(tools: T, job: AnyJob[T], glance: Glance) -> int:
    try:
        if isinstance(job, BatchJob):
            glance.end()
            return job.run(tools)
        return _item_by_item(tools, job, glance)
    except Unavailable as error:
        log.warning("database away, job goes on later", job=job.name, error=type(error).__name__)
    except Exception as error:
        log.error("job could not look for what is due", exc_info=True, job=job.name, error=type(error).__name__)
    return 0


def _item_by_item(tools: T, job: Job[T], glance: Glance) -> int:
    done, turns = 0, Counter[str]()
    while True:
        items, failing = _due_now(tools, job, glance)
        items = [item for item in items if turns[item] < MOST_TURNS]
        if not items:
            return done
        for item, count in _attempts(tools, job, items, failing):
            turns[item] += 1 if count else MOST_TURNS
            done += count


def _due_now(tools: T, job: Job[T], glance: Glance) -> tuple[list[str], bool]:
    """What is due and not held back after a failure, and whether any item of the job has failed before."""
    with glance.looking() as uow:
        ctx = Context(uow, tools.config, tools.clock(), tools.book)
        items = list(dict.fromkeys(job.due(ctx)))
        failing = bool(items) and has_failures(uow, job.name)
        held = held_back(uow, job.name, items, ctx.now) if failing else set()
    if items:
        glance.end()
    return [item for item in items if item not in held], failing


def _attempts(tools: T, job: Job[T], items: list[str], failing: bool) -> Iterator[tuple[str, int]]:
    """Each item, and how much it was. Once one has failed they are done one by one."""
    size = MOST_TOGETHER if job.together is not None and not failing else 1
    for start in range(0, len(items), size):
        some = items[start : start + size]
        counts = _together(tools, job, some) if size > 1 else None
        yield from zip(some, counts or (_attempt(tools, job, item, failing) for item in some), strict=True)


def _together(tools: T, job: Job[T], items: list[str]) -> Sequence[int] | None:
    """All of them at once; None where that failed, and nothing was done."""
    assert job.together is not None
    begun = thread_time()
    try:
        with spans.item(job.name):
            counts = job.together(tools, items)
        sleep((thread_time() - begun) * RESTS)
        return counts
    except Exception as error:
        if isinstance(error, Unavailable) and not tools.database.reachable():
            raise
        log.info("done one by one", job=job.name, items=len(items), error=type(error).__name__)
        return None


def _attempt(tools: T, job: Job[T], item: str, failing: bool) -> int:
    """One item, whatever becomes of it; what another holds for too long comes with the next pass."""
    try:
        with spans.item(job.name):
            done = job.handle(tools, item)
    except Unavailable as error:
        if not tools.database.reachable():
            raise
        log.warning("item comes later", job=job.name, item=item, error=type(error).__name__)
        return 0
    except Exception as error:
        failed(tools, job.name, item, error)
        return 0
    if failing:
        with tools.database.write() as connection:
            forget_failure(UnitOfWork(connection), job.name, item)
    return done


def failed(tools: JobTools, job: str, item: str, error: Exception) -> None:
    """Logs and notes that an item raised: it is tried again after a while, and set aside in the end; not for a full
    disk, nor for a storage that is away.
    """
    outside = FULL_DISK if no_room(error) else FILES_AWAY if isinstance(error, FilesAway) else None
    said = outside or f"{type(error).__name__}: {error}"
    noted = note_failure(tools.database, job, item, said, tools.clock(), patient=outside is not None)
    log.error(
        "item failed",
        exc_info=error,
        job=job,
        item=item,
        attempt=noted.attempts,
        set_aside=noted.set_aside_at is not None,
    )
