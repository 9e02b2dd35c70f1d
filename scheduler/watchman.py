"""A thread of its own that needs neither the queue nor the clock: it gives a sign of life, judges, and tells what it must itself.

The alarms are a job like any other. But a job is woken through Redis, by the scheduler, and reads the database; who waits for
these three cannot tell that one of them is gone.
"""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from redis import Redis
from redis.exceptions import RedisError

from bot.delivery import PUSHES
from bot.errors import PlatformAway, PlatformError
from bot.jobs import JOBS as PLATFORM_JOBS
from bot.machine import machine_figures, process_name
from bot.tools import Tools
from governance.alarms.judging import Fault
from governance.alarms.metrics import ALARMS
from handlers.alarms import texts
from handlers.alarms.jobs import ALARM_JOB, telling_due
from handlers.context import Context
from handlers.jobs import run_job
from handlers.posts import administrators
from scheduler.queue import reachable
from storage.beats import beat
from storage.database import Unavailable
from storage.room import no_room
from storage.serving import openids
from storage.unit_of_work import UnitOfWork

EVERY_S = 10
REMEMBERED_FOR = timedelta(minutes=1)
"""For so long whom to tell is gone by, before it is read again."""
_DELIVERY = next(job for job in PLATFORM_JOBS if job.name == PUSHES)
_AWAY = "linli:alarm:away"
_HELD_S = 120
"""For so long nobody else tells that the database is away, once who has told it is silent itself."""

log = structlog.get_logger("linli.alarms")


class Watchman:
    """Looks every ten seconds. `tools` is asked at each look; `own`: what else this process knows of itself."""

    def __init__(
        self, tools: Callable[[], Tools], part: str, redis: Redis, folder: Path,
        own: Callable[[], dict[str, float]] = dict,
    ) -> None:  # fmt: skip
        self._asked, self._part, self._redis, self._folder, self._own = tools, part, redis, folder, own
        self._tools = tools()
        self.name = process_name(part)
        self._people: list[str] = []
        self._remembered: datetime | None = None
        self._away: Fault | None = None
        self._delivery: threading.Thread | None = None

    def watch(self, stopping: threading.Event) -> None:
        """Looks again and again until told to stop; a look that fails is the next one's business."""
        while True:
            try:
                self.look()
            except Exception:
                log.error("look failed", exc_info=True)
            if stopping.wait(EVERY_S):
                return

    def look(self) -> None:
        """Gives a sign of life, then judges; while the database takes nothing it tells that by itself."""
        self._tools = self._asked()
        now = self._tools.clock()
        up = reachable(self._redis)
        figures = {**machine_figures(self._folder), **self._own(), **self._of_queue(up)}
        try:
            with self._tools.database.write() as connection:
                beat(connection, self.name, self._part, figures, now)
        except Unavailable as error:
            self._database_away(error, now)
            return
        if self._away is not None:
            self._database_back(self._away, now)
        if run_job(self._tools, ALARM_JOB) or self._owes(now):
            self._deliver()
        if self._remembered is None or abs(now - self._remembered) >= REMEMBERED_FOR:
            self._remember(now)

    def _of_queue(self, up: bool) -> dict[str, float]:
        api = self._tools.api
        if not up:
            return {"linli_queue_up": 0}
        left, breaker = api.tokens.left_s(), api.breaker.is_open()
        return {"linli_queue_up": 1, "linli_token_left_seconds": left, "linli_platform_breaker_open": int(breaker)}

    def _remember(self, now: datetime) -> None:
        """Whom to tell when the database is away."""
        with self._tools.database.read() as connection:
            ctx = Context(UnitOfWork(connection), self._tools.config, now, self._tools.book)
            self._people = openids(ctx.uow, administrators(ctx))
        self._remembered = now

    def _owes(self, now: datetime) -> bool:
        """Whether an alarm that somebody told has not gone out."""
        with self._tools.database.read() as connection:
            return telling_due(connection, now)

    def _deliver(self) -> None:
        """Sends what is owed from here, beside the watch: who should do it may be what is stuck."""
        if self._delivery is None or not self._delivery.is_alive():
            self._delivery = threading.Thread(target=run_job, args=(self._tools, _DELIVERY), name="alarms", daemon=True)
            self._delivery.start()

    def _database_away(self, error: Exception, now: datetime) -> None:
        name = "linli_disk_used_share" if no_room(error) else "linli_database_up"
        fault = self._away or Fault(name, now, now, float(no_room(error)), self.name if no_room(error) else "")
        held = now - fault.since
        if fault.told_at is None and held >= timedelta(seconds=ALARMS[name].holds_s) and self._is_first():
            log.error("alarm", what="raised", figure=name)
            self._say(texts.raised([fault], self._tools.config.zone))
            fault = Fault(name, fault.since, now, fault.value, fault.place, told_at=now)
        elif fault.told_at is not None:
            self._holds_on()
        self._away = fault

    def _database_back(self, fault: Fault, now: datetime) -> None:
        self._away = None
        if fault.told_at is not None:
            back = Fault(fault.name, fault.since, now, fault.value)
            self._say(texts.over([back], self._tools.config.zone))
            try:
                self._redis.delete(_AWAY)
            except RedisError:
                return

    def _is_first(self) -> bool:
        """Whether no other process has told it; without Redis each tells it."""
        try:
            return bool(self._redis.set(_AWAY, self.name, nx=True, ex=_HELD_S))
        except RedisError:
            return True

    def _holds_on(self) -> None:
        """It still is this process that has told it."""
        try:
            self._redis.expire(_AWAY, _HELD_S)
        except RedisError:
            return

    def _say(self, text: str) -> None:
        """Straight to the platform: there is no outbox now."""
        for openid in self._people:
            try:
                self._tools.api.send_text(openid, text)
            except (PlatformAway, PlatformError) as error:
                log.error("alarm not sent", error=str(error))


def start_watching(watchman: Watchman, stopping: threading.Event) -> None:
    """In a thread that ends with the process."""
    threading.Thread(target=watchman.watch, args=(stopping,), name="watchman", daemon=True).start()
