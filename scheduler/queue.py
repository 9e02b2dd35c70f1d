"""The queue: Dramatiq over Redis. It only wakes; what is to be done stands in SQL."""

import threading
import time
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote, urlsplit

import dramatiq
import structlog
from dramatiq.brokers.redis import RedisBroker
from dramatiq.middleware import AgeLimit, Retries, ShutdownNotifications, TimeLimit
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry
from redis.sentinel import Sentinel

SOCKET_TIMEOUT_S = 2.0
AGE_LIMIT_MS = 60_000
"""A wake-up this old says nothing any more: a sweep has done its work."""

PAUSE_S = 0.2
"""Between two wake-ups of one process: under load nearly every commit leaves work, and each wake-up costs as much as a message."""

log = structlog.get_logger("linli.queue")


def connect(url: str) -> Redis:
    """A client with timeouts; connects when first used. Redis away is told at once: by itself the client asks for seconds."""
    again = Retry(NoBackoff(), 1)  # a connection that broke while idle
    if "+sentinel:" in url:
        return _chosen_by_sentinels(url, again)
    if urlsplit(url).scheme == "unix":
        return Redis.from_url(url, socket_timeout=SOCKET_TIMEOUT_S, retry=again)
    return Redis.from_url(url, socket_timeout=SOCKET_TIMEOUT_S, socket_connect_timeout=SOCKET_TIMEOUT_S, retry=again)


def _chosen_by_sentinels(url: str, again: Retry) -> Redis:
    """Whichever server the sentinels call the primary, asked anew for each connection.

    `redis+sentinel://:PASSWORD@HOST:26379,HOST:26379/NAME/DATABASE`, `rediss+sentinel` over TLS.
    """
    parts = urlsplit(url)
    user, _, hosts = parts.netloc.rpartition("@")
    name, _, database = parts.path.strip("/").partition("/")
    how: dict[str, Any] = {"socket_timeout": SOCKET_TIMEOUT_S, "socket_connect_timeout": SOCKET_TIMEOUT_S}
    if parts.scheme.startswith("rediss"):
        how |= {"ssl": True}
    places = [(host, int(port or 26379)) for host, _, port in (each.partition(":") for each in hosts.split(","))]
    sentinels = Sentinel(places, sentinel_kwargs=dict(how), **how)  # type: ignore[no-untyped-call]
    password = unquote(user.partition(":")[2]) or None
    found: Redis = sentinels.master_for(name, db=int(database or 0), password=password, retry=again)  # type: ignore[no-untyped-call]
    return found


def reachable(redis: Redis) -> bool:
    """Whether the queue answers now."""
    try:
        return bool(redis.ping())
    except RedisError:
        return False


def broker_at(url: str) -> RedisBroker:
    """A broker of our own choice of middleware; the caller declares its actors on it."""
    middleware = [AgeLimit(max_age=AGE_LIMIT_MS), TimeLimit(), ShutdownNotifications(), Retries(max_retries=3)]
    if "+sentinel:" in url:
        return RedisBroker(client=connect(url), middleware=middleware)  # type: ignore[no-untyped-call]
    return RedisBroker(url=url, middleware=middleware)  # type: ignore[no-untyped-call]


class Waker:
    """Wakes workers after commits without making anybody wait: many wake-ups in a moment become one message an actor."""

    def __init__(self, actors: "Sequence[dramatiq.Actor[[], None]]") -> None:
        self.actors = actors
        self._wanted = threading.Event()
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()

    def __call__(self) -> None:
        """Returns at once; a wake-up that cannot be sent is lost, and the sweep comes instead."""
        if self._thread is None:
            with self._starting:
                if self._thread is None:
                    self._thread = threading.Thread(target=self._run, name="waker", daemon=True)
                    self._thread.start()
        self._wanted.set()

    def _run(self) -> None:
        while True:
            self._wanted.wait()
            self._wanted.clear()
            try:
                for actor in self.actors:
                    actor.send()
            except Exception as error:
                log.warning("wake-up lost", error=type(error).__name__)
            time.sleep(PAUSE_S)
