"""One access token for all processes: fetched by one, shared in Redis, renewed before its end.

Uses `stable_token`, which hands out the same token until shortly before its end, so that two
refreshers cannot kill each other's. Redis only spares calls: flushed, the token is fetched again.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from redis import Redis
from redis.exceptions import RedisError

from bot.errors import PlatformError

EARLY_S = 300
"""A token is renewed this long before its end; the platform keeps the old one alive meanwhile."""
LONGEST_S = 7200
"""No token lives longer, whatever an answer says."""
LOCK_S = 10
SEEN_S = 5.0
"""So long a process goes by the shared token that it saw last; a dead one is noticed by its errcode."""
SHORTEST_WAIT_S = 30
"""Between two forced refreshes. Source: the platform's document on stable_token."""

Fetch = Callable[[bool], dict[str, Any]]
"""Asks the platform for a token; the argument says whether to force a new one."""


class TokenKeeper:
    """Answers a token that should work. `redis` may be away: then this process keeps its own."""

    def __init__(self, redis: Redis, app_id: str, fetch: Fetch) -> None:
        self._redis = redis
        self._key = f"linli:token:{app_id}"
        self._fetch = fetch
        self._own: tuple[str, float] | None = None
        self._seen: tuple[str, float] | None = None

    def token(self) -> str:
        """The shared token, else the process's own, else a new one; raises PlatformError or PlatformAway."""
        now = time.monotonic()
        if self._seen is not None and self._seen[1] > now:
            return self._seen[0]
        shared = self._shared()
        if shared is not None:
            self._seen = (shared, now + SEEN_S)
            return shared
        if self._own is not None and self._own[1] > time.monotonic():
            return self._own[0]
        return self._renew(force=False)

    def left_s(self) -> int:
        """How long the shared token is good yet; 0 without one, and while Redis is away."""
        try:
            return max(int(self._redis.ttl(self._key)), 0)
        except RedisError:
            return 0

    def replace(self, dead: str) -> str:
        """A token other than `dead`, which the platform refused: somebody's newer one, or a forced refresh."""
        self._seen = None
        shared = self._shared()
        if shared is not None and shared != dead:
            return shared
        if self._own is not None and self._own[0] == dead:
            self._own = None
        self._forget()
        token = self._renew(force=False)
        return self._renew(force=True) if token == dead and self._may_force() else token

    def _renew(self, force: bool) -> str:
        with self._lock():
            shared = None if force else self._shared()
            if shared is not None:
                return shared
            answer = self._fetch(force)
            token, lasts = answer.get("access_token"), answer.get("expires_in")
            if not isinstance(token, str) or not token or not token.isascii():
                raise PlatformError(-1, "no access_token in the answer")
            keep = min(max(lasts - EARLY_S, 1), LONGEST_S) if isinstance(lasts, int) else 1
            self._own = (token, time.monotonic() + keep)
            self._share(token, keep)
            return token

    @contextmanager
    def _lock(self) -> Iterator[None]:
        """One refresher at a time; without Redis, or when it was flushed meanwhile, nobody waits for anybody."""
        lock = self._redis.lock(self._key + ":lock", timeout=LOCK_S, blocking_timeout=LOCK_S)
        try:
            held = lock.acquire()
        except RedisError:
            held = False
        try:
            yield
        finally:
            if held:
                with suppress(RedisError):
                    lock.release()

    def _shared(self) -> str | None:
        try:
            value = self._redis.get(self._key)
        except RedisError:
            return None
        return value.decode() if isinstance(value, bytes) else None

    def _share(self, token: str, seconds: int) -> None:
        try:
            self._redis.set(self._key, token, ex=seconds)
        except RedisError:
            return

    def _forget(self) -> None:
        try:
            self._redis.delete(self._key)
        except RedisError:
            return

    def _may_force(self) -> bool:
        try:
            return bool(self._redis.set(self._key + ":forced", "1", ex=SHORTEST_WAIT_S, nx=True))
        except RedisError:
            return False
