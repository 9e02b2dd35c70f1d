"""Wakes the lanes by the clock. It only wakes; a wake-up that is lost is made good by the next."""

import threading
import time
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import dramatiq
import structlog
from apscheduler.schedulers.blocking import BlockingScheduler
from redis import Redis
from redis.exceptions import RedisError

from handlers.jobs import Lane
from scheduler.actors import LaneActor
from scheduler.registry import LANES

LEADER_KEY = "linli:scheduler:leader"
LEASE_S = 45
STEP_S, LOOK_S = 5.0, 5.0

log = structlog.get_logger("linli.scheduler")


def clockwork(actors: dict[Lane, "LaneActor"], redis: Redis, name: str, zone: ZoneInfo) -> BlockingScheduler:
    """A scheduler with all lanes, each at once and then at its pace; of several processes only the one that holds the lease fires.

    `name`: this process's.
    """
    scheduler = BlockingScheduler(timezone=zone, job_defaults={"coalesce": True, "misfire_grace_time": 60})
    first = datetime.now(zone)
    for lane, pulse in LANES.items():
        scheduler.add_job(
            _fire, "interval", args=(actors[lane], redis, name), id=lane.value, seconds=pulse.every_s,
            next_run_time=first,
        )  # fmt: skip
    return scheduler


class Steps:
    """Notices that the machine's clock was set: it goes apart from the one that only runs."""

    def __init__(self, wall: Callable[[], float] = time.time, running: Callable[[], float] = time.monotonic) -> None:
        self._wall, self._running = wall, running
        self._apart = wall() - running()

    def stepped(self) -> bool:
        """Whether it was set since the last look, by more than what a clock is wrong by."""
        apart = self._wall() - self._running()
        stepped = abs(apart - self._apart) > STEP_S
        self._apart = apart
        return stepped


def wake_after_steps(scheduler: BlockingScheduler, zone: ZoneInfo, stopping: threading.Event, steps: Steps) -> None:
    """Lets every lane run at once when the clock was set: the times that were noted before are off, and so long it would sleep."""
    while not stopping.wait(LOOK_S):
        if steps.stepped():
            log.warning("clock was set, lanes run now")
            for job in scheduler.get_jobs():
                job.modify(next_run_time=datetime.now(zone))


def _fire(actor: "LaneActor", redis: Redis, name: str) -> None:
    try:
        if leads(redis, name):
            actor.send()
    except (RedisError, dramatiq.DramatiqError) as error:
        log.warning("lane not woken", lane=actor.actor_name, error=type(error).__name__)


def leads(redis: Redis, name: str) -> bool:
    """Whether this process holds the lease, taking or prolonging it when it may."""
    if redis.set(LEADER_KEY, name, nx=True, ex=LEASE_S):
        return True
    if redis.get(LEADER_KEY) != name.encode():
        return False
    redis.expire(LEADER_KEY, LEASE_S)
    return True


def leader(redis: Redis) -> str | None:
    """The name of the process that holds the lease now; None while nobody does, or the queue is away."""
    try:
        held = redis.get(LEADER_KEY)
    except RedisError:
        return None
    return held.decode("utf-8", "replace") if isinstance(held, bytes) else None
