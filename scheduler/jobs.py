"""What happens by the clock. A job only wakes the worker; a lost one is made good by the next."""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import dramatiq
import structlog
from apscheduler.schedulers.blocking import BlockingScheduler
from redis import Redis
from redis.exceptions import RedisError

LEADER_KEY = "linli:scheduler:leader"
LEASE_S = 45

log = structlog.get_logger("linli.scheduler")


@dataclass(frozen=True)
class Job:
    """An actor and when it is woken (APScheduler's trigger and its arguments, local time)."""

    actor: str
    trigger: str
    when: dict[str, Any]


JOBS: tuple[Job, ...] = (
    Job("sweep", "interval", {"seconds": 15}),
    Job("periodic", "interval", {"seconds": 60}),
    Job("prevent", "cron", {"hour": 6, "minute": 10}),
    Job("backup", "cron", {"hour": 2, "minute": 30}),
    Job("prune", "cron", {"hour": 3, "minute": 20}),
)


def clockwork(
    actors: dict[str, "dramatiq.Actor[[], None]"], redis: Redis, name: str, zone: ZoneInfo
) -> BlockingScheduler:
    """A scheduler with all jobs; of several processes only the one that holds the lease fires. `name`: this process's."""
    scheduler = BlockingScheduler(timezone=zone, job_defaults={"coalesce": True, "misfire_grace_time": 60})
    for job in JOBS:
        scheduler.add_job(_fire, job.trigger, args=(actors[job.actor], redis, name), id=job.actor, **job.when)
    return scheduler


def _fire(actor: "dramatiq.Actor[[], None]", redis: Redis, name: str) -> None:
    try:
        if leads(redis, name):
            actor.send()
    except (RedisError, dramatiq.DramatiqError) as error:
        log.warning("job not enqueued", job=actor.actor_name, error=type(error).__name__)


def leads(redis: Redis, name: str) -> bool:
    """Whether this process holds the lease, taking or prolonging it when it may."""
    if redis.set(LEADER_KEY, name, nx=True, ex=LEASE_S):
        return True
    if redis.get(LEADER_KEY) != name.encode():
        return False
    redis.expire(LEADER_KEY, LEASE_S)
    return True
