"""Wakes the lanes by the clock. It only wakes; a wake-up that is lost is made good by the next."""

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
